package dev.tidegate.controller.view;

import static java.util.Objects.requireNonNull;

import dev.tidegate.gateway.table.PathMatch;
import dev.tidegate.gateway.table.ResourceRef;
import dev.tidegate.gateway.table.Route;
import dev.tidegate.gateway.table.RouteAction;
import dev.tidegate.gateway.table.RouteId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One path of a host: what it takes, where it leads, and the field of the object that asked for it.
///
/// Either `backend` stands there, or `reason` and `detail`: a broken route answers by itself and says why.
public record RouteView(
        String pathType,
        String path,
        @Nullable String backend,
        @Nullable String reason,
        @Nullable String detail,
        List<PolicyView> policies,
        ResourceRef source,
        String field) {

    public RouteView {
        requireNonNull(pathType);
        requireNonNull(path);
        policies = List.copyOf(policies);
        requireNonNull(source);
        requireNonNull(field);
    }

    public static RouteView of(Route route) {
        RouteAction.@Nullable Fail fail = route.action() instanceof RouteAction.Fail it ? it : null;
        return new RouteView(
                typeOf(route.path()),
                route.path().path(),
                route.action() instanceof RouteAction.Forward it ? it.backend().value() : null,
                fail == null ? null : fail.reason().code(),
                fail == null ? null : fail.detail(),
                route.policies().list().stream().map(PolicyView::of).toList(),
                route.source(),
                fieldOf(route.id()));
    }

    /// As a manifest says it: `Exact`; or `Regex`, which an annotation says.
    public static String typeOf(PathMatch match) {
        return switch (match) {
            case PathMatch.Exact ignored -> "Exact";
            case PathMatch.Prefix ignored -> "Prefix";
            case PathMatch.Regex ignored -> "Regex";
        };
    }

    /// `default/web rules[0].paths[1]` → `spec.rules[0].http.paths[1]`; empty where a flag asked for the route.
    private static String fieldOf(RouteId id) {
        String place = id.value().substring(id.value().indexOf(' ') + 1);
        return place.startsWith("--") ? "" : "spec." + place.replace("].paths[", "].http.paths[");
    }

    /// `Exact /cart`
    public String text() {
        return pathType + " " + path;
    }
}
