package dev.tidegate.e2e.cluster;

import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.cluster.AuditLog.Right;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The kinds of policies of the whole cluster, installed in it, and one policy that leads out to nodes; all of it is
/// gone at the end.
final class PolicyKinds implements AutoCloseable {

    private static final String GROUP = "policy.networking.k8s.io";

    /// What is asked for where there are all sorts of policies.
    static final Set<Right> WATCHED = Stream.of(
                    "networking.k8s.io/networkpolicies",
                    GROUP + "/adminnetworkpolicies",
                    GROUP + "/baselineadminnetworkpolicies",
                    GROUP + "/clusternetworkpolicies",
                    "/pods",
                    "/namespaces",
                    "/nodes")
            .map(path -> path.split("/"))
            .flatMap(path -> Stream.of("list", "watch").map(verb -> new Right(path[0], path[1], verb)))
            .collect(Collectors.toUnmodifiableSet());

    private final KubernetesClient admin;
    private final List<HasMetadata> made = new ArrayList<>();

    private PolicyKinds(KubernetesClient admin) {
        this.admin = admin;
    }

    static PolicyKinds install(TestBed bed) {
        PolicyKinds kinds = new PolicyKinds(bed.cluster().admin());
        kinds.definition("v1alpha1", "AdminNetworkPolicy", "adminnetworkpolicies");
        kinds.definition("v1alpha1", "BaselineAdminNetworkPolicy", "baselineadminnetworkpolicies");
        kinds.definition("v1alpha2", "ClusterNetworkPolicy", "clusternetworkpolicies");
        kinds.policy();
        return kinds;
    }

    private void definition(String version, String kind, String plural) {
        String yaml = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata:
              name: %3$s.%4$s
              annotations: {api-approved.kubernetes.io: "unapproved, for tests"}
            spec:
              group: %4$s
              scope: Cluster
              names: {kind: %2$s, plural: %3$s, singular: %5$s, listKind: %2$sList}
              versions:
              - name: %1$s
                served: true
                storage: true
                schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
            """.formatted(version, kind, plural, GROUP, kind.toLowerCase(Locale.ROOT));
        made.add(admin.resource(Serialization.unmarshal(yaml, CustomResourceDefinition.class))
                .create());
        Await.until(plural + " are served", () -> isServed("/apis/" + GROUP + "/" + version + "/" + plural));
    }

    /// A new kind is unknown at first, and then its storage is not ready.
    private boolean isServed(String path) {
        try {
            return admin.raw(path) != null;
        } catch (KubernetesClientException notYet) {
            return false;
        }
    }

    /// It denies nothing.
    private void policy() {
        GenericKubernetesResource policy = Serialization.unmarshal("""
            apiVersion: policy.networking.k8s.io/v1alpha2
            kind: ClusterNetworkPolicy
            metadata: {name: out-to-nodes}
            spec: {tier: Admin, priority: 1, subject: {namespaces: {}}, egress: [{action: Accept, to: [{nodes: {}}]}]}
            """, GenericKubernetesResource.class);
        Await.until("a policy of the whole cluster can be made", () -> {
            try {
                made.addFirst(admin.resource(policy).create());
                return true;
            } catch (KubernetesClientException notYet) {
                return false;
            }
        });
    }

    @Override
    public void close() {
        made.forEach(it -> admin.resource(it).delete());
        made.forEach(
                it -> Await.until(it.getMetadata().getName() + " is gone, and may be made again", () -> isGone(it)));
    }

    private boolean isGone(HasMetadata object) {
        try {
            return admin.resource(object).get() == null;
        } catch (KubernetesClientException going) {
            return false;
        }
    }
}
