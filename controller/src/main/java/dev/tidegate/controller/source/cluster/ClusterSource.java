package dev.tidegate.controller.source.cluster;

import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.Listing;
import dev.tidegate.controller.source.Source;
import dev.tidegate.controller.source.WatchState;
import dev.tidegate.controller.source.WatcherThread;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A cluster, listed and watched through its API server.
///
/// Shape: a client, a scope, and which Secrets a snapshot makes necessary → snapshots. Secrets are requested one by
/// one, by name, as long as the last snapshot names them. No snapshot waits for them: it says which ones are awaited,
/// and who waits for one may hurry it. So the first snapshot is there when all kinds have been listed, whatever ten
/// thousand Secrets take; these are read once that snapshot is [#used]. Policies do wait for what they are judged by,
/// but not for ever: [PolicyWatches].
///
/// Threads: one daemon thread of its own makes the snapshots and calls `onChange`; events of the client only wake it.
///
/// Fails: never. While the API server is away, the last snapshot stays, and the watches try again for ever.
///
/// Source: Kubernetes API concepts, "Efficient detection of changes" (list, watch, bookmarks, 410 Gone).
public final class ClusterSource implements Source {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterSource.class);

    /// A burst of events makes one snapshot; one that comes alone is not made to wait.
    private static final Duration GAP = Duration.ofMillis(10);

    private final KubernetesClient client;
    private final Function<Snapshot, PersistentMap<ObjectKey, Integer>> wantedSecrets;
    private final ApiServer server;
    private final WatchedCluster cluster;
    private final NamedSecrets secrets;
    private final Semaphore changes = new Semaphore(0);
    private final CountDownLatch closed = new CountDownLatch(1);

    private volatile Snapshot snapshot = Snapshot.EMPTY;
    private volatile boolean synced;

    private final Thread watcher =
            Thread.ofPlatform().daemon().name("cluster source").unstarted(this::watch);
    private Runnable onChange = () -> {};
    private List<String> told = List.of();
    private PersistentMap<ObjectKey, Integer> lastWanted = PersistentMap.empty();

    /// The client stays the caller's, to be closed after this source. `wantedSecrets` is asked at each change, and
    /// best answers with a map made from that of before; what the Secrets are mapped to is its own affair.
    public ClusterSource(
            KubernetesClient client,
            ClusterScope scope,
            Function<Snapshot, PersistentMap<ObjectKey, Integer>> wantedSecrets) {
        this(client, scope, wantedSecrets, InstantSource.system(), PolicyWatches.PATIENCE);
    }

    ClusterSource(
            KubernetesClient client,
            ClusterScope scope,
            Function<Snapshot, PersistentMap<ObjectKey, Integer>> wantedSecrets,
            InstantSource clock,
            Duration patience) {
        this.client = client;
        this.wantedSecrets = wantedSecrets;
        this.server = new ApiServer(client, clock);
        this.cluster = new WatchedCluster(server, scope, changes::release, patience);
        this.secrets = new NamedSecrets(server, changes::release);
    }

    /// An Ingress that is broken now needs the Secrets of its last good version.
    @Override
    public void recall(Snapshot remembered) {
        var _ = wantedSecrets.apply(remembered); // it remembers by itself what it is asked
    }

    @Override
    public void start(Runnable onChange) {
        this.onChange = onChange;
        cluster.start();
        watcher.start();
    }

    @Override
    public boolean synced() {
        return synced;
    }

    @Override
    public Snapshot snapshot() {
        return snapshot;
    }

    @Override
    public String describe() {
        String server = client.getMasterUrl().toString();
        return "cluster " + (server.endsWith("/") ? server.substring(0, server.length() - 1) : server);
    }

    @Override
    public Listing listing(String namespace) {
        return cluster.listing(namespace);
    }

    @Override
    public void used() {
        secrets.begin();
    }

    @Override
    public void hurry(ObjectKey secret) {
        secrets.hurry(secret);
    }

    @Override
    public Optional<WatchState> watchState() {
        NamedSecrets.State ofSecrets = secrets.state();
        List<WatchedObjects<?>> watches = cluster.watches();
        int standing = (int) watches.stream().filter(WatchedObjects::watching).count();
        int expected = (int) watches.stream().filter(WatchedObjects::expected).count();
        return Optional.of(new WatchState(
                standing + ofSecrets.standing(),
                expected + ofSecrets.asked() - ofSecrets.unwatched(),
                cluster.restarts() + ofSecrets.restarts(),
                server.lastContact(),
                failing(ofSecrets.failing())));
    }

    @Override
    public void close() {
        closed.countDown();
        changes.release();
        WatcherThread.awaitEnd(watcher);
    }

    private void watch() {
        try {
            while (!closedWithin(GAP)) {
                changes.acquire();
                changes.drainPermits();
                if (closed.getCount() > 0) {
                    refresh();
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            secrets.close();
            cluster.close();
            server.close();
        }
    }

    private void refresh() {
        try {
            tell(failing(secrets.failing()));
            if (cluster.listed()) {
                Snapshot next = cluster.snapshot(secrets);
                if (synced || cluster.complete()) {
                    want(next);
                    publish(cluster.snapshot(secrets));
                }
            }
        } catch (RuntimeException fault) {
            LOG.error("{}: no snapshot could be made; the last one stays", describe(), fault);
        }
    }

    @SuppressWarnings("ReferenceEquality") // the very map means that nothing has changed
    private void want(Snapshot next) {
        PersistentMap<ObjectKey, Integer> wanted = wantedSecrets.apply(next);
        if (wanted != lastWanted) {
            secrets.want(wanted);
            lastWanted = wanted;
        }
    }

    private void publish(Snapshot next) {
        if (synced && next.equals(snapshot)) {
            return;
        }
        snapshot = next;
        synced = true;
        onChange.run();
    }

    private List<String> failing(List<String> ofSecrets) {
        List<String> failing = new ArrayList<>();
        for (WatchedObjects<?> watch : cluster.watches()) {
            watch.failure().ifPresent(failure -> failing.add(watch.resource().what() + ": " + failure.reason()));
        }
        failing.addAll(ofSecrets);
        return failing;
    }

    /// Says once what fails, and once that it is over.
    private void tell(List<String> failing) {
        if (failing.equals(told)) {
            return;
        }
        if (failing.isEmpty()) {
            LOG.info("{}: watching again", describe());
        } else {
            LOG.warn("{}: {}; what is known stays, trying again", describe(), String.join("; ", failing));
        }
        told = failing;
    }

    private boolean closedWithin(Duration pause) throws InterruptedException {
        return closed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    }
}
