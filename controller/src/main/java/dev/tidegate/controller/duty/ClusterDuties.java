package dev.tidegate.controller.duty;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.admin.DutyMetrics;
import dev.tidegate.controller.duty.DutyOptions.StatusOptions;
import dev.tidegate.controller.duty.DutyOptions.WhereReached;
import dev.tidegate.controller.event.EventPace;
import dev.tidegate.controller.event.EventRecorder;
import dev.tidegate.controller.externaldns.DnsEndpointRecords;
import dev.tidegate.controller.leader.Election;
import dev.tidegate.controller.leader.LeaderElector;
import dev.tidegate.controller.leader.Leadership;
import dev.tidegate.controller.publish.Publisher;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.cluster.ClusterConnection;
import dev.tidegate.controller.status.AddressSource;
import dev.tidegate.controller.status.FixedAddresses;
import dev.tidegate.controller.status.IngressStatus;
import dev.tidegate.controller.status.NodeAddresses;
import dev.tidegate.controller.status.PublishedAddresses;
import dev.tidegate.controller.status.ServiceAddresses;
import dev.tidegate.controller.status.StatusAddress;
import dev.tidegate.controller.status.StatusPace;
import dev.tidegate.dns.ownership.Identity;
import dev.tidegate.dns.publish.RecordStore;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What this replica writes to its cluster while it is the leader: the status of Ingresses, and Events. Requests are
/// served with it or without.
///
/// Threads: `follow`, `start` and `close` are called once, by one thread at a time, in this order; `state` by any.
///
/// Fails: never, once it is made.
public final class ClusterDuties implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ClusterDuties.class);

    /// How long the last replica may take to withdraw what it wrote, if it is asked to.
    private static final Duration WITHDRAWAL = Duration.ofSeconds(3);

    /// How often nodes are asked where no status is written.
    private static final Duration RECHECK = Duration.ofSeconds(60);

    private final KubernetesClient client;
    private final DutyOptions options;
    private final Optional<LeaderElector> elector;
    private final Leadership leadership;
    private final NodeAddresses nodes;
    private final PublishedAddresses addresses;
    private final Optional<IngressStatus> status;
    private final OwnPod own;
    private Optional<EventRecorder> events = Optional.empty();
    private final AtomicBoolean closed = new AtomicBoolean();

    /// The client is this object's from here on, to close with it.
    ClusterDuties(KubernetesClient client, OwnPod own, DutyOptions options) {
        this.client = requireNonNull(client);
        this.own = requireNonNull(own);
        this.options = requireNonNull(options);
        this.elector = options.electionId()
                .map(id -> new Election(
                        new ObjectKey(own.namespace(), id), Election.identityOf(own.host()), options.electionTtl()))
                .map(election -> new LeaderElector(client, election, InstantSource.system(), this::wake));
        this.leadership = elector.<Leadership>map(it -> it).orElse(Leadership.ALWAYS);
        this.nodes = new NodeAddresses(client, own.key(), options.where().internalNodeAddresses());
        StatusPace pace =
                StatusPace.of(options.status().map(StatusOptions::recheck).orElse(RECHECK));
        this.addresses = PublishedAddresses.of(source(options.where()), pace);
        this.status = options.status().map(_ -> new IngressStatus(client, addresses, leadership, pace));
    }

    /// By the kubeconfig, or from inside a pod if there is none.
    ///
    /// Fails: [dev.tidegate.controller.source.SourceRefused] as [ClusterConnection] does.
    public static ClusterDuties connect(
            Optional<Path> kubeconfig, Map<String, String> environment, DutyOptions options) {
        KubernetesClient client = ClusterConnection.forWriting(kubeconfig);
        return new ClusterDuties(
                client,
                OwnPod.of(
                        environment,
                        OwnPod.SERVICE_ACCOUNT,
                        client.getConfiguration().getNamespace()),
                options);
    }

    private AddressSource source(WhereReached options) {
        if (!options.addresses().isEmpty()) {
            return new FixedAddresses(
                    options.addresses().stream().map(StatusAddress::of).toList());
        }
        return options.service()
                .<AddressSource>map(key -> new ServiceAddresses(client, key, nodes))
                .orElse(nodes);
    }

    /// May this replica write to the cluster, and to name servers?
    public Leadership leadership() {
        return leadership;
    }

    /// Where this controller is reached, asked for anew if it is time to. Blocks while it asks. Threads: any.
    public List<String> addresses() {
        addresses.refresh(System.nanoTime());
        return addresses.known().stream().map(StatusAddress::value).toList();
    }

    /// Records kept as objects in our own namespace, for external-dns.
    public RecordStore records(Identity us) {
        return new DnsEndpointRecords(client, own.namespace(), us);
    }

    /// Hears of everything that is served from now on. `snapshot`: what the source knows.
    public void follow(Publisher publisher, Supplier<Snapshot> snapshot) {
        status.ifPresent(publisher::subscribe);
        EventRecorder recorder = new EventRecorder(client, own.host(), snapshot, leadership, EventPace.DEFAULT);
        publisher.subscribe(recorder);
        events = Optional.of(recorder);
    }

    public void start() {
        status.ifPresent(IngressStatus::start);
        events.ifPresent(EventRecorder::start);
        elector.ifPresent(LeaderElector::start);
    }

    private void wake() {
        status.ifPresent(IngressStatus::wake);
        events.ifPresent(EventRecorder::wake);
    }

    /// The name of the Lease; empty without an election.
    public String lease() {
        return options.electionId().orElse("");
    }

    public DutyMetrics.State state() {
        return new DutyMetrics.State(
                leadership.leading(),
                status.map(IngressStatus::written).orElse(0L),
                status.map(IngressStatus::failed).orElse(0L),
                status.map(IngressStatus::pending).orElse(0),
                events.map(EventRecorder::written).orElse(0L),
                events.map(EventRecorder::failed).orElse(0L),
                events.map(EventRecorder::dropped).orElse(0L));
    }

    /// What the leader does ends first, then the leadership. Idempotent.
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        status.ifPresent(IngressStatus::close);
        events.ifPresent(EventRecorder::close);
        if (options.status().filter(StatusOptions::withdrawAtEnd).isPresent() && leadership.leading()) {
            status.ifPresent(this::withdrawIfLast);
        }
        elector.ifPresent(LeaderElector::close);
        client.close();
    }

    private void withdrawIfLast(IngressStatus status) {
        try {
            if (!nodes.others()) {
                log.info("the last replica withdraws its addresses from {} Ingresses", status.withdraw(WITHDRAWAL));
            }
        } catch (KubernetesClientException failure) {
            log.warn("no addresses withdrawn, as other replicas may run: {}", failure.getMessage());
        }
    }
}
