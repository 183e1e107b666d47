package dev.tidegate.controller.leader;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.net.HttpURLConnection;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stands for election, again and again, until it is closed.
///
/// States: candidate → (the Lease was free, and our write of it was taken) → leader → (no renewal came through
/// within the deadline, or another holds the Lease) → candidate; any → (close) → the Lease released, if it was
/// ours.
///
/// The library's own elector compares the Lease's `renewTime` with the local clock, so that a candidate whose clock
/// is ahead takes the Lease from a healthy leader; this one measures by the monotonic clock only. There is no
/// fencing: two may believe to lead for a moment if a process is suspended, so whatever a leader writes must bear
/// being written twice.
///
/// Threads: one of its own asks and writes; `leading` is for any. `onChange` is called by that thread, and must not
/// block.
///
/// Fails: never. An API server that is away or refuses is told once and asked again.
///
/// Source: coordination.k8s.io/v1 Lease, and client-go `leaderelection` for its meaning.
public final class LeaderElector implements Leadership, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LeaderElector.class);

    private final KubernetesClient client;
    private final Election election;
    private final InstantSource clock;
    private final Runnable onChange;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("leader-election").unstarted(this::run);

    private volatile boolean holding;
    private volatile long holdingUntilNs;
    private @Nullable Observation observation;
    private String toldHolder = "";
    private String toldFailure = "";

    /// The client stays the caller's; its requests should time out well within the election's `ttl`. `clock`: for the
    /// times that are written into the Lease, which nobody here reads.
    public LeaderElector(KubernetesClient client, Election election, InstantSource clock, Runnable onChange) {
        this.client = requireNonNull(client);
        this.election = requireNonNull(election);
        this.clock = requireNonNull(clock);
        this.onChange = requireNonNull(onChange);
    }

    public void start() {
        thread.start();
    }

    @Override
    public boolean leading() {
        return holding && System.nanoTime() - holdingUntilNs < 0;
    }

    /// Ends the candidacy, and releases the Lease so that another need not wait. Whoever writes as leader ends
    /// before.
    @Override
    public void close() {
        closed.countDown();
        if (!thread.isAlive()) {
            return;
        }
        try {
            thread.join(election.ttl());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            do {
                round();
            } while (!closed.await(pauseMs(), TimeUnit.MILLISECONDS));
            release();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            attempt();
            toldFailure = "";
        } catch (KubernetesClientException failure) {
            tell(failure);
        } catch (RuntimeException fault) {
            log.error(
                    "internal fault in the election by Lease {}",
                    election.lease().path(),
                    fault);
        }
        if (holding && !leading()) {
            lose("it could not be renewed for " + election.renewDeadline().toSeconds() + " s");
        }
    }

    private void attempt() {
        long askedNs = System.nanoTime();
        Lease lease = lease().get();
        if (lease == null) {
            write(askedNs, new LeaseBuilder(), Resource::create);
            return;
        }
        LeaseSpec spec = lease.getSpec() == null ? new LeaseSpec() : lease.getSpec();
        observation = observation == null ? new Observation(spec, askedNs) : observation.next(spec, askedNs);
        String holder = Observation.holder(spec);
        if (holder.equals(election.identity()) || observation.free(System.nanoTime(), election.ttl())) {
            write(askedNs, new LeaseBuilder(lease), Resource::update);
            return;
        }
        if (holding) {
            lose("it was taken by " + holder);
        }
        tell(holder);
    }

    private interface Write {
        Object to(Resource<Lease> lease);
    }

    /// Whoever comes second loses: by `AlreadyExists` of a create, or the resource version of an update.
    private void write(long askedNs, LeaseBuilder lease, Write write) {
        LeaseSpec before = lease.buildSpec();
        boolean renewal = before != null && Observation.holder(before).equals(election.identity());
        ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
        Integer transitions = before == null ? null : before.getLeaseTransitions();
        lease.editOrNewMetadata()
                .withNamespace(election.lease().namespace())
                .withName(election.lease().name())
                .endMetadata()
                .editOrNewSpec()
                .withHolderIdentity(election.identity())
                .withLeaseDurationSeconds(Math.toIntExact(election.ttl().toSeconds()))
                .withAcquireTime(renewal ? before.getAcquireTime() : now)
                .withRenewTime(now)
                .withLeaseTransitions(transitions == null ? 0 : renewal ? transitions : transitions + 1)
                .endSpec();
        try {
            write.to(client.resource(lease.build()));
        } catch (KubernetesClientException failure) {
            if (failure.getCode() == HttpURLConnection.HTTP_CONFLICT) {
                return; // another was first; the next round sees who
            }
            throw failure;
        }
        win(askedNs);
    }

    /// Counted from before the question, as the others cannot have begun to wait before it.
    private void win(long askedNs) {
        holdingUntilNs = askedNs + election.renewDeadline().toNanos();
        if (!holding) {
            holding = true;
            toldHolder = election.identity();
            log.info(
                    "leader: this replica, {}, by Lease {}",
                    election.identity(),
                    election.lease().path());
            onChange.run();
        }
    }

    private void lose(String why) {
        holding = false;
        log.warn("no longer the leader by Lease {}: {}", election.lease().path(), why);
        onChange.run();
    }

    private void release() {
        if (!leading()) {
            return;
        }
        holding = false;
        try {
            Lease lease = lease().get();
            if (lease != null
                    && lease.getSpec() != null
                    && Observation.holder(lease.getSpec()).equals(election.identity())) {
                client.resource(new LeaseBuilder(lease)
                                .editSpec()
                                .withHolderIdentity(null)
                                .withLeaseDurationSeconds(1)
                                .withRenewTime(clock.instant().atZone(ZoneOffset.UTC))
                                .endSpec()
                                .build())
                        .update();
                log.info("Lease {} released", election.lease().path());
            }
        } catch (KubernetesClientException failure) {
            log.warn("Lease {} not released: {}; it runs out", election.lease().path(), failure.getMessage());
        }
    }

    private Resource<Lease> lease() {
        return client.resources(Lease.class)
                .inNamespace(election.lease().namespace())
                .withName(election.lease().name());
    }

    /// Candidates spread, so that not all of them come at once.
    private long pauseMs() {
        long period = election.retryPeriod().toMillis();
        return holding ? period : period + ThreadLocalRandom.current().nextLong(period + 1);
    }

    private void tell(String holder) {
        if (!holder.equals(toldHolder)) {
            toldHolder = holder;
            log.info("leader: {}, by Lease {}", holder, election.lease().path());
            if (!holder.contains("_")) {
                log.warn(
                        "Lease {} is held by {}, which is no Tidegate by its name: no status and no Events are written"
                                + " as long as it does (expected: another --election-id)",
                        election.lease().path(),
                        holder);
            }
        }
    }

    private void tell(KubernetesClientException failure) {
        String message = failure.getCode() == HttpURLConnection.HTTP_FORBIDDEN
                ? "forbidden (expected: get, create and update of leases in this namespace)"
                : String.valueOf(failure.getMessage());
        if (!message.equals(toldFailure)) {
            toldFailure = message;
            log.warn("Lease {}: {}; trying again", election.lease().path(), message);
        }
    }
}
