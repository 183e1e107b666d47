package dev.tidegate.policy.verdict;

import dev.tidegate.policy.traffic.Pod;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Those labels of a pod that its next version and its neighbours of the same workload will have too: what a policy can
/// select by and still hold tomorrow.
final class LastingLabels {

    /// What controllers write for one generation of pods, or for one of them, and what changes with each release.
    private static final Set<String> PASSING = Set.of(
            "pod-template-hash",
            "pod-template-generation",
            "controller-revision-hash",
            "controller-uid",
            "job-name",
            "batch.kubernetes.io/controller-uid",
            "batch.kubernetes.io/job-name",
            "batch.kubernetes.io/job-completion-index",
            "statefulset.kubernetes.io/pod-name",
            "apps.kubernetes.io/pod-index",
            "topology.kubernetes.io/region",
            "topology.kubernetes.io/zone",
            "app.kubernetes.io/version",
            "helm.sh/chart");

    private static final List<String> NAMES = List.of("app.kubernetes.io/name", "app", "k8s-app", "name");

    private LastingLabels() {}

    /// All labels where none of them lasts: better than to mean every pod of the namespace.
    static SortedMap<String, String> of(Pod pod) {
        SortedMap<String, String> lasting = new TreeMap<>(pod.labels());
        lasting.keySet().removeAll(PASSING);
        return lasting.isEmpty() ? new TreeMap<>(pod.labels()) : lasting;
    }

    /// What people call the workload.
    static String name(Pod pod) {
        return NAMES.stream()
                .map(key -> pod.labels().getOrDefault(key, ""))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(pod.name());
    }
}
