package dev.tidegate.controller.snapshot;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.crd.AdminNetworkPolicy;
import dev.tidegate.controller.crd.BaselineAdminNetworkPolicy;
import dev.tidegate.controller.crd.ClusterNetworkPolicy;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;

/// The objects that decide who may connect to whom, beside the namespaces' labels, and whether anybody sees to it.
public record PolicyObjects(
        PersistentMap<ObjectKey, Pod> pods,
        PersistentMap<ObjectKey, Node> nodes,
        PersistentMap<ObjectKey, NetworkPolicy> networkPolicies,
        PersistentMap<ObjectKey, AdminNetworkPolicy> adminPolicies,
        PersistentMap<ObjectKey, BaselineAdminNetworkPolicy> baselinePolicies,
        PersistentMap<ObjectKey, ClusterNetworkPolicy> clusterPolicies,
        Enforcement enforcement) {

    public static final PolicyObjects NONE = new PolicyObjects(
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            Enforcement.UNKNOWN);

    public PolicyObjects {
        requireNonNull(pods);
        requireNonNull(nodes);
        requireNonNull(networkPolicies);
        requireNonNull(adminPolicies);
        requireNonNull(baselinePolicies);
        requireNonNull(clusterPolicies);
        requireNonNull(enforcement);
    }

    /// The same objects, on a network of which this is known.
    public PolicyObjects on(Enforcement enforcement) {
        return new PolicyObjects(
                pods, nodes, networkPolicies, adminPolicies, baselinePolicies, clusterPolicies, enforcement);
    }

    /// As [Snapshot#applying] does it.
    PolicyObjects applying(PolicyObjects those) {
        return new PolicyObjects(
                pods.withAll(those.pods),
                nodes.withAll(those.nodes),
                networkPolicies.withAll(those.networkPolicies),
                adminPolicies.withAll(those.adminPolicies),
                baselinePolicies.withAll(those.baselinePolicies),
                clusterPolicies.withAll(those.clusterPolicies),
                enforcement);
    }
}
