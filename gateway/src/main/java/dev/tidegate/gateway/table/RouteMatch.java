package dev.tidegate.gateway.table;

/// What a table says of a request. Each is made when the table is, so matching allocates nothing.
public sealed interface RouteMatch {

    NoHost NO_HOST = new NoHost();

    record Found(VirtualHost host, Route route) implements RouteMatch {}

    /// The host was chosen, and none of its paths match. No other host is tried: see `docs/routing.md`.
    record NoPath(VirtualHost host) implements RouteMatch {}

    record NoHost() implements RouteMatch {}
}
