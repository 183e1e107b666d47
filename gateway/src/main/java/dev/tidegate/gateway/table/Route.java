package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

/// One path of one host: what it takes, what it does, under which policies, and who asked for it.
public record Route(RouteId id, PathMatch path, RouteAction action, Policies policies, ResourceRef source) {
    public Route {
        requireNonNull(id);
        requireNonNull(path);
        requireNonNull(action);
        requireNonNull(policies);
        requireNonNull(source);
    }

    /// The same, under one policy more.
    public Route including(RoutePolicy policy) {
        return new Route(id, path, action, policies.including(policy), source);
    }

    /// The same, for other paths.
    public Route at(PathMatch other) {
        return new Route(id, other, action, policies, source);
    }
}
