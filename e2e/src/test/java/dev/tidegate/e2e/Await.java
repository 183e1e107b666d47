package dev.tidegate.e2e;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/// Waits for what must become true, bounded, and looks often.
public final class Await {

    /// For what a loaded machine does in a second or two.
    public static final Duration BOUND = Duration.ofSeconds(20);

    /// For a change to be served: promised is one second, and a loaded machine may take longer.
    public static final Duration SERVED = Duration.ofSeconds(5);

    /// For what is started while others are busy: a JVM on a machine with ten times as much to do as it can.
    private static final Duration STARTED = Duration.ofSeconds(60);

    private static final Duration WHILE = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(5);

    private Await() {}

    public static void until(String what, Callable<Boolean> holds) {
        within(BOUND, what).until(holds);
    }

    public static void untilStarted(String what, Callable<Boolean> holds) {
        within(STARTED, what).until(holds);
    }

    public static void untilServed(String what, Callable<Boolean> holds) {
        within(SERVED, what).until(holds);
    }

    /// Looks for a while whether something holds all the time, as what shall never be has no event to wait for.
    public static void thatHolds(String what, Callable<Boolean> holds) {
        within(BOUND, what).during(WHILE).until(holds);
    }

    private static ConditionFactory within(Duration bound, String what) {
        return Awaitility.await(what).atMost(bound).pollDelay(Duration.ZERO).pollInterval(LOOK);
    }
}
