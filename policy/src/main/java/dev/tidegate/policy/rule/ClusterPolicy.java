package dev.tidegate.policy.rule;

import static java.util.Objects.requireNonNull;

import dev.tidegate.policy.traffic.Direction;
import dev.tidegate.policy.traffic.Pod;
import java.util.Comparator;
import java.util.List;

/// What the cluster says of the pods that both selectors mean. Rules count in their order, and the first that takes a
/// connection decides; what none takes goes on as if the policy were not there.
///
/// `priority`: 0 to 1000, the lower is asked first. Equal ones are asked in order of their names, where the
/// specification leaves the order open.
///
/// Source: network-policy-api v1alpha2 `ClusterNetworkPolicy`, v1alpha1 `AdminNetworkPolicy` and
/// `BaselineAdminNetworkPolicy`.
public record ClusterPolicy(
        PolicyRef ref,
        Tier tier,
        int priority,
        LabelSelector namespaces,
        LabelSelector pods,
        List<ClusterRule> ingress,
        List<ClusterRule> egress)
        implements Comparable<ClusterPolicy> {

    private static final Comparator<ClusterPolicy> ORDER = Comparator.comparing(ClusterPolicy::tier)
            .thenComparingInt(ClusterPolicy::priority)
            .thenComparing(ClusterPolicy::ref);

    public ClusterPolicy {
        requireNonNull(ref);
        requireNonNull(tier);
        requireNonNull(namespaces);
        requireNonNull(pods);
        ingress = List.copyOf(ingress);
        egress = List.copyOf(egress);
    }

    public boolean selects(Pod pod) {
        return namespaces.matches(pod.namespace().labels()) && pods.matches(pod.labels());
    }

    public List<ClusterRule> rules(Direction direction) {
        return direction == Direction.INGRESS ? ingress : egress;
    }

    @Override
    public int compareTo(ClusterPolicy other) {
        return ORDER.compare(this, other);
    }
}
