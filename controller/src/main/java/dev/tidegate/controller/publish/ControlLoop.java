package dev.tidegate.controller.publish;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.compile.Compiler;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.diagnostic.Diagnostics;
import dev.tidegate.controller.snapshot.Remembered;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.Source;
import dev.tidegate.gateway.table.ResourceRef;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    private static final Logger log = LoggerFactory.getLogger(ControlLoop.class);

    /// How long the source may take before what an earlier process knew is served in its stead.
    public static final Duration PATIENCE = Duration.ofSeconds(3);

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
    private Optional<Remembered> remembered = Optional.empty();
    private volatile @Nullable Remembered standIn;
    private long startedNs;

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
        start(Optional.empty());
    }

    /// The same, with what an earlier process knew: the first round goes on from it, and if the source has not been
    /// read within [#PATIENCE], it is served until it has.
    public void start(Optional<Remembered> remembered) {
        this.remembered = remembered;
        startedNs = System.nanoTime();
        remembered.ifPresent(it -> source.recall(it.snapshot()));
        thread.start();
        source.start(changes::raise);
    }

    /// What is served for want of the source, if it is. Threads: any.
    public Optional<Remembered> standIn() {
        return Optional.ofNullable(standIn);
    }

    private void run() {
        try {
            remembered.ifPresent(this::recall);
            while (changes.await(untilDue())) {
                round();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /// Compiles what was known and shows it to nobody, so that the next compilation has a last good to go back to.
    private void recall(Remembered known) {
        try {
            last = compiler.compile(known.snapshot(), last);
        } catch (RuntimeException fault) {
            remembered = Optional.empty();
            faults.onFault("compiling what was remembered in " + known.place(), fault);
        }
    }

    /// A certificate begins or ends without an event. Clocks are set, so nobody sleeps for long on a moment of
    /// theirs.
    private Duration untilDue() {
        if (remembered.isPresent() && standIn == null) {
            return patienceLeft();
        }
        Duration due = compiler.untilDue(last);
        if (due.isZero()) {
            return OVERDUE_SLEEP; // no round could be made of it
        }
        return due.compareTo(LONGEST_SLEEP) < 0 ? due : LONGEST_SLEEP;
    }

    private Duration patienceLeft() {
        Duration left = PATIENCE.minusNanos(System.nanoTime() - startedNs);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void round() {
        Optional<Remembered> known = remembered;
        if (source.synced()) {
            remembered = Optional.empty();
            if (round(source::snapshot, publisher::publish) && standIn != null) {
                log.info("{} has been read; what was remembered is served no longer", source.describe());
                standIn = null;
            }
            source.used();
        } else if (known.isPresent() && (standIn != null || patienceLeft().isZero())) {
            standIn(known.get());
        }
        // It raises the signal again when it has synced.
    }

    private void standIn(Remembered known) {
        Diagnostic said = Diagnostic.error(
                ResourceRef.of("File", "", known.place()),
                "",
                DiagnosticReason.REMEMBERED,
                "what was good at " + known.at().truncatedTo(ChronoUnit.SECONDS) + " is served, as " + source.describe()
                        + " has not been read since the start (expected: that it answers)");
        Snapshot snapshot = known.snapshot().with(Diagnostics.of(List.of(said)));
        if (round(() -> snapshot, publisher::publishForNow)) {
            standIn = known;
        }
    }

    /// Did it come to its end?
    private boolean round(Supplier<Snapshot> known, Consumer<Compilation> publish) {
        try {
            Snapshot snapshot = known.get();
            last = compiler.compile(snapshot, last);
            publish.accept(last);
            Round before = lastRound;
            lastRound = new Round(before == null ? 1 : before.number() + 1, snapshot, last);
        } catch (RuntimeException fault) {
            faults.onFault("compiling " + source.describe(), fault);
            return false;
        }
        for (DiagnosticSubscriber subscriber : diagnosticSubscribers) {
            try {
                subscriber.onDiagnostics(last.diagnostics());
            } catch (RuntimeException fault) {
                faults.onFault("telling the diagnostics of " + source.describe(), fault);
            }
        }
        return true;
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
