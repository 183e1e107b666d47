package dev.tidegate.controller.source.cluster;

import dev.tidegate.controller.crd.AdminNetworkPolicy;
import dev.tidegate.controller.crd.BaselineAdminNetworkPolicy;
import dev.tidegate.controller.crd.ClusterNetworkPolicy;
import dev.tidegate.controller.policy.PolicyNeeds;
import dev.tidegate.controller.policy.PolicyNeeds.PodsOf;
import dev.tidegate.controller.snapshot.Enforcement;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.PolicyObjects;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.ByName;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The policies of a cluster, all of which are watched, and of its pods, namespaces and nodes what [PolicyNeeds] says,
/// as long as it says so.
///
/// Nothing is judged by half. A policy enters the snapshot only once what it needs has been listed, and so does the
/// first Ingress of a namespace that is under policies: a pod that is not known yet looks like an address outside of
/// the cluster, and a namespace that is not like one without labels. Until then the policies stay as they were, and all
/// else goes on.
///
/// That wait is bounded. A kind that the server does not have or does not show to us (404, 403) is answered for at
/// once. One that fails otherwise is awaited for some seconds, and then the policies count with what is known: a peer
/// that is not known is let in by nobody, which errs on the closed side; a backend that is not known is whoever its
/// address says. To leave the policy out for longer would open what it closes, and to hold the snapshot back would
/// serve endpoints that are gone. Policies of a kind that was never listed are none after that time.
///
/// Threads: one; but [#watches], [#endedRestarts] and [#start] may be called by any.
final class PolicyWatches implements AutoCloseable {

    /// A thousand pods are listed in a small part of that.
    static final Duration PATIENCE = Duration.ofSeconds(10);
    /// So many namespaces are watched one by one; more are one watch of all pods.
    private static final int NAMESPACES = 100;
    /// The addresses of those that have ended may be another's by now.
    private static final String RUNNING = "status.phase!=Failed,status.phase!=Succeeded";

    private static final String ALL = "";
    private static final Namespace OURS = new Namespace();

    private final PolicyScope policies;
    private final Set<String> scope;
    private final ApiServer server;
    private final Runnable changed;
    private final Duration patience;
    private final WatchedKind<NetworkPolicy> networkPolicies;
    private final WatchedKind<AdminNetworkPolicy> adminPolicies;
    private final WatchedKind<BaselineAdminNetworkPolicy> baselinePolicies;
    private final WatchedKind<ClusterNetworkPolicy> clusterPolicies;
    private final NeededObjects<Pod> pods;
    private final NeededObjects<Namespace> namespaces;
    private final NeededObjects<Node> nodes;

    /// What the needs hang on.
    private record Asked(PersistentMap<ObjectKey, Ingress> ingresses, PolicyObjects policies, boolean clients) {}

    private Asked asked = new Asked(PersistentMap.empty(), PolicyObjects.NONE, false);
    private PolicyNeeds needs = PolicyNeeds.NOTHING;
    private boolean waiting;
    private boolean complete;
    private PolicyObjects judged = PolicyObjects.NONE;
    private PersistentMap<ObjectKey, Ingress> served = PersistentMap.empty();
    private ByName<Namespace> labelled = ByName.none();

    /// `scope`: the namespaces that are watched, or all if empty.
    PolicyWatches(PolicyScope policies, Set<String> scope, ApiServer server, Runnable changed, Duration patience) {
        this.policies = policies;
        this.scope = withOwn(scope, policies);
        this.server = server;
        this.changed = changed;
        this.patience = patience;
        this.networkPolicies = WatchedKind.namespacedIfThere(NetworkPolicy.class, this.scope, server, changed);
        this.adminPolicies = ofCluster(AdminNetworkPolicy.class);
        this.baselinePolicies = ofCluster(BaselineAdminNetworkPolicy.class);
        this.clusterPolicies = ofCluster(ClusterNetworkPolicy.class);
        this.pods = new NeededObjects<>(PolicyWatches::podsOf, server, changed, patience);
        this.namespaces = new NeededObjects<>(_ -> all(Namespace.class), server, changed, patience);
        this.nodes = new NeededObjects<>(_ -> all(Node.class), server, changed, patience);
    }

    private static Set<String> withOwn(Set<String> scope, PolicyScope policies) {
        Set<String> all = new TreeSet<>(scope);
        if (!scope.isEmpty()) {
            policies.ownPod().map(ObjectKey::namespace).ifPresent(all::add);
        }
        return all;
    }

    private <T extends HasMetadata> WatchedKind<T> ofCluster(Class<T> type) {
        return WatchedKind.one(all(type).ifThere(), server, changed);
    }

    private static <T extends HasMetadata> Resource<T> all(Class<T> type) {
        return Resource.all(type, Optional.empty());
    }

    /// Shape: the path of one pod, a namespace, or nothing for all of them → what to watch.
    private static Resource<Pod> podsOf(String part) {
        ObjectKey key = ObjectKey.parse(part);
        return key.namespace().isEmpty()
                ? Resource.all(Pod.class, Optional.of(part).filter(it -> !it.equals(ALL)))
                        .where(RUNNING)
                : Resource.named(Pod.class, key.namespace(), key.name());
    }

    void start() {
        kinds().forEach(WatchedKind::start);
    }

    /// Is it known which policies there are, or that this will not be known soon? `allowedNs`: when all else was.
    boolean listed(long allowedNs) {
        if (kinds().allMatch(kind -> kind.answered(allowedNs)) || System.nanoTime() - allowedNs >= patience.toNanos()) {
            return true;
        }
        if (!waiting) {
            waiting = true;
            server.thread().schedule(changed, patience.toMillis() + 1, TimeUnit.MILLISECONDS);
        }
        return false;
    }

    /// Is what the policies need known, as of the last snapshot?
    boolean complete() {
        return complete;
    }

    /// Shape: a snapshot without policies, and the namespaces that are to be kept, or all → the same with policies, as
    /// far as these can be judged.
    Snapshot with(Snapshot snapshot, Optional<PersistentMap<String, Namespace>> kept) {
        PolicyObjects written = written(kept);
        want(needs(snapshot.with(written)));
        Set<String> awaited = pods.awaited();
        complete = awaited.isEmpty()
                && namespaces.awaited().isEmpty()
                && nodes.awaited().isEmpty();
        if (complete) {
            release();
            judged = written;
        }
        served = complete ? snapshot.ingresses() : known(snapshot.ingresses(), awaited);
        return snapshot.with(served, snapshot.services(), snapshot.names())
                .with(labelled(snapshot))
                .with(new PolicyObjects(
                        pods.objects(),
                        nodes.objects(),
                        judged.networkPolicies(),
                        judged.adminPolicies(),
                        judged.baselinePolicies(),
                        judged.clusterPolicies(),
                        Enforcement.UNKNOWN));
    }

    private PolicyObjects written(Optional<PersistentMap<String, Namespace>> kept) {
        return new PolicyObjects(
                PersistentMap.empty(),
                PersistentMap.empty(),
                networkPolicies.byKey(kept.map(this::andOwn)),
                adminPolicies.byKey(Optional.empty()),
                baselinePolicies.byKey(Optional.empty()),
                clusterPolicies.byKey(Optional.empty()),
                Enforcement.UNKNOWN);
    }

    private PersistentMap<String, Namespace> andOwn(PersistentMap<String, Namespace> kept) {
        return policies.ownPod()
                .map(ObjectKey::namespace)
                .filter(own -> !kept.containsKey(own))
                .map(own -> kept.with(own, OURS))
                .orElse(kept);
    }

    /// The same as before if neither Ingresses nor policies have changed.
    private PolicyNeeds needs(Snapshot snapshot) {
        PolicyObjects objects = snapshot.policyObjects();
        boolean none = objects.equals(PolicyObjects.NONE);
        Asked now = new Asked(
                snapshot.ingresses(), objects, !none && policies.judgesClients().test(snapshot));
        if (!now.equals(asked)) {
            asked = now;
            needs = PolicyNeeds.of(snapshot, policies.ownPod(), policies.ofDefaultBackend(), now.clients);
        }
        return needs;
    }

    private void want(PolicyNeeds needs) {
        Set<String> parts = new TreeSet<>();
        switch (needs.pods()) {
            case PodsOf.Everywhere _ -> parts.addAll(scope.isEmpty() ? Set.of(ALL) : scope);
            case PodsOf.Some it when it.namespaces().size() > NAMESPACES && scope.isEmpty() -> parts.add(ALL);
            case PodsOf.Some it -> parts.addAll(it.namespaces());
        }
        // By itself: a role may show us no other.
        needs.ownPod().map(ObjectKey::path).ifPresent(parts::add);
        pods.want(parts);
        namespaces.want(needs.namespaces() ? Set.of(ALL) : Set.of());
        nodes.want(needs.nodes() ? Set.of(ALL) : Set.of());
    }

    private void release() {
        pods.release();
        namespaces.release();
        nodes.release();
    }

    /// Without those that are new in a namespace whose pods are not known yet.
    private PersistentMap<ObjectKey, Ingress> known(PersistentMap<ObjectKey, Ingress> now, Set<String> awaited) {
        List<ObjectKey> early = new ArrayList<>();
        now.changesSince(served, (key, was, _) -> {
            if (was == null && (awaited.contains(key.namespace()) || awaited.contains(ALL))) {
                early.add(key);
            }
        });
        PersistentMap<ObjectKey, Ingress> known = now;
        for (ObjectKey key : early) {
            known = known.without(key);
        }
        return known;
    }

    /// Those that a selector chose stand for themselves where no others are shown to us.
    private PersistentMap<String, Namespace> labelled(Snapshot snapshot) {
        labelled = labelled.next(namespaces.objects());
        return labelled.byName().isEmpty() ? snapshot.namespaces() : labelled.byName();
    }

    List<WatchedObjects<?>> watches() {
        List<WatchedObjects<?>> all = new ArrayList<>();
        kinds().forEach(kind -> all.addAll(kind.watches()));
        all.addAll(pods.watches());
        all.addAll(namespaces.watches());
        all.addAll(nodes.watches());
        return all;
    }

    /// Of watches that have come to their end.
    long endedRestarts() {
        return pods.endedRestarts() + namespaces.endedRestarts() + nodes.endedRestarts();
    }

    private Stream<WatchedKind<?>> kinds() {
        return Stream.of(networkPolicies, adminPolicies, baselinePolicies, clusterPolicies);
    }

    @Override
    public void close() {
        kinds().forEach(WatchedKind::close);
        Stream.of(pods, namespaces, nodes).forEach(NeededObjects::close);
    }
}
