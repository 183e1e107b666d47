package dev.tidegate.controller.publish;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.compile.Compiler;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.Source;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The journey of configuration, on one thread: watch → settle → snapshot → compile → publish → tell.
///
/// It also looks again when a certificate begins or ceases to be valid, so that this is told when it happens.
///
/// Nothing is compiled before the source has read all kinds once. A fault of our own goes to the fault handler and
/// costs one round: the last table keeps serving, and the loop goes on.
///
/// Threads: `start` and `close` are called once, by one thread. The source is started here, and is its owner's to
/// close.
public final class ControlLoop implements AutoCloseable {

    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(10);
    private static final Duration OVERDUE_SLEEP = Duration.ofSeconds(1);

    private final Source source;
    private final Compiler compiler;
    private final Publisher publisher;
    private final List<DiagnosticSubscriber> diagnosticSubscribers;
    private final FaultHandler faults;
    private final ChangeSignal changes;
    private final Thread thread;
    private Compilation last;
    private volatile @Nullable Round lastRound;

    public ControlLoop(
            Source source,
            Compiler compiler,
            Publisher publisher,
            List<DiagnosticSubscriber> diagnosticSubscribers,
            FaultHandler faults,
            Settle settle) {
        this.source = requireNonNull(source);
        this.compiler = requireNonNull(compiler);
        this.publisher = requireNonNull(publisher);
        this.diagnosticSubscribers = List.copyOf(diagnosticSubscribers);
        this.faults = requireNonNull(faults);
        this.changes = new ChangeSignal(settle);
        this.last = compiler.empty();
        this.thread = Thread.ofPlatform().name("control-loop").daemon().unstarted(this::run);
    }

    /// Starts the source and the loop; returns at once.
    public void start() {
        thread.start();
        source.start(changes::raise);
    }

    private void run() {
        try {
            while (changes.await(untilDue())) {
                round();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /// A certificate begins or ends without an event. Clocks are set, so nobody sleeps for long on a moment of
    /// theirs.
    private Duration untilDue() {
        Duration due = compiler.untilDue(last);
        if (due.isZero()) {
            return OVERDUE_SLEEP; // no round could be made of it
        }
        return due.compareTo(LONGEST_SLEEP) < 0 ? due : LONGEST_SLEEP;
    }

    private void round() {
        try {
            if (!source.synced()) {
                return; // it raises the signal again when it is
            }
            Snapshot snapshot = source.snapshot();
            last = compiler.compile(snapshot, last);
            publisher.publish(last);
            Round before = lastRound;
            lastRound = new Round(before == null ? 1 : before.number() + 1, snapshot, last);
        } catch (RuntimeException fault) {
            faults.onFault("compiling " + source.describe(), fault);
            return;
        }
        for (DiagnosticSubscriber subscriber : diagnosticSubscribers) {
            try {
                subscriber.onDiagnostics(last.diagnostics());
            } catch (RuntimeException fault) {
                faults.onFault("telling the diagnostics of " + source.describe(), fault);
            }
        }
    }

    /// The last round that ended in a compilation. Threads: any.
    public Optional<Round> lastRound() {
        return Optional.ofNullable(lastRound);
    }

    /// Ends the loop after the round it is in, and waits for that. Idempotent.
    @Override
    public void close() {
        changes.close();
        if (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
