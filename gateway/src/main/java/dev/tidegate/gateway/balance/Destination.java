package dev.tidegate.gateway.balance;

import dev.tidegate.gateway.table.Affinity;
import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.Balancing;
import dev.tidegate.gateway.table.Canary;
import dev.tidegate.gateway.table.Policies;
import dev.tidegate.gateway.table.RoutingTable;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Where a request of a route goes, to its own backend or to the canary's, and how an endpoint is picked there; null
/// where endpoints take turns.
public record Destination(Backend backend, @Nullable Balancing balancing) {

    /// Shape: a route's policies and backend → one of the two. A session goes before the canary's rules.
    public static Destination of(
            Policies policies, Backend primary, RoutingTable table, RequestView request, RandomGenerator random) {
        Canary canary = policies.canary();
        Backend other = canary == null ? null : table.backend(canary.backend());
        if (canary == null
                || other == null
                || other.endpoints().isEmpty()
                || primary.endpoints().isEmpty()) {
            return new Destination(primary, policies.balancing());
        }
        Affinity shared = canary.sharesSessions() && policies.balancing() instanceof Affinity it ? it : null;
        Optional<Boolean> bound = shared == null ? Optional.empty() : bound(shared, primary, other, request);
        if (!bound.orElseGet(() -> CanaryChoice.takes(canary.rules(), request, random))) {
            return new Destination(primary, policies.balancing());
        }
        return new Destination(other, shared == null ? canary.balancing().orElse(null) : shared);
    }

    /// Is the request of a session with the canary? Empty if it is of no session with either.
    private static Optional<Boolean> bound(Affinity shared, Backend primary, Backend other, RequestView request) {
        Session session = Session.parse(request.cookie(shared.cookie().name()));
        if (session == null) {
            return Optional.empty();
        }
        if (session.backend() == Session.backend(primary.id())) {
            return Optional.of(false);
        }
        return session.backend() == Session.backend(other.id()) ? Optional.of(true) : Optional.empty();
    }
}
