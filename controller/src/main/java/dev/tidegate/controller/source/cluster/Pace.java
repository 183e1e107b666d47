package dev.tidegate.controller.source.cluster;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How fast one kind of request may be made, so that ten thousand of them at once do not fall upon a server that has
/// just come back.
///
/// At most so many are in flight, and at most so many begin in a second. A request that gets no answer stops all
/// others: after a pause that doubles up to eight seconds, each time a little different, one goes ahead, and only
/// when it is answered may the rest follow.
///
/// Threads: one. Times are those of a clock that only goes forward, in ns.
final class Pace {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final int DOUBLINGS = 5;

    private final int inFlightAtMost;
    private final long gapNs;
    private final RandomGenerator random;

    private int inFlight;
    private int unanswered;
    private long nextNs;
    private long pausedUntilNs;

    Pace(int inFlightAtMost, int perSecond, RandomGenerator random, long nowNs) {
        this.inFlightAtMost = inFlightAtMost;
        this.gapNs = Duration.ofSeconds(1).toNanos() / perSecond;
        this.random = random;
        this.nextNs = nowNs;
        this.pausedUntilNs = nowNs;
    }

    /// May one begin, leaving the time aside?
    boolean free() {
        return inFlight < (unanswered == 0 ? inFlightAtMost : 1);
    }

    /// How long until the next one may begin, in ns; nothing or less: now.
    long waitNs(long nowNs) {
        return nextNs - nowNs;
    }

    void begin(long nowNs) {
        inFlight++;
        // What was left unused a moment ago may be used now; what was left unused long ago is lost.
        nextNs = Math.max(nextNs, nowNs - gapNs * inFlightAtMost) + gapNs;
    }

    /// One ended with an answer, whatever it was.
    void answered() {
        inFlight--;
        unanswered = 0;
    }

    /// One ended without.
    void unanswered(long nowNs) {
        inFlight--;
        // Those that were in flight together fail together, and that is one failure.
        if (nowNs - pausedUntilNs >= 0) {
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(unanswered, DOUBLINGS));
            unanswered++;
            pause(jittered(pause, random), nowNs);
        }
    }

    /// The server asks to be left alone for so long.
    void pause(Duration pause, long nowNs) {
        pausedUntilNs = Math.max(pausedUntilNs, nowNs + pause.toNanos());
        nextNs = Math.max(nextNs, pausedUntilNs);
    }

    /// Between half of it and all of it.
    static Duration jittered(Duration duration, RandomGenerator random) {
        long half = duration.toNanos() / 2;
        return Duration.ofNanos(half + random.nextLong(half + 1));
    }
}
