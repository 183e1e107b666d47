package dev.tidegate.policy.verdict;

import static java.util.Objects.requireNonNull;

import dev.tidegate.policy.rule.PolicyRef;
import dev.tidegate.policy.rule.Tier;
import java.util.List;

/// Why a connection gets through in one direction, or does not.
public sealed interface Cause {

    /// Policies have no say: a pod to itself, or a pod and its own node.
    record Exempt(Exemption exemption) implements Cause {
        public Exempt {
            requireNonNull(exemption);
        }
    }

    enum Exemption {
        ITSELF,
        OWN_NODE
    }

    /// Whose policies would be asked is no pod, or one on its node's network.
    record NoSubject() implements Cause {}

    /// No policy means the pod in this direction, or none of the cluster's rules takes the connection.
    record NoPolicy() implements Cause {}

    /// This rule lets it through.
    record Let(Clause clause) implements Cause {
        public Let {
            requireNonNull(clause);
        }
    }

    /// This rule of the cluster refuses it.
    record Refused(Clause clause, Tier tier) implements Cause {
        public Refused {
            requireNonNull(clause);
            requireNonNull(tier);
        }
    }

    /// These policies isolate the pod, and no rule of theirs lets it through.
    record Isolated(List<PolicyRef> by, List<NearMiss> nearMisses) implements Cause {
        public Isolated {
            by = List.copyOf(by);
            nearMisses = List.copyOf(nearMisses);
        }
    }
}
