package dev.tidegate.policy.verdict;

import dev.tidegate.policy.rule.ClusterPolicy;
import dev.tidegate.policy.rule.NetworkPolicy;
import dev.tidegate.policy.rule.PolicyRef;
import dev.tidegate.policy.rule.Tier;
import dev.tidegate.policy.traffic.Connection;
import dev.tidegate.policy.traffic.Direction;
import dev.tidegate.policy.traffic.Pod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// All policies of a cluster at one moment, in the order in which they are asked, whatever order they came in.
///
/// Immutable; threads: any. The cost of a verdict grows with the policies of the two pods' namespaces and those of the
/// cluster, and with nothing else.
public record Policies(SortedMap<String, List<NetworkPolicy>> byNamespace, List<ClusterPolicy> cluster) {

    public static final Policies NONE = new Policies(Collections.emptySortedMap(), List.of());

    public Policies {
        SortedMap<String, List<NetworkPolicy>> sorted = new TreeMap<>();
        byNamespace.forEach(
                (namespace, all) -> sorted.put(namespace, all.stream().sorted().toList()));
        byNamespace = Collections.unmodifiableSortedMap(sorted);
        cluster = cluster.stream().sorted().toList();
    }

    public static Policies of(Collection<NetworkPolicy> policies, Collection<ClusterPolicy> cluster) {
        Map<String, List<NetworkPolicy>> grouped = new HashMap<>();
        policies.forEach(policy -> grouped.computeIfAbsent(policy.ref().namespace(), _ -> new ArrayList<>())
                .add(policy));
        return new Policies(new TreeMap<>(grouped), List.copyOf(cluster));
    }

    /// These, and one more.
    public Policies with(NetworkPolicy policy) {
        SortedMap<String, List<NetworkPolicy>> more = new TreeMap<>(byNamespace);
        List<NetworkPolicy> ofNamespace = new ArrayList<>(in(policy.ref().namespace()));
        ofNamespace.add(policy);
        more.put(policy.ref().namespace(), ofNamespace);
        return new Policies(more, cluster);
    }

    /// Is there none at all?
    public boolean isEmpty() {
        return byNamespace.isEmpty() && cluster.isEmpty();
    }

    public Verdict verdict(Connection connection) {
        Evaluation evaluation = new Evaluation(this, connection);
        return new Verdict(connection, evaluation.judge(Direction.EGRESS), evaluation.judge(Direction.INGRESS));
    }

    public List<NetworkPolicy> in(String namespace) {
        return byNamespace.getOrDefault(namespace, List.of());
    }

    public boolean holds(PolicyRef ref) {
        return in(ref.namespace()).stream().anyMatch(policy -> policy.ref().equals(ref));
    }

    /// Those of its namespace that isolate a pod in this direction.
    List<NetworkPolicy> isolating(Pod pod, Direction direction) {
        return in(pod.namespace().name()).stream()
                .filter(policy -> policy.isolates(pod, direction))
                .toList();
    }

    /// Those of the cluster that mean a pod, by priority.
    List<ClusterPolicy> of(Tier tier, Pod pod) {
        return cluster.stream()
                .filter(policy -> policy.tier() == tier && policy.selects(pod))
                .toList();
    }
}
