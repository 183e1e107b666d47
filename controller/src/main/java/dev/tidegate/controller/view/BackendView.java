package dev.tidegate.controller.view;

import static java.util.Objects.requireNonNull;

import dev.tidegate.address.AddressRanges;
import dev.tidegate.controller.compile.Surroundings;
import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.ClientAccess;
import dev.tidegate.gateway.table.ResourceRef;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A Service's port, what is spoken to it, and its endpoints. `networkPolicy`: what is made of network policies here.
/// `clients`: whose requests are taken where those are judged by policies, endpoint by endpoint if they differ.
/// `reason`: what clients are told while no endpoint takes requests.
public record BackendView(
        String id,
        ResourceRef service,
        String port,
        String protocol,
        String balance,
        String networkPolicy,
        List<EndpointView> endpoints,
        @Nullable String clients,
        @Nullable String reason) {

    public BackendView {
        requireNonNull(id);
        requireNonNull(service);
        requireNonNull(port);
        requireNonNull(protocol);
        requireNonNull(balance);
        requireNonNull(networkPolicy);
        endpoints = List.copyOf(endpoints);
    }

    /// All endpoints that its slices have stand in it, the taken ones among them.
    public static BackendView of(Backend backend, Surroundings around) {
        return new BackendView(
                backend.id().value(),
                backend.source(),
                backend.servicePort(),
                backend.protocol().name().toLowerCase(Locale.ROOT),
                backend.balance().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                around.policyMode(backend.id()).word(),
                around.endpoints(backend.id()).stream().map(EndpointView::of).toList(),
                clients(backend.clients()),
                backend.endpoints().isEmpty() ? backend.whenEmpty().code() : null);
    }

    private static @Nullable String clients(ClientAccess access) {
        return access.isEverybody()
                ? null
                : access.byEndpoint().stream()
                        .distinct()
                        .map(AddressRanges::toString)
                        .collect(Collectors.joining("; "));
    }
}
