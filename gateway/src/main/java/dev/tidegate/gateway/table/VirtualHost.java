package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One host and its routes in order of precedence (see [PathMatch]); of two routes for one match, the first stands.
///
/// `certificate` names the certificate that its manifest asks for, by the id that the TLS side gives it.
public final class VirtualHost {

    private final HostPattern pattern;
    private final List<Route> routes;
    private final Optional<String> certificate;
    private final HostPolicies policies;
    private final PathIndex paths;

    private VirtualHost(HostPattern pattern, List<Route> routes, Optional<String> certificate, HostPolicies policies) {
        this.pattern = requireNonNull(pattern);
        this.routes = routes;
        this.certificate = certificate;
        this.policies = requireNonNull(policies);
        this.paths = PathIndex.of(this, routes);
    }

    /// Shape: routes in any order, rivals in order of claim → the host, its routes sorted by precedence.
    public static VirtualHost of(
            HostPattern pattern, List<Route> routes, Optional<String> certificate, HostPolicies policies) {
        return new VirtualHost(
                pattern,
                routes.stream().sorted((a, b) -> a.path().compareTo(b.path())).toList(),
                certificate,
                policies);
    }

    /// The same, where nothing holds for the whole host.
    public static VirtualHost of(HostPattern pattern, List<Route> routes, Optional<String> certificate) {
        return of(pattern, routes, certificate, HostPolicies.NONE);
    }

    public HostPattern pattern() {
        return pattern;
    }

    public List<Route> routes() {
        return routes;
    }

    public Optional<String> certificate() {
        return certificate;
    }

    public HostPolicies policies() {
        return policies;
    }

    /// Shape: a path as [RequestPath] gives it → found or no path. Allocates nothing, but for expressions; any thread.
    public RouteMatch match(String path) {
        return paths.match(path);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (other == this) {
            return true; // tables that share their unchanged hosts are compared often
        }
        return other instanceof VirtualHost that
                && pattern.equals(that.pattern)
                && routes.equals(that.routes)
                && certificate.equals(that.certificate)
                && policies.equals(that.policies);
    }

    @Override
    public int hashCode() {
        return 31 * pattern.hashCode() + routes.hashCode();
    }

    @Override
    public String toString() {
        return "VirtualHost[" + pattern.text() + ", " + routes + ", " + certificate + ", " + policies + "]";
    }
}
