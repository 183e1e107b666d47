package dev.tidegate.policy.verdict;

import static java.util.Objects.requireNonNull;

import dev.tidegate.policy.traffic.Direction;
import java.util.List;

/// What one end of a connection says to it. `passed`: the rules of the cluster that left it to the next tier.
public record Judgement(Direction direction, Outcome outcome, Cause cause, List<Clause> passed) {
    public Judgement {
        requireNonNull(direction);
        requireNonNull(outcome);
        requireNonNull(cause);
        passed = List.copyOf(passed);
    }
}
