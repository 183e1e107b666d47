package dev.tidegate.controller.status;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.compile.OwnIngresses;
import dev.tidegate.controller.leader.Leadership;
import dev.tidegate.controller.publish.LiveSubscriber;
import dev.tidegate.controller.status.StatusPlan.Outcome;
import dev.tidegate.controller.turn.Turns;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.github.bucket4j.Bucket;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the status of our Ingresses true: the addresses at which they are served.
///
/// An Ingress is heard of when the table that serves it is live, never before. Between two handfuls of writes the
/// plan is made anew, so that a new Ingress does not wait behind ten thousand old ones.
///
/// Threads: one of its own plans; a few virtual ones write. `onLive` and `wake` only leave a note.
///
/// Fails: never. What fails is told once, counted, and tried again.
public final class IngressStatus implements LiveSubscriber, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(IngressStatus.class);

    private final Leadership leadership;
    private final StatusPace pace;
    private final StatusWriter writer;
    private final PublishedAddresses addresses;
    private final StatusPlan plan;
    private final Bucket budget;
    private final ExecutorService writers;
    private final AtomicReference<@Nullable OwnIngresses> live = new AtomicReference<>();
    private final Turns turns;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private volatile int pending;
    private String told = "";

    /// The client stays the caller's.
    public IngressStatus(
            KubernetesClient client, PublishedAddresses addresses, Leadership leadership, StatusPace pace) {
        this.leadership = requireNonNull(leadership);
        this.pace = requireNonNull(pace);
        this.writer = new StatusWriter(client);
        this.addresses = requireNonNull(addresses);
        this.plan = new StatusPlan(pace.recheck(), pace.retry());
        this.budget = Bucket.builder()
                .addLimit(
                        limit -> limit.capacity(pace.perSecond()).refillGreedy(pace.perSecond(), Duration.ofSeconds(1)))
                .build();
        this.turns = new Turns("ingress-status", "writing status", pace.retry(), this::turn);
        this.writers = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("ingress-status-", 0).factory());
    }

    public void start() {
        turns.start();
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public void onLive(Compilation compilation) {
        live.set(compilation.ingresses());
        wake();
    }

    /// Look again, for the leader may be another.
    public void wake() {
        turns.wake();
    }

    /// Since the start.
    public long written() {
        return written.get();
    }

    /// Since the start.
    public long failed() {
        return failed.get();
    }

    /// How many Ingresses have not the right addresses yet; 0 if we are not the leader.
    public int pending() {
        return pending;
    }

    /// Ends writing. Nothing is withdrawn.
    @Override
    public void close() {
        turns.close();
        writers.shutdownNow();
    }

    /// Takes back what we wrote, as far as it still stands; for the last replica, after `close`.
    ///
    /// Shape: how long it may take → how many are cleared.
    public int withdraw(Duration bound) {
        long endNs = System.nanoTime() + bound.toNanos();
        int cleared = 0;
        for (StatusWrite write : plan.withdrawal()) {
            if (!leadership.leading() || System.nanoTime() - endNs > 0) {
                break;
            }
            try {
                cleared += writer.write(write) == Outcome.WRITTEN ? 1 : 0;
            } catch (KubernetesClientException failure) {
                tell(write, failure);
            }
        }
        return cleared;
    }

    private Duration turn() throws InterruptedException {
        return writeSome() ? Duration.ZERO : pace.retry();
    }

    /// Is there more to do at once?
    private boolean writeSome() throws InterruptedException {
        OwnIngresses next = live.get();
        if (next == null) {
            return false;
        }
        plan.live(next);
        if (!leadership.leading()) {
            pending = 0;
            return false;
        }
        addresses.refresh(System.nanoTime());
        List<StatusWrite> due = plan.due(addresses.known(), System.nanoTime(), pace.parallel());
        pending = plan.pending();
        writeAll(due);
        return !due.isEmpty();
    }

    private void writeAll(List<StatusWrite> due) throws InterruptedException {
        List<Future<Outcome>> outcomes = new ArrayList<>();
        for (StatusWrite write : due) {
            budget.asBlocking().consume(1);
            outcomes.add(writers.submit(() -> leadership.leading() ? writer.write(write) : Outcome.FAILED));
        }
        for (int i = 0; i < due.size(); i++) {
            plan.tried(due.get(i), outcome(due.get(i), outcomes.get(i)), System.nanoTime());
        }
    }

    private Outcome outcome(StatusWrite write, Future<Outcome> future) throws InterruptedException {
        try {
            Outcome outcome = future.get();
            if (outcome == Outcome.WRITTEN) {
                written.incrementAndGet();
                told = "";
            }
            return outcome;
        } catch (ExecutionException failure) {
            if (turns.closed()) {
                return Outcome.FAILED; // broken off by us
            }
            failed.incrementAndGet();
            tell(write, failure.getCause());
            return Outcome.FAILED;
        }
    }

    private void tell(StatusWrite write, @Nullable Throwable failure) {
        String reason =
                switch (failure) {
                    case KubernetesClientException answer
                    when answer.getCode() == HttpURLConnection.HTTP_FORBIDDEN ->
                        "forbidden (expected: get of ingresses and update of ingresses/status)";
                    case KubernetesClientException answer -> "answered " + answer.getCode();
                    case null, default -> String.valueOf(failure);
                };
        if (!reason.equals(told)) {
            told = reason;
            log.warn(
                    "status of Ingress {}, perhaps of others: {}; trying again",
                    write.key().path(),
                    reason);
        }
    }
}
