package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

/// What a table says of a request. Each is made when the table is, so matching allocates nothing; but for captures,
/// where a policy of the route asks for them.
public sealed interface RouteMatch {

    NoHost NO_HOST = new NoHost();

    /// `captures`: what the route's expression captured, if a policy of the route asks for it; else none.
    record Found(VirtualHost host, Route route, Captures captures) implements RouteMatch {
        public Found {
            requireNonNull(host);
            requireNonNull(route);
            requireNonNull(captures);
        }

        public Found(VirtualHost host, Route route) {
            this(host, route, Captures.NONE);
        }
    }

    /// The host was chosen, and none of its paths match. No other host is tried: see `docs/routing.md`.
    record NoPath(VirtualHost host) implements RouteMatch {}

    record NoHost() implements RouteMatch {}
}
