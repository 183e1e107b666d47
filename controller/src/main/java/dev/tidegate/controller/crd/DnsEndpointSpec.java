package dev.tidegate.controller.crd;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The spec of a DNSEndpoint.
public record DnsEndpointSpec(@Nullable List<Entry> endpoints) {

    /// The records of one name and one type. `recordTTL`: in seconds.
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Entry(
            @Nullable String dnsName,
            @Nullable List<String> targets,
            @Nullable String recordType,
            @Nullable Long recordTTL,
            @Nullable Map<String, String> labels,
            @Nullable String setIdentifier,
            @Nullable List<Map<String, String>> providerSpecific) {}
}
