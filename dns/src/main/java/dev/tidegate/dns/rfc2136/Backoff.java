package dev.tidegate.dns.rfc2136;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How often a question is asked again, and after which pauses: each twice as long as the one before, and between
/// half of that and all of it, so that those who failed together do not come back together.
///
/// Threads: any, as far as `random` goes.
public record Backoff(int attempts, Duration first, RandomGenerator random) {

    public Backoff {
        if (attempts < 1 || first.isNegative()) {
            throw new IllegalArgumentException(
                    "attempts: " + attempts + ", first: " + first + " (expected: at least one, and not negative)");
        }
    }

    /// Three attempts, 0.25 s and 0.5 s between them.
    public static Backoff of(RandomGenerator random) {
        return new Backoff(3, Duration.ofMillis(250), random);
    }

    /// After so many failures, from 1.
    Duration pause(int failures) {
        long half = first.multipliedBy(1L << Math.min(failures - 1, 10)).toNanos() / 2;
        return Duration.ofNanos(half + random.nextLong(half + 1));
    }
}
