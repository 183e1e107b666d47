package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

import dev.tidegate.gateway.table.PathMatch;
import dev.tidegate.gateway.table.ResourceRef;
import dev.tidegate.gateway.table.RouteId;

/// A path of a host that somebody asked for, whether he got it or not: `field` is where he did, as
/// `spec.rules[0].http.paths[1]` or `spec.defaultBackend`.
public record HostClaim(ResourceRef source, RouteId id, PathMatch path, String field) {

    public HostClaim {
        requireNonNull(source);
        requireNonNull(id);
        requireNonNull(path);
        requireNonNull(field);
    }

    static HostClaim of(Declaration declaration, PathClaim claim) {
        return new HostClaim(declaration.source(), claim.inClear().id(), claim.path(), claim.field());
    }

    /// Where the host itself is named.
    public String hostField() {
        int http = field.indexOf(".http.");
        return http < 0 ? field : field.substring(0, http) + ".host";
    }

    public boolean isDefaultBackend() {
        return !field.contains(".http.");
    }
}
