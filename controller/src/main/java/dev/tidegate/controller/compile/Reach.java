package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.ClientAccess;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.Reason;
import dev.tidegate.policy.verdict.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What network policies make of a backend: which endpoints they keep the gateway from, whether it heeds that, and
/// which clients they let in. `fault`: what went wrong in judging it, if something did.
public record Reach(boolean enforced, List<Denied> denied, ClientAccess clients, Optional<Diagnostic> fault) {

    /// No policy speaks of it, or nobody asked.
    public static final Reach FREE = new Reach(false, List.of(), ClientAccess.EVERYBODY, Optional.empty());

    /// An endpoint that policies keep the gateway from. `verdict` is empty where it cannot be judged, since the labels
    /// of its pod are not known: whether it may be reached is not known, and so it may not.
    public record Denied(Endpoint endpoint, Optional<Verdict> verdict) {
        public Denied {
            requireNonNull(endpoint);
            requireNonNull(verdict);
        }
    }

    public Reach {
        denied = List.copyOf(denied);
        requireNonNull(clients);
        requireNonNull(fault);
    }

    /// Judging failed in a way that nobody foresaw, which is no leave to connect.
    static Reach unjudged(List<Endpoint> endpoints, Diagnostic fault) {
        return new Reach(
                true,
                endpoints.stream()
                        .map(endpoint -> new Denied(endpoint, Optional.empty()))
                        .toList(),
                ClientAccess.EVERYBODY,
                Optional.of(fault));
    }

    /// The backend as the gateway is to have it.
    Backend of(Backend backend) {
        if (!enforced || denied.isEmpty()) {
            return clients.isEverybody() ? backend : with(backend, backend.endpoints(), backend.whenEmpty(), clients);
        }
        Set<Endpoint> out = new HashSet<>();
        denied.forEach(it -> out.add(it.endpoint()));
        List<Endpoint> left =
                backend.endpoints().stream().filter(it -> !out.contains(it)).toList();
        return with(backend, left, left.isEmpty() ? Reason.POLICY_DENIED : backend.whenEmpty(), clients);
    }

    private static Backend with(Backend backend, List<Endpoint> endpoints, Reason whenEmpty, ClientAccess clients) {
        return new Backend(
                backend.id(),
                backend.protocol(),
                backend.balance(),
                endpoints,
                whenEmpty,
                clients,
                backend.serviceName(),
                backend.servicePort(),
                backend.source());
    }
}
