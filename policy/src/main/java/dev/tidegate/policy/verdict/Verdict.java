package dev.tidegate.policy.verdict;

import static java.util.Objects.requireNonNull;

import dev.tidegate.policy.traffic.Connection;
import java.util.List;

/// What becomes of a connection: both of its ends must let it through.
public record Verdict(Connection connection, Judgement egress, Judgement ingress) {
    public Verdict {
        requireNonNull(connection);
        requireNonNull(egress);
        requireNonNull(ingress);
    }

    /// Denied if an end denies; not isolated if no policy speaks at either.
    public Outcome outcome() {
        List<Outcome> ends = List.of(egress.outcome(), ingress.outcome());
        return ends.contains(Outcome.DENIED)
                ? Outcome.DENIED
                : ends.contains(Outcome.ALLOWED) ? Outcome.ALLOWED : Outcome.NOT_ISOLATED;
    }

    public boolean getsThrough() {
        return outcome() != Outcome.DENIED;
    }

    /// The way of the connection: out of its source, then into its destination.
    public List<Judgement> judgements() {
        return List.of(egress, ingress);
    }
}
