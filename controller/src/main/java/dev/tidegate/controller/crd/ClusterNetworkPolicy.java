package dev.tidegate.controller.crd;

import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/// What replaces the other two: of either tier.
@Group("policy.networking.k8s.io")
@Version("v1alpha2")
public final class ClusterNetworkPolicy extends CustomResource<ClusterPolicySpec, Void> {
    private static final long serialVersionUID = 1L;
}
