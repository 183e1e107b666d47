package dev.tidegate.controller.crd;

import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/// First, before the namespaces' own policies.
@Group("policy.networking.k8s.io")
@Version("v1alpha1")
public final class AdminNetworkPolicy extends CustomResource<ClusterPolicySpec, Void> {
    private static final long serialVersionUID = 1L;
}
