package dev.tidegate.dns.resolve;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Names that are kept resolved for as long as somebody wants them: asked at once, and again whenever what is known
/// of them has had its time.
///
/// Threads: any. One timer, and a virtual thread for each name that is being asked for, of which so many ask at a
/// time as [#ASKING] says. The listener is called by those, must not block, and hears nothing after [#close].
public final class KeptNames implements AutoCloseable {

    private static final int ASKING = 64;

    /// Who is told when something else is known of a name.
    @FunctionalInterface
    public interface Listener {
        void changed(String name, Resolution before, Resolution after);
    }

    private static final class Kept {
        private NameState state;
        private @Nullable ScheduledFuture<?> next;

        Kept(NameState state) {
            this.state = state;
        }
    }

    private final Function<String, Answer> lookup;
    private final NameTimes times;
    private final InstantSource clock;
    private final Listener listener;
    private final Semaphore asking = new Semaphore(ASKING);
    private final ExecutorService askers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("names ", 0).factory());
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, task -> Thread.ofPlatform().daemon().name("names").unstarted(task));
    private final Map<String, Kept> names = new HashMap<>();
    private final Map<String, Resolution.Found> recalled = new HashMap<>();
    private Map<String, Resolution> known = Map.of();
    private boolean closed;

    /// `lookup`: asks for a name once, and may block; [Lookup#ask].
    public KeptNames(Function<String, Answer> lookup, NameTimes times, InstantSource clock, Listener listener) {
        this.lookup = requireNonNull(lookup);
        this.times = requireNonNull(times);
        this.clock = requireNonNull(clock);
        this.listener = requireNonNull(listener);
        timer.setRemoveOnCancelPolicy(true);
    }

    /// Addresses that an earlier process knew: they outlive failures as its own would have, but a name stays pending
    /// until it has been asked for. When those were told that were fresh is not known; now, at the latest.
    public synchronized void recall(Map<String, Resolution.Found> addresses) {
        recalled.putAll(addresses);
    }

    /// Once: what comes after the first answer is this process's own.
    private NameState remembered(String name) {
        Resolution.Found found = recalled.remove(name);
        return found == null
                ? NameState.UNKNOWN
                : NameState.remembering(
                        found.addresses(),
                        found.stale().map(Resolution.Stale::told).orElseGet(clock::instant));
    }

    /// From now on these and no others. What is known of a name that stays wanted is kept.
    public synchronized void want(Set<String> wanted) {
        if (closed || wanted.equals(names.keySet())) {
            return;
        }
        names.entrySet().removeIf(entry -> {
            boolean letGo = !wanted.contains(entry.getKey());
            if (letGo) {
                cancel(entry.getValue());
            }
            return letGo;
        });
        for (String name : wanted) {
            if (!names.containsKey(name)) {
                Kept kept = new Kept(remembered(name));
                names.put(name, kept);
                askers.execute(() -> ask(name, kept));
            }
        }
        tell();
    }

    /// What is known of each name that is wanted. The same instance as long as that is the same.
    public synchronized Map<String, Resolution> known() {
        return known;
    }

    private void ask(String name, Kept kept) {
        try {
            asking.acquire();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            heard(name, kept, answer(name));
        } finally {
            asking.release();
        }
    }

    private Answer answer(String name) {
        try {
            return lookup.apply(name);
        } catch (RuntimeException fault) {
            return new Answer.Failed("a fault of our own: " + fault);
        }
    }

    private void heard(String name, Kept kept, Answer answer) {
        Resolution before;
        Resolution after;
        synchronized (this) {
            if (closed || !kept.equals(names.get(name))) {
                return;
            }
            before = kept.state.resolution();
            kept.state = kept.state.after(answer, clock.instant(), times);
            after = kept.state.resolution();
            kept.next =
                    timer.schedule(() -> again(name, kept), kept.state.next().toNanos(), TimeUnit.NANOSECONDS);
            if (!after.equals(before)) {
                tell();
            }
        }
        if (!after.equals(before)) {
            listener.changed(name, before, after);
        }
    }

    private void again(String name, Kept kept) {
        try {
            askers.execute(() -> ask(name, kept));
        } catch (RejectedExecutionException closing) {
            // nobody wants to know any more
        }
    }

    private void tell() {
        Map<String, Resolution> next = new HashMap<>();
        names.forEach((name, kept) -> next.put(name, kept.state.resolution()));
        known = Map.copyOf(next);
    }

    private static void cancel(Kept kept) {
        if (kept.next != null) {
            kept.next.cancel(false);
        }
    }

    /// Asks no more. Idempotent.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            names.values().forEach(KeptNames::cancel);
            names.clear();
        }
        timer.shutdownNow();
        askers.shutdownNow();
    }
}
