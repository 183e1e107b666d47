package dev.tidegate.dns.rfc2136;

import static java.util.Objects.requireNonNull;

import dev.tidegate.dns.ownership.Identity;
import dev.tidegate.dns.publish.Failure;
import dev.tidegate.dns.record.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Whether a name server would let us keep records in these zones: what it refuses, of reading a zone and of changing
/// it. Nothing is changed: the update that is tried asks for nothing but that the zone is there (RFC 2136 §2.4.4).
public record NameServerTrial(NameServer server, List<DomainName> zones, List<Failure> refusals) {

    public NameServerTrial {
        requireNonNull(server);
        zones = List.copyOf(zones);
        refusals = List.copyOf(refusals);
    }

    /// Asks. Blocks.
    public static NameServerTrial of(NameServer server, List<DomainName> zones, Identity us, Backoff backoff) {
        List<Failure> refusals = new ArrayList<>();
        NameServerRecords changing = new NameServerRecords(server.withoutTransfers(), us, backoff);
        NameServerRecords reading = new NameServerRecords(server, us, backoff);
        for (DomainName zone : zones) {
            try {
                if (server.transfers()) {
                    reading.whole(zone);
                }
                changing.names(zone, Set.of(zone));
            } catch (Failure.Thrown refused) {
                refusals.add(refused.failure());
            }
        }
        return new NameServerTrial(server, zones, refusals);
    }
}
