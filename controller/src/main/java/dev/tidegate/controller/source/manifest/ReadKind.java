package dev.tidegate.controller.source.manifest;

import dev.tidegate.controller.crd.AdminNetworkPolicy;
import dev.tidegate.controller.crd.BaselineAdminNetworkPolicy;
import dev.tidegate.controller.crd.ClusterNetworkPolicy;
import dev.tidegate.controller.diagnostic.Spelling;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// A kind that is read from manifests, in the one version of its API group that is served today.
public enum ReadKind {
    INGRESS("networking.k8s.io/v1", "Ingress", Ingress.class, true),
    INGRESS_CLASS("networking.k8s.io/v1", "IngressClass", IngressClass.class, false),
    SERVICE("v1", "Service", Service.class, true),
    ENDPOINT_SLICE("discovery.k8s.io/v1", "EndpointSlice", EndpointSlice.class, true),
    SECRET("v1", "Secret", Secret.class, true),
    CONFIG_MAP("v1", "ConfigMap", ConfigMap.class, true),
    NAMESPACE("v1", "Namespace", Namespace.class, false),
    POD("v1", "Pod", Pod.class, true),
    NODE("v1", "Node", Node.class, false),
    NETWORK_POLICY("networking.k8s.io/v1", "NetworkPolicy", NetworkPolicy.class, true),
    ADMIN_NETWORK_POLICY("policy.networking.k8s.io/v1alpha1", "AdminNetworkPolicy", AdminNetworkPolicy.class, false),
    BASELINE_ADMIN_NETWORK_POLICY(
            "policy.networking.k8s.io/v1alpha1", "BaselineAdminNetworkPolicy", BaselineAdminNetworkPolicy.class, false),
    CLUSTER_NETWORK_POLICY(
            "policy.networking.k8s.io/v1alpha2", "ClusterNetworkPolicy", ClusterNetworkPolicy.class, false);

    /// The API groups that hold, or once held, the kinds above. A kind of the same name in any other group, such as
    /// Knative's Ingress and Service, is another thing and none of our business.
    private static final Set<String> GROUPS =
            Set.of("", "extensions", "networking.k8s.io", "discovery.k8s.io", "policy.networking.k8s.io");

    private final String apiVersion;
    private final String kind;
    private final Class<? extends HasMetadata> type;
    private final boolean namespaced;

    ReadKind(String apiVersion, String kind, Class<? extends HasMetadata> type, boolean namespaced) {
        this.apiVersion = apiVersion;
        this.kind = kind;
        this.type = type;
        this.namespaced = namespaced;
    }

    public String apiVersion() {
        return apiVersion;
    }

    public String kind() {
        return kind;
    }

    public Class<? extends HasMetadata> type() {
        return type;
    }

    public boolean namespaced() {
        return namespaced;
    }

    static Optional<ReadKind> of(String apiVersion, String kind) {
        return Arrays.stream(values())
                .filter(each -> each.kind.equals(kind) && each.apiVersion.equals(apiVersion))
                .findFirst();
    }

    /// The kind that was probably meant by a version or spelling that is not read; empty where nothing we read was
    /// meant.
    static Optional<ReadKind> meantBy(String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        if (!GROUPS.contains(group)) {
            return Optional.empty();
        }
        return Arrays.stream(values())
                .filter(each -> Spelling.distance(each.kind, kind) <= Spelling.CLOSE)
                .min((a, b) -> Integer.compare(Spelling.distance(a.kind, kind), Spelling.distance(b.kind, kind)));
    }
}
