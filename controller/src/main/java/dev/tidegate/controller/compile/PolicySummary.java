package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.policy.PolicyMode;
import dev.tidegate.controller.snapshot.Enforcement;
import dev.tidegate.controller.snapshot.ObjectKey;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What network policies come to, for those who count. `policies`: how many there are. `denials`: in order of Services.
public record PolicySummary(PolicyMode mode, Enforcement enforcement, int policies, List<Denial> denials) {

    /// From how many of a Service's endpoints the gateway is kept. `heeded`: it sends them nothing.
    public record Denial(ObjectKey service, boolean heeded, long endpoints) {
        public Denial {
            requireNonNull(service);
        }
    }

    public PolicySummary {
        requireNonNull(mode);
        requireNonNull(enforcement);
        denials = List.copyOf(denials);
    }

    static PolicySummary of(Backends backends) {
        Map<Denial, Long> counted = new HashMap<>();
        backends.byRef().forEach((ref, resolved) -> {
            Reach reach = resolved.reach();
            if (!reach.denied().isEmpty()) {
                counted.merge(
                        new Denial(ref.service(), reach.enforced(), 0),
                        (long) reach.denied().size(),
                        Math::max);
            }
        });
        PolicyState state = backends.policies();
        int policies = state.policies().cluster().size()
                + state.policies().byNamespace().values().stream()
                        .mapToInt(List::size)
                        .sum();
        return new PolicySummary(
                state.mode(),
                state.enforcement(),
                policies,
                counted.entrySet().stream()
                        .map(it -> new Denial(it.getKey().service(), it.getKey().heeded(), it.getValue()))
                        .sorted(Comparator.comparing(Denial::service).thenComparing(Denial::heeded))
                        .toList());
    }
}
