package dev.tidegate.dns.resolve;

import java.time.Duration;
import java.time.Instant;

/// How long things are believed, whatever servers say.
///
/// `minTtl`, `maxTtl`: bounds of the time for which addresses are fresh. `maxNegative`: the longest that "there is
/// nothing" is believed (RFC 2308 §5). `firstRetry`, `lastRetry`: after a failure it is tried again after the first,
/// then twice that, up to the last (RFC 9520 §3.2: at least a second, at most five minutes). `maxStale`: for how long
/// after they were last confirmed addresses outlive failures (RFC 8767 §5: one to three days).
public record NameTimes(
        Duration minTtl,
        Duration maxTtl,
        Duration maxNegative,
        Duration firstRetry,
        Duration lastRetry,
        Duration maxStale) {

    public static final NameTimes DEFAULT = new NameTimes(
            Duration.ofSeconds(5),
            Duration.ofHours(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(2),
            Duration.ofMinutes(1),
            Duration.ofDays(1));

    public NameTimes {
        if (minTtl.isNegative() || minTtl.isZero() || maxTtl.compareTo(minTtl) < 0) {
            throw new IllegalArgumentException(
                    "minTtl: " + minTtl + ", maxTtl: " + maxTtl + " (expected: 0 < minTtl <= maxTtl)");
        }
        if (firstRetry.isNegative() || firstRetry.isZero() || lastRetry.compareTo(firstRetry) < 0) {
            throw new IllegalArgumentException("firstRetry: " + firstRetry + ", lastRetry: " + lastRetry
                    + " (expected: 0 < firstRetry <= lastRetry)");
        }
    }

    Duration fresh(Duration ttl) {
        return within(ttl, maxTtl);
    }

    Duration negative(Duration ttl) {
        return within(ttl, maxNegative);
    }

    /// When addresses that were told then are let go, if nobody tells them again.
    Instant letGo(Instant told) {
        return told.plus(maxStale);
    }

    private Duration within(Duration ttl, Duration longest) {
        Duration bounded = ttl.compareTo(longest) > 0 ? longest : ttl;
        return bounded.compareTo(minTtl) < 0 ? minTtl : bounded;
    }

    /// After so many failures in a row, from 1.
    Duration retry(int failures) {
        Duration doubled = firstRetry.multipliedBy(1L << Math.min(failures - 1, 20));
        return doubled.compareTo(lastRetry) > 0 ? lastRetry : doubled;
    }
}
