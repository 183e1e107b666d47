package dev.tidegate.controller.event;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.compile.OwnIngresses;
import dev.tidegate.controller.diagnostic.Diagnostics;
import dev.tidegate.controller.leader.Leadership;
import dev.tidegate.controller.publish.LiveSubscriber;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.turn.Turns;
import dev.tidegate.gateway.table.ResourceRef;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.github.bucket4j.Bucket;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the objects' owners what is wrong: a Warning when a problem appears, a Normal when it is over, and one
/// when an Ingress begins to be served. What stood before we led is told as if it had appeared now, and joins the
/// Event that is there; that Ingresses are served that were served before is not told.
///
/// Threads: one of its own. `onLive` and `wake` only leave a note.
///
/// Fails: never. What cannot be written is told once, counted, and nothing else suffers.
public final class EventRecorder implements LiveSubscriber, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EventRecorder.class);

    private final Leadership leadership;
    private final EventPace pace;
    private final EventQueue queue;
    private final EventWriter writer;
    private final Supplier<Snapshot> snapshot;
    private final Bucket budget;
    private final AtomicReference<@Nullable Compilation> live = new AtomicReference<>();
    private final Turns turns;
    private final Map<String, Long> refusedUntilNs = new HashMap<>();
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private volatile long dropped;

    private boolean led;
    private Diagnostics known = Diagnostics.NONE;
    private OwnIngresses served = OwnIngresses.NONE;
    private String told = "";
    private long toldDropped;

    /// The client stays the caller's. `instance`: the name of this replica. `snapshot`: where the objects are
    /// looked up that Events are about.
    public EventRecorder(
            KubernetesClient client,
            String instance,
            Supplier<Snapshot> snapshot,
            Leadership leadership,
            EventPace pace) {
        this.leadership = requireNonNull(leadership);
        this.pace = requireNonNull(pace);
        this.queue = new EventQueue(pace);
        this.writer = new EventWriter(client, instance, InstantSource.system());
        this.snapshot = requireNonNull(snapshot);
        this.turns = new Turns("events", "telling of objects", pace.retry(), this::turn);
        this.budget = Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(pace.perSecond() * 10L).refillGreedy(pace.perSecond(), Duration.ofSeconds(1)))
                .build();
    }

    public void start() {
        turns.start();
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public void onLive(Compilation compilation) {
        live.set(compilation);
        wake();
    }

    /// Look again, for the leader may be another.
    public void wake() {
        turns.wake();
    }

    /// Since the start, as are the others.
    public long written() {
        return written.get();
    }

    public long failed() {
        return failed.get();
    }

    public long dropped() {
        return dropped;
    }

    /// Ends writing; what waits is not told.
    @Override
    public void close() {
        turns.close();
    }

    private Duration turn() throws InterruptedException {
        look();
        Duration pause = writeOne();
        tellDropped();
        return pause;
    }

    /// Takes note of what is live now.
    private void look() {
        Compilation next = live.get();
        if (next == null) {
            return;
        }
        if (!leadership.leading()) {
            led = false;
            known = Diagnostics.NONE;
            served = OwnIngresses.NONE;
            queue.clear();
            return;
        }
        queue.add(next.diagnostics().since(known));
        known = next.diagnostics();
        OwnIngresses before = served;
        served = next.ingresses();
        if (led) {
            served.changesSince(before, (key, routed) -> {
                if (routed != null && !before.routes(key)) {
                    queue.add(ObjectEvent.programmed(ingress(key)));
                }
            });
        }
        led = true;
    }

    private static ResourceRef ingress(ObjectKey key) {
        return ResourceRef.of("Ingress", key.namespace(), key.name());
    }

    /// → how long to wait with the next.
    private Duration writeOne() throws InterruptedException {
        Optional<ObjectEvent> next = queue.poll();
        if (next.isEmpty()) {
            return Turns.UNTIL_WOKEN;
        }
        ObjectEvent event = next.get();
        Optional<String> uid = ObjectUids.find(snapshot.get(), event.about());
        boolean pointless = !event.warning() && uid.isEmpty();
        if (pointless || refused(event.namespace())) {
            if (!pointless) {
                queue.drop();
            }
            return Duration.ZERO;
        }
        budget.asBlocking().consume(1);
        if (!leadership.leading()) {
            return Duration.ZERO;
        }
        try {
            writer.write(event, uid.orElse(""));
            written.incrementAndGet();
            return Duration.ZERO;
        } catch (KubernetesClientException failure) {
            return failed(event, failure);
        }
    }

    private boolean refused(String namespace) {
        Long untilNs = refusedUntilNs.get(namespace);
        return untilNs != null && System.nanoTime() - untilNs < 0;
    }

    private Duration failed(ObjectEvent event, KubernetesClientException failure) {
        if (turns.closed()) {
            return Duration.ZERO; // broken off by us
        }
        failed.incrementAndGet();
        int code = failure.getCode();
        if (code == HttpURLConnection.HTTP_FORBIDDEN) {
            refusedUntilNs.put(
                    event.namespace(), System.nanoTime() + pace.refused().toNanos());
            tell("forbidden (expected: create and patch of events in events.k8s.io)", event);
        } else if (code >= 400 && code < 500 && code != 429) {
            tell("answered " + code, event); // it will not be liked better the next time
        } else {
            tell(String.valueOf(failure.getMessage()), event);
            queue.putBack(event);
            return pace.retry();
        }
        return Duration.ZERO;
    }

    private void tell(String problem, ObjectEvent event) {
        if (!problem.equals(told)) {
            told = problem;
            log.warn(
                    "Event about {} {}, perhaps others: {}; the log has what they say",
                    event.about().kind(),
                    event.about().path(),
                    problem);
        }
    }

    private void tellDropped() {
        dropped = queue.dropped();
        if (dropped > toldDropped && queue.isEmpty()) {
            log.warn("{} Events dropped, as there were too many; the log has what they say", dropped - toldDropped);
            toldDropped = dropped;
        }
    }
}
