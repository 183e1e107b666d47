package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

import dev.tidegate.address.AddressLiteral;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.dns.resolve.Resolution;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a Service that is a name elsewhere leads to, as far as a snapshot knows.
///
/// `text`: the name as it stands in the Service. `apiServer`: the addresses of the Kubernetes API server, as the
/// Service `default/kubernetes` has them. Equal by value: a snapshot that says the same of it changes no backend.
record ExternalTarget(String text, ExternalName name, Resolution resolution, Set<String> apiServer) {

    private static final ObjectKey KUBERNETES = new ObjectKey("default", "kubernetes");

    ExternalTarget {
        requireNonNull(text);
        requireNonNull(name);
        requireNonNull(resolution);
        apiServer = Set.copyOf(apiServer);
    }

    /// Null if the Service is no name, or not there.
    static @Nullable ExternalTarget of(@Nullable Service service, Snapshot snapshot) {
        if (service == null || !isName(service)) {
            return null;
        }
        String text = service.getSpec().getExternalName();
        ExternalName name = ExternalName.parse(text);
        Resolution resolution = name instanceof ExternalName.Named named
                ? snapshot.names().getOrDefault(named.name(), Resolution.PENDING)
                : Resolution.PENDING;
        return new ExternalTarget(
                text == null || text.isBlank() ? "none" : text, name, resolution, apiServer(snapshot));
    }

    static boolean isName(Service service) {
        return service.getSpec() != null
                && "ExternalName".equals(service.getSpec().getType());
    }

    private static Set<String> apiServer(Snapshot snapshot) {
        Set<String> addresses = new HashSet<>();
        Service kubernetes = snapshot.services().get(KUBERNETES);
        if (kubernetes != null && kubernetes.getSpec() != null) {
            Lists.of(kubernetes.getSpec().getClusterIPs()).forEach(text -> add(text, addresses));
            add(kubernetes.getSpec().getClusterIP(), addresses);
        }
        for (EndpointSlice slice : snapshot.endpointSlices().getOrDefault(KUBERNETES, List.of())) {
            Lists.of(slice.getEndpoints())
                    .forEach(endpoint -> Lists.of(endpoint.getAddresses()).forEach(text -> add(text, addresses)));
        }
        return addresses;
    }

    private static void add(@Nullable String text, Set<String> to) {
        byte[] address = text == null ? null : AddressLiteral.parse(text);
        if (address != null) {
            to.add(AddressLiteral.text(address));
        }
    }
}
