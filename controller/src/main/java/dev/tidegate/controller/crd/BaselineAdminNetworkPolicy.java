package dev.tidegate.controller.crd;

import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/// Last, for pods that no policy of their namespace means; there is one, called `default`.
@Group("policy.networking.k8s.io")
@Version("v1alpha1")
public final class BaselineAdminNetworkPolicy extends CustomResource<ClusterPolicySpec, Void> {
    private static final long serialVersionUID = 1L;
}
