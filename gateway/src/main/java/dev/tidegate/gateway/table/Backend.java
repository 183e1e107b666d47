package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// Where a route leads: a Service's port and the endpoints that can take new requests now.
///
/// A backend that cannot be resolved is a value like any other: its list is empty and `whenEmpty` says why, so a
/// Service that appears later changes this backend and no route. `clients`: who may use which of the endpoints.
public record Backend(
        BackendId id,
        Protocol protocol,
        Balance balance,
        List<Endpoint> endpoints,
        Reason whenEmpty,
        ClientAccess clients,
        String serviceName,
        String servicePort,
        ResourceRef source) {

    public Backend {
        requireNonNull(id);
        requireNonNull(protocol);
        requireNonNull(balance);
        endpoints = List.copyOf(endpoints);
        requireNonNull(whenEmpty);
        requireNonNull(clients);
        requireNonNull(serviceName);
        requireNonNull(servicePort);
        requireNonNull(source);
        if (!clients.isEverybody() && clients.byEndpoint().size() != endpoints.size()) {
            throw new IllegalArgumentException("clients: of "
                    + clients.byEndpoint().size() + " endpoints (expected: of " + endpoints.size() + ")");
        }
    }

    /// The endpoints that this client may not use. Shape: an address in network order, as the client itself has it.
    public List<Endpoint> barredTo(byte[] client) {
        return clients.barred(client, endpoints);
    }
}
