package dev.tidegate.controller.event;

import java.time.Duration;

/// How many Events are written at the most.
///
/// `perSecond`: on average, over all objects; ten times as many at once. `perObject`: at once about one object,
/// then one in each `refill`. `waiting`: that wait to be written; what comes beyond is dropped. `retry`: how long
/// to leave an API server alone that does not answer, and `refused` a namespace in which it says no.
public record EventPace(int perSecond, int perObject, Duration refill, int waiting, Duration retry, Duration refused) {

    /// As client-go's recorder for one object.
    public static final EventPace DEFAULT =
            new EventPace(10, 25, Duration.ofMinutes(5), 10_000, Duration.ofSeconds(5), Duration.ofMinutes(5));
}
