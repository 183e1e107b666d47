package dev.tidegate.controller.leader;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.snapshot.ObjectKey;
import java.time.Duration;
import java.util.UUID;

/// Who stands for election, and by which Lease.
///
/// `identity`: of this process alone. `ttl`: how long the others wait for a leader that is silent, in whole seconds.
/// The leader itself gives up after two thirds of that, and renews fifteen times in two of them; 15 s, 10 s and 2 s
/// are what Kubernetes' own controllers use.
public record Election(ObjectKey lease, String identity, Duration ttl) {

    public static final Duration DEFAULT_TTL = Duration.ofSeconds(15);

    public Election {
        requireNonNull(lease);
        requireNonNull(identity);
        if (ttl.toSeconds() < 1 || ttl.toNanosPart() != 0) {
            throw new IllegalArgumentException("ttl: " + ttl + " (expected: whole seconds, at least one)");
        }
    }

    /// `name`: of the pod, or of the machine.
    public static String identityOf(String name) {
        return name + "_" + UUID.randomUUID();
    }

    Duration renewDeadline() {
        return ttl.multipliedBy(2).dividedBy(3);
    }

    Duration retryPeriod() {
        return ttl.multipliedBy(2).dividedBy(15);
    }
}
