package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

/// Names a route by the object and the field that asked for it, as `default/web rules[0].paths[1]`.
public record RouteId(String value) {
    public RouteId {
        requireNonNull(value);
    }
}
