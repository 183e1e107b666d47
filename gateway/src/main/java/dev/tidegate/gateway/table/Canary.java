package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// A second backend of a route, that takes some of its requests; all else that the route does stays as it is.
///
/// `balancing`: how its endpoints are picked, where they do not take turns. `sharesSessions`: a session of the route is
/// one with the canary too: a client stays with whichever it first got. `id` and `source`: who asked for it.
///
/// Where either backend has no endpoint, there is no canary. Source: ingress-nginx.
public record Canary(
        BackendId backend,
        CanaryRules rules,
        Optional<Balancing> balancing,
        boolean sharesSessions,
        RouteId id,
        ResourceRef source)
        implements RoutePolicy {

    public Canary {
        requireNonNull(backend);
        requireNonNull(rules);
        requireNonNull(balancing);
        requireNonNull(id);
        requireNonNull(source);
    }
}
