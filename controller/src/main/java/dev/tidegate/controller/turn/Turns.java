package dev.tidegate.controller.turn;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns at one job, by a thread of its own: as soon as something calls for one, and else when the pause is over that
/// the turn before has asked for. Calls during a turn make one more, however many they are.
///
/// Threads: `wake` by any; `start` and `close` by whoever owns the job. Fails: never. What a turn throws is an internal
/// fault: it is logged, and the next turn is tried after a while.
public final class Turns implements AutoCloseable {

    /// The pause of a job that has nothing to do until it is called for.
    public static final Duration UNTIL_WOKEN = Duration.ofDays(365);

    private static final Logger log = LoggerFactory.getLogger(Turns.class);

    /// One turn at the job.
    @FunctionalInterface
    public interface Turn {

        /// → how long to pause, if nothing calls; zero is no pause. Interrupted when the job ends.
        Duration take() throws InterruptedException;
    }

    private final String job;
    private final Duration afterFault;
    private final Turn turn;
    private final Semaphore calls = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    /// `thread`: its name. `job`: for people, after "while". `afterFault`: the pause after an internal fault.
    public Turns(String thread, String job, Duration afterFault, Turn turn) {
        this.job = requireNonNull(job);
        this.afterFault = requireNonNull(afterFault);
        this.turn = requireNonNull(turn);
        this.thread = Thread.ofPlatform().daemon().name(thread).unstarted(this::run);
    }

    /// The first turn is taken at once. Once.
    public void start() {
        thread.start();
    }

    public void wake() {
        calls.release();
    }

    /// Is the job to end? Asked by long turns.
    public boolean closed() {
        return closed;
    }

    /// Breaks the turn off that is being taken, and waits until it has ended. Idempotent.
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        if (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        try {
            while (!closed) {
                pause(take());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration take() throws InterruptedException {
        try {
            return turn.take();
        } catch (RuntimeException fault) {
            if (!closed) {
                log.error("internal fault while {}; trying again", job, fault);
            }
            return afterFault;
        }
    }

    private void pause(Duration pause) throws InterruptedException {
        boolean called = calls.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
        log.trace("{}: {}", job, called ? "called for" : "by the clock");
        calls.drainPermits();
    }
}
