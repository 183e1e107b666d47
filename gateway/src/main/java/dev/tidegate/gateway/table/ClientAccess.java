package dev.tidegate.gateway.table;

import dev.tidegate.address.AddressRanges;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// From which clients each endpoint of a backend takes requests, by their addresses.
///
/// `byEndpoint`: empty means from everybody; else as many as the backend has endpoints, in their order. Endpoints that
/// take the same clients share one instance.
public record ClientAccess(List<AddressRanges> byEndpoint) {

    public static final ClientAccess EVERYBODY = new ClientAccess(List.of());

    public ClientAccess {
        Map<AddressRanges, AddressRanges> shared = new HashMap<>();
        List<AddressRanges> once = new ArrayList<>(byEndpoint.size());
        byEndpoint.forEach(ranges -> once.add(shared.computeIfAbsent(ranges, it -> it)));
        byEndpoint = List.copyOf(once);
    }

    public boolean isEverybody() {
        return byEndpoint.isEmpty();
    }

    /// Those of a backend's endpoints that this client may not use, in order. Shape: an address in network order.
    ///
    /// Where all endpoints take the same clients, which is the rule, this is one search.
    @SuppressWarnings("ReferenceEquality") // the same instance has been asked already
    List<Endpoint> barred(byte[] client, List<Endpoint> endpoints) {
        AddressRanges asked = null;
        boolean admitted = true;
        List<Endpoint> barred = List.of();
        for (int i = 0; i < byEndpoint.size(); i++) {
            AddressRanges ranges = byEndpoint.get(i);
            if (ranges != asked) {
                admitted = ranges.contains(client);
                asked = ranges;
            }
            if (!admitted) {
                barred = barred.isEmpty() ? new ArrayList<>() : barred;
                barred.add(endpoints.get(i));
            }
        }
        return barred;
    }
}
