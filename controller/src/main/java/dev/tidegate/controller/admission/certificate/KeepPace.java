package dev.tidegate.controller.admission.certificate;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/// How often a certificate is looked at. `calm`: while all is well. After a failure it is `first`, and twice as long
/// with each further one, up to `last`.
public record KeepPace(Duration calm, Duration first, Duration last) {

    public static final KeepPace DEFAULT =
            new KeepPace(Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofMinutes(1));

    public KeepPace {
        requireNonNull(calm);
        requireNonNull(first);
        requireNonNull(last);
    }

    /// Shape: how many looks in a row have failed → how long until the next.
    Duration after(int failures) {
        if (failures == 0) {
            return calm;
        }
        Duration pause = first;
        for (int i = 1; i < failures && pause.compareTo(last) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(last) < 0 ? pause : last;
    }
}
