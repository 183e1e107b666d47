package dev.tidegate.controller.view;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.compile.EndpointState;
import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.ResourceRef;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A Service's port, what is spoken to it, and its endpoints. `reason`: what clients are told while no endpoint takes
/// requests.
public record BackendView(
        String id,
        ResourceRef service,
        String port,
        String protocol,
        String balance,
        List<EndpointView> endpoints,
        @Nullable String reason) {

    public BackendView {
        requireNonNull(id);
        requireNonNull(service);
        requireNonNull(port);
        requireNonNull(protocol);
        requireNonNull(balance);
        endpoints = List.copyOf(endpoints);
    }

    /// `states`: all endpoints that its slices have, the taken ones among them.
    public static BackendView of(Backend backend, List<EndpointState> states) {
        return new BackendView(
                backend.id().value(),
                backend.source(),
                backend.servicePort(),
                backend.protocol().name().toLowerCase(Locale.ROOT),
                backend.balance().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                states.stream().map(EndpointView::of).toList(),
                backend.endpoints().isEmpty() ? backend.whenEmpty().code() : null);
    }
}
