package dev.tidegate.policy.verdict;

import static java.util.Objects.requireNonNull;

import dev.tidegate.policy.rule.PolicyRef;
import dev.tidegate.policy.traffic.Direction;
import java.util.OptionalInt;

/// A rule of a policy, and which of its items matched; absent where the rule asks for nothing, or nothing matched.
/// `name` is that of a cluster's rule, and may be empty.
public record Clause(PolicyRef policy, Direction direction, int rule, String name, OptionalInt peer, OptionalInt port) {

    public Clause {
        requireNonNull(policy);
        requireNonNull(direction);
        requireNonNull(name);
        requireNonNull(peer);
        requireNonNull(port);
    }

    /// `spec.ingress[0]`
    public String path() {
        return "spec." + direction.word() + "[" + rule + "]";
    }

    /// `NetworkPolicy shop/allow-web spec.ingress[0]`
    public String text() {
        return policy.text() + " " + path() + (name.isEmpty() ? "" : " (" + name + ")");
    }
}
