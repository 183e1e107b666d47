package dev.tidegate.controller.lastgood;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.publish.LiveSubscriber;
import dev.tidegate.controller.snapshot.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down what is good, as it changes, at most once in half a second, and when it is closed.
///
/// Threads: one of its own writes; the methods may be called from any. Fails: never. A file that cannot be written is
/// told once, and the process goes on without it.
public final class LastGoodKeeper implements LiveSubscriber, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LastGoodKeeper.class);

    /// A burst of changes is one commit.
    private static final Duration GAP = Duration.ofMillis(500);
    /// What the last commit may take.
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final LastGoodFile file;
    private final InstantSource clock;
    private final Semaphore changes = new Semaphore(0);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread writer = Thread.ofPlatform().name("last-good").daemon().unstarted(this::run);
    private volatile @Nullable Snapshot latest;
    private volatile Optional<Instant> written = Optional.empty();

    /// The file is this keeper's from here on, to close with it.
    public LastGoodKeeper(LastGoodFile file, InstantSource clock) {
        this.file = requireNonNull(file);
        this.clock = requireNonNull(clock);
    }

    public void start() {
        writer.start();
    }

    @Override
    public String name() {
        return "last-good";
    }

    @Override
    public void onLive(Compilation live) {
        latest = live.lastGood();
        changes.release();
    }

    /// When this process last wrote; empty before the first time, and once it cannot.
    public Optional<Instant> written() {
        return written;
    }

    private void run() {
        try {
            while (closed.getCount() > 0) {
                changes.acquire();
                changes.drainPermits();
                write();
                closed.await(GAP.toMillis(), TimeUnit.MILLISECONDS);
            }
            write(); // the time of an orderly stop is known, and what it leaves is good
            file.close();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (LastGoodRefused refused) {
            written = Optional.empty();
            log.error("{}; what is good is kept no longer", refused.line());
        } catch (RuntimeException fault) {
            written = Optional.empty();
            log.error("internal fault while writing the last-good file; what is good is kept no longer", fault);
        }
    }

    private void write() throws LastGoodRefused {
        Snapshot snapshot = latest;
        if (snapshot != null) {
            Instant now = clock.instant();
            file.save(snapshot, now);
            written = Optional.of(now);
        }
    }

    /// Writes the last change and closes the file. Idempotent.
    @Override
    public void close() {
        closed.countDown();
        changes.release();
        if (writer.getState() == Thread.State.NEW) {
            file.close();
            return;
        }
        try {
            writer.join(LONGEST_END);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
