package dev.tidegate.controller.records;

import java.time.Duration;

/// How fast records are published.
///
/// `interval`: how often it is read what stands in the zones; between that, only what changes here is changed there.
/// `retry`: the first pause after what failed, twice as long each time, up to the interval. `handful`: how many changes
/// a round makes at most.
public record PublishPace(Duration interval, Duration retry, int handful) {

    private static final int DOUBLINGS = 10;

    public PublishPace {
        if (!interval.isPositive() || !retry.isPositive() || handful < 1) {
            throw new IllegalArgumentException("interval: " + interval + ", retry: " + retry + ", handful: " + handful
                    + " (expected: all more than nothing)");
        }
    }

    public static PublishPace of(Duration interval) {
        return new PublishPace(interval, Duration.ofMillis(250), 200);
    }

    /// After so many failures on end, from 1.
    Duration retryAfter(int failures) {
        Duration pause = retry.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        return pause.compareTo(interval) < 0 ? pause : interval;
    }
}
