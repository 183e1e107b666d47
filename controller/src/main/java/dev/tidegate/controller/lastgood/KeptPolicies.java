package dev.tidegate.controller.lastgood;

import dev.tidegate.controller.crd.AdminNetworkPolicy;
import dev.tidegate.controller.crd.BaselineAdminNetworkPolicy;
import dev.tidegate.controller.crd.ClusterNetworkPolicy;
import dev.tidegate.controller.snapshot.Enforcement;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.PolicyObjects;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.function.Function;
import org.h2.mvstore.MVStore;

/// The policies in the file, and what they are judged by: what was closed before a restart is closed after it.
///
/// Threads: one.
record KeptPolicies(
        KeptKind<ObjectKey, Pod> pods,
        KeptKind<ObjectKey, Node> nodes,
        KeptKind<ObjectKey, NetworkPolicy> networkPolicies,
        KeptKind<ObjectKey, AdminNetworkPolicy> adminPolicies,
        KeptKind<ObjectKey, BaselineAdminNetworkPolicy> baselinePolicies,
        KeptKind<ObjectKey, ClusterNetworkPolicy> clusterPolicies) {

    static KeptPolicies open(MVStore store) {
        return new KeptPolicies(
                kind(store, "pods", Pod.class, PolicyObjects::pods),
                kind(store, "nodes", Node.class, PolicyObjects::nodes),
                kind(store, "networkPolicies", NetworkPolicy.class, PolicyObjects::networkPolicies),
                kind(store, "adminPolicies", AdminNetworkPolicy.class, PolicyObjects::adminPolicies),
                kind(store, "baselinePolicies", BaselineAdminNetworkPolicy.class, PolicyObjects::baselinePolicies),
                kind(store, "clusterPolicies", ClusterNetworkPolicy.class, PolicyObjects::clusterPolicies));
    }

    private static <V extends HasMetadata> KeptKind<ObjectKey, V> kind(
            MVStore store, String name, Class<V> type, Function<PolicyObjects, PersistentMap<ObjectKey, V>> part) {
        return KeptKind.byKey(store, name, snapshot -> part.apply(snapshot.policyObjects()), ObjectText.of(type));
    }

    List<KeptKind<?, ?>> kinds() {
        return List.of(pods, nodes, networkPolicies, adminPolicies, baselinePolicies, clusterPolicies);
    }

    PolicyObjects kept(Enforcement enforcement) {
        return new PolicyObjects(
                pods.kept(),
                nodes.kept(),
                networkPolicies.kept(),
                adminPolicies.kept(),
                baselinePolicies.kept(),
                clusterPolicies.kept(),
                enforcement);
    }
}
