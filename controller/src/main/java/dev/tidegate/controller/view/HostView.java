package dev.tidegate.controller.view;

import static java.util.Objects.requireNonNull;

import dev.tidegate.gateway.table.VirtualHost;
import java.util.List;

/// A host as manifests write it (`*` for rules without one), and its routes in order of precedence.
public record HostView(String host, List<RouteView> routes) {
    public HostView {
        requireNonNull(host);
        routes = List.copyOf(routes);
    }

    public static HostView of(VirtualHost host) {
        return new HostView(
                host.pattern().text(), host.routes().stream().map(RouteView::of).toList());
    }
}
