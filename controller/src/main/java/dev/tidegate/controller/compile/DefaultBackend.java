package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.annotation.Settings;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.HostPolicies;
import dev.tidegate.gateway.table.PathMatch;
import dev.tidegate.gateway.table.Policies;
import dev.tidegate.gateway.table.ResourceRef;
import dev.tidegate.gateway.table.Route;
import dev.tidegate.gateway.table.RouteAction;
import dev.tidegate.gateway.table.RouteId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The Service of `--default-backend-service`: what answers where nobody else does, on known hosts and unknown ones.
///
/// It claims the host-less host, so that there is one, and the rest of each host as its last resort. Source:
/// ingress-nginx: path and method are kept, and the Service's first port is meant.
record DefaultBackend(Declaration declaration, PathClaim claim) {

    private static final String FLAG = "--default-backend-service";

    DefaultBackend {
        requireNonNull(declaration);
        requireNonNull(claim);
    }

    static DefaultBackend of(ObjectKey service) {
        ResourceRef source = ResourceRef.of("Service", service.namespace(), service.name());
        BackendRef backend = new BackendRef(service, new BackendRef.FirstPort(), Optional.empty(), Optional.empty());
        Route route = new Route(
                new RouteId(FLAG),
                new PathMatch.Prefix("/"),
                new RouteAction.Forward(backend.id()),
                Policies.of(Settings.DEFAULT.bodyLimit()),
                source);
        Declaration declaration = new Declaration(
                source,
                Instant.MAX,
                Map.of(HostPattern.ANY, List.of()),
                false,
                HostPolicies.NONE,
                List.of(),
                List.of(new BackendUse(backend, FLAG)),
                List.of());
        return new DefaultBackend(
                declaration, new PathClaim(PathClaim.Rank.FALLBACK, route, route, FLAG, "/", Optional.empty()));
    }
}
