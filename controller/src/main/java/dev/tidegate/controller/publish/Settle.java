package dev.tidegate.controller.publish;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/// How long the loop lets changes settle: until nothing changed for `quiet`, and never longer than `bound`, so that a
/// source that never rests is served all the same. One that comes alone, at least `bound` after the last, is not made
/// to wait: it is what somebody looks at who has just made an edit.
public record Settle(Duration quiet, Duration bound) {

    /// Short, because a compilation costs what has changed and no more: a source gathers bursts by itself.
    public static final Settle DEFAULT = new Settle(Duration.ofMillis(2), Duration.ofMillis(50));

    public Settle {
        requireNonNull(quiet);
        requireNonNull(bound);
        if (quiet.isNegative() || bound.compareTo(quiet) < 0) {
            throw new IllegalArgumentException(
                    "quiet: " + quiet + ", bound: " + bound + " (expected: 0 <= quiet <= bound)");
        }
    }
}
