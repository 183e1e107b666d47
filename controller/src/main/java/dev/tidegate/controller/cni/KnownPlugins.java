package dev.tidegate.controller.cni;

import dev.tidegate.controller.cni.Sighting.Role;
import dev.tidegate.controller.snapshot.Enforcement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Which plug-ins are seen in the evidence: first by the programs on the nodes; where these are none that is known, by
/// the marks that plug-ins and platforms leave on nodes; and by the API that one serves only where nothing better
/// could be looked at, as an API may be left over.
final class KnownPlugins {

    /// The ConfigMap that decides, by the container that reads it, in its namespace.
    static final Map<String, String> SETTINGS = Map.of(
            "cilium-agent", "cilium-config",
            "aws-node", "amazon-vpc-cni",
            "terway", "eni-config",
            "antrea-agent", "antrea-config");

    private static final Map<String, String> GROUPS = Map.of(
            "crd.projectcalico.org", "Calico",
            "cilium.io", "Cilium",
            "crd.antrea.io", "Antrea",
            "k8s.ovn.org", "OVN-Kubernetes",
            "kubeovn.io", "Kube-OVN");

    private KnownPlugins() {}

    static List<Sighting> in(Evidence evidence) {
        List<Sighting> seen = new ArrayList<>(evidence.daemons().stream()
                .filter(Daemon::runs)
                .flatMap(daemon -> DaemonSightings.of(daemon, evidence))
                .toList());
        if (seen.stream().noneMatch(it -> it.role() == Role.NETWORK)) {
            seen.addAll(NodeSightings.of(evidence, seen));
        } else {
            NodeSightings.k3s(evidence).ifPresent(seen::add);
        }
        if (seen.isEmpty() && evidence.unread().containsKey(Evidence.DAEMON_SETS)) {
            groups(evidence).forEach(seen::add);
        }
        return seen.stream().distinct().toList();
    }

    private static Stream<Sighting> groups(Evidence evidence) {
        return GROUPS.entrySet().stream()
                .filter(it -> evidence.apiGroups().contains(it.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(it -> new Sighting(
                        it.getValue(),
                        "",
                        Role.NETWORK,
                        Enforcement.UNKNOWN,
                        "the API group " + it.getKey() + " is served, which may be left over; DaemonSets, which would"
                                + " tell whether " + it.getValue() + " runs, could not be read",
                        Set.of()));
    }
}
