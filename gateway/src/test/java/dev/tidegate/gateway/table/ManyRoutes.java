package dev.tidegate.gateway.table;

import dev.tidegate.persistent.PersistentMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A table of as many routes as one asks for, and for each of them a request that it must answer.
///
/// Names and paths have one length whatever their number, so that tables of different sizes are asked alike.
public record ManyRoutes(Shape shape, int size, RoutingTable table) {

    /// What a client sends: its `Host` and its path.
    public record Asked(String authority, String path) {}

    private static final int ROUTES_OF_A_HOST = 3;

    public enum Shape {
        /// Hosts with three paths each.
        HOSTS(ROUTES_OF_A_HOST),
        /// The same, and every other host is a wildcard.
        WILDCARDS(2 * ROUTES_OF_A_HOST),
        /// One host with all the paths side by side, and every tenth is an exact one.
        PATHS(10);

        /// After as many routes comes one of the same kind.
        private final int kinds;

        Shape(int kinds) {
            this.kinds = kinds;
        }
    }

    static ManyRoutes of(Shape shape, int size) {
        ManyRoutes empty = new ManyRoutes(shape, size, RoutingTable.EMPTY);
        Map<HostPattern, List<Route>> byHost = new LinkedHashMap<>();
        for (int number = 0; number < size; number++) {
            HostPattern host = HostPattern.parse(empty.host(number));
            byHost.computeIfAbsent(host, _ -> new ArrayList<>()).add(empty.route(number));
        }
        List<VirtualHost> hosts = new ArrayList<>();
        byHost.forEach((pattern, routes) -> hosts.add(VirtualHost.of(pattern, routes, Optional.empty())));
        Provenance provenance = new Provenance(1, Instant.EPOCH, "many");
        return new ManyRoutes(
                shape,
                size,
                new RoutingTable(provenance, HostIndex.of(hosts), PersistentMap.empty(), Forwarding.TRUST_NOBODY));
    }

    private Route route(int number) {
        return new Route(
                id(number),
                isExact(number) ? new PathMatch.Exact(path(number)) : new PathMatch.Prefix(path(number)),
                new RouteAction.Forward(new BackendId("default/service-" + number + ":80")),
                Policies.NONE,
                ResourceRef.of("Ingress", "default", "many"));
    }

    /// The `i`th of eight from all over the table, of the same kinds whatever its size.
    int oneOfEight(int i) {
        int blocks = size / shape.kinds;
        return i * (blocks - 1) / 7 * shape.kinds + (i + 2) % shape.kinds;
    }

    /// The route that answers what is asked of the same number.
    static RouteId id(int number) {
        return new RouteId("default/many rules[" + number + "]");
    }

    /// In strings that nobody has seen before, as a decoder makes them of a request.
    Asked asked(int number) {
        String host = host(number);
        String path = path(number);
        return new Asked(
                host.startsWith("*") ? "shop" + host.substring(1) : host,
                isExact(number) ? path : (path.equals("/") ? "" : path) + "/orders/20261121");
    }

    private String host(int number) {
        int host = number / ROUTES_OF_A_HOST;
        return switch (shape) {
            case HOSTS -> "shop-" + sixDigits(host) + ".example.com";
            case WILDCARDS -> (host % 2 == 0 ? "shop." : "*.") + "team-" + sixDigits(host) + ".example.com";
            case PATHS -> "api.example.com";
        };
    }

    private String path(int number) {
        return switch (shape) {
            case HOSTS, WILDCARDS ->
                switch (number % ROUTES_OF_A_HOST) {
                    case 0 -> "/";
                    // Each route has a text of its own, as it has when it was read from a manifest.
                    case 1 -> "/api/v".concat("2");
                    default -> "/asse".concat("ts");
                };
            case PATHS -> "/service-" + sixDigits(number) + (isExact(number) ? "/status" : "");
        };
    }

    private boolean isExact(int number) {
        return shape == Shape.PATHS && number % 10 == 9;
    }

    private static String sixDigits(int number) {
        return Integer.toString(1_000_000 + number).substring(1);
    }
}
