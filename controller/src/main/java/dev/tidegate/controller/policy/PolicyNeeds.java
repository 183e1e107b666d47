package dev.tidegate.controller.policy;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.crd.ClusterPeerSpec;
import dev.tidegate.controller.crd.ClusterPolicySpec;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.PolicyObjects;
import dev.tidegate.controller.snapshot.Snapshot;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What has to be known of a cluster beside its policies, to judge by them; and nothing else of it need be.
///
/// `ownPod`: the gateway's own, who is the peer of every backend. `namespaces`: their labels. `nodes`: their labels,
/// too; what addresses a node has is known by the pods on it.
public record PolicyNeeds(Optional<ObjectKey> ownPod, PodsOf pods, boolean namespaces, boolean nodes) {

    public static final PolicyNeeds NOTHING = new PolicyNeeds(Optional.empty(), PodsOf.NOWHERE, false, false);

    public PolicyNeeds {
        requireNonNull(ownPod);
        requireNonNull(pods);
    }

    /// Where the pods are that are wanted.
    public sealed interface PodsOf {

        PodsOf NOWHERE = new Some(Set.of());

        record Everywhere() implements PodsOf {}

        record Some(Set<String> namespaces) implements PodsOf {
            public Some {
                namespaces = Set.copyOf(namespaces);
            }
        }
    }

    /// Shape: a snapshot of which only the Ingresses and the policies matter; our own pod, if it is known; the
    /// namespace of the default backend, if there is one; and whether the clients are judged by policies, too,
    /// any of whom may be a pod → what is needed. Pure. Costs a look at each of them, and nothing where there
    /// is no policy.
    ///
    /// A namespace's pods are the backends of its Ingresses: whether they let somebody in is said by a policy of
    /// their namespace or of the cluster, and whether we get out to them by one of ours.
    public static PolicyNeeds of(
            Snapshot snapshot, Optional<ObjectKey> ownPod, Optional<String> ofDefaultBackend, boolean clients) {
        PolicyObjects objects = snapshot.policyObjects();
        List<ClusterPolicySpec> cluster = clusterPolicies(objects);
        if (cluster.isEmpty() && objects.networkPolicies().isEmpty()) {
            return NOTHING;
        }
        return new PolicyNeeds(
                ownPod,
                clients
                        ? new PodsOf.Everywhere()
                        : new PodsOf.Some(backends(snapshot, ownPod, ofDefaultBackend, !cluster.isEmpty())),
                true,
                cluster.stream().anyMatch(PolicyNeeds::speaksOfNodes));
    }

    private static Set<String> backends(
            Snapshot snapshot, Optional<ObjectKey> ownPod, Optional<String> ofDefaultBackend, boolean clusterWide) {
        Set<String> judged = new HashSet<>();
        boolean all = clusterWide;
        for (var entry : snapshot.policyObjects().networkPolicies().entrySet()) {
            String namespace = entry.getKey().namespace();
            if (isolatesIngress(entry.getValue())) {
                judged.add(namespace);
            }
            boolean ours =
                    ownPod.filter(pod -> pod.namespace().equals(namespace)).isPresent();
            all |= ours && isolatesEgress(entry.getValue());
        }
        if (judged.isEmpty() && !all) {
            return Set.of();
        }
        Set<String> backends = snapshot.ingresses().keySet().stream()
                .map(ObjectKey::namespace)
                .collect(Collectors.toCollection(HashSet::new));
        ofDefaultBackend.ifPresent(backends::add);
        if (!all) {
            backends.retainAll(judged);
        }
        return backends;
    }

    /// Source: NetworkPolicy v1, `policyTypes`. One with a type that is not known is taken for both, as it is read.
    private static boolean isolatesIngress(NetworkPolicy policy) {
        return !types(policy).equals(List.of("Egress"));
    }

    private static boolean isolatesEgress(NetworkPolicy policy) {
        return types(policy).isEmpty()
                ? policy.getSpec() != null && !policy.getSpec().getEgress().isEmpty()
                : !types(policy).equals(List.of("Ingress"));
    }

    private static List<String> types(NetworkPolicy policy) {
        NetworkPolicySpec spec = policy.getSpec();
        return spec == null ? List.of() : spec.getPolicyTypes();
    }

    private static List<ClusterPolicySpec> clusterPolicies(PolicyObjects objects) {
        return Stream.of(objects.adminPolicies(), objects.baselinePolicies(), objects.clusterPolicies())
                .flatMap(kind -> kind.values().stream())
                .map(PolicyNeeds::spec)
                .toList();
    }

    private static ClusterPolicySpec spec(CustomResource<ClusterPolicySpec, ?> policy) {
        ClusterPolicySpec spec = policy.getSpec();
        return spec == null ? new ClusterPolicySpec(null, null, null, null, null) : spec;
    }

    /// Only a way out can lead to a node by its labels.
    private static boolean speaksOfNodes(ClusterPolicySpec policy) {
        return each(policy.egress())
                .flatMap(rule -> each(rule.to()))
                .map(ClusterPeerSpec::nodes)
                .anyMatch(Objects::nonNull);
    }

    private static <T> Stream<T> each(@Nullable List<T> list) {
        return list == null ? Stream.empty() : list.stream().filter(Objects::nonNull);
    }
}
