package dev.tidegate.controller.cni;

import dev.tidegate.controller.cni.Sighting.Role;
import dev.tidegate.controller.snapshot.Enforcement;
import dev.tidegate.controller.snapshot.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What the marks on nodes tell: of plug-ins that run in no pod, and of platforms whose network has none.
final class NodeSightings {

    private static final String K3S_ARGUMENTS = "k3s.io/node-args";
    private static final String FLANNEL = "flannel.alpha.coreos.com/backend-type";
    private static final String CALICO = "projectcalico.org/IPv4Address";
    private static final String EKS = "eks.amazonaws.com/compute-type";
    private static final String GKE = "cloud.google.com/gke-nodepool";
    private static final String AKS = "kubernetes.azure.com/cluster";
    private static final String MINIKUBE = "minikube.k8s.io/name";
    private static final ObjectKey EKS_SETTINGS = new ObjectKey("kube-system", "amazon-vpc-cni");

    private NodeSightings() {}

    /// `seen`: by their programs already. Where DaemonSets could be read, a mark of a plug-in that would run in one is
    /// left over.
    static List<Sighting> of(Evidence evidence, List<Sighting> seen) {
        boolean blind = evidence.unread().containsKey(Evidence.DAEMON_SETS);
        List<Sighting> found = new ArrayList<>();
        Optional<Sighting> k3s = k3s(evidence);
        k3s.ifPresent(found::add);
        boolean embedded = any(evidence, it -> it.annotations().containsKey(K3S_ARGUMENTS));
        if ((embedded || blind) && any(evidence, it -> it.annotations().containsKey(FLANNEL))) {
            found.add(flannel(evidence, embedded, k3s.isPresent()));
        } else if (blind && any(evidence, it -> it.annotations().containsKey(CALICO))) {
            found.add(new Sighting(
                    "Calico",
                    "",
                    Role.NETWORK,
                    Enforcement.YES,
                    "nodes have the annotation " + CALICO + ", which calico-node writes; DaemonSets could not be read",
                    Set.of()));
        }
        if (found.isEmpty() && !blind) {
            platform(evidence, !seen.isEmpty()).ifPresent(found::add);
        }
        return found;
    }

    /// Its network policy controller is a part of the program itself, so that no DaemonSet shows it. Servers decide for
    /// agents too.
    static Optional<Sighting> k3s(Evidence evidence) {
        List<String> servers = evidence.nodes().stream()
                .map(it -> it.annotations().getOrDefault(K3S_ARGUMENTS, ""))
                .filter(it -> it.contains("\"server\""))
                .toList();
        if (servers.isEmpty()) {
            return Optional.empty();
        }
        boolean off = servers.stream()
                .anyMatch(it -> it.contains("--disable-network-policy")
                        && !it.contains("--disable-network-policy=false")
                        && !it.contains("\"--disable-network-policy\",\"false\""));
        return Optional.of(new Sighting(
                "k3s",
                "",
                Role.POLICY,
                off ? Enforcement.NO : Enforcement.YES,
                off
                        ? "k3s runs with --disable-network-policy, by the annotation " + K3S_ARGUMENTS
                        : "k3s has a network policy controller in itself, and runs without --disable-network-policy",
                Set.of()));
    }

    /// `embedded`: a part of k3s. `told`: whether k3s sees to policies is known. Otherwise it stands in a DaemonSet
    /// that we may not read; with Calico's API there too it may be Canal, whose nodes look the same.
    private static Sighting flannel(Evidence evidence, boolean embedded, boolean told) {
        String mark = "nodes have the annotation " + FLANNEL;
        if (embedded) {
            return new Sighting(
                    "Flannel",
                    "",
                    Role.NETWORK,
                    told ? Enforcement.NO : Enforcement.UNKNOWN,
                    told
                            ? mark + "; Flannel gives pods addresses and knows no policies"
                            : mark
                                    + " and are agents of k3s, whose servers are no nodes: --disable-network-policy"
                                    + " there decides",
                    Set.of());
        }
        boolean perhapsCanal = evidence.apiGroups().contains("crd.projectcalico.org");
        return new Sighting(
                "Flannel",
                "",
                Role.NETWORK,
                perhapsCanal ? Enforcement.UNKNOWN : Enforcement.NO,
                perhapsCanal
                        ? mark + ", and the API of Calico is served: Flannel alone does not enforce, Canal does;"
                                + " DaemonSets could not be read"
                        : mark + "; Flannel knows no policies, and DaemonSets could not be read, so that one beside it"
                                + " which does would not be seen",
                Set.of());
    }

    /// `served`: something beside the network sees to policies, so that the platform alone decides nothing.
    private static Optional<Sighting> platform(Evidence evidence, boolean served) {
        if (any(evidence, it -> "auto".equals(it.labels().get(EKS)))) {
            return Optional.of(eksAuto(evidence));
        } else if (served) {
            return Optional.empty();
        } else if (any(evidence, it -> it.labels().containsKey(GKE))) {
            return Optional.of(
                    bare("GKE", "nodes are GKE's, and neither Dataplane V2 (anetd) nor Calico runs on them"));
        } else if (any(evidence, it -> it.labels().containsKey(AKS))) {
            return Optional.of(bare("AKS", "nodes are AKS's, and no network policy engine runs on them"));
        } else if (any(evidence, it -> it.labels().containsKey(MINIKUBE))) {
            return Optional.of(bare("minikube", "nodes are minikube's, whose own bridge knows no policies"));
        } else if (any(evidence, it -> it.name().equals("docker-desktop"))) {
            return Optional.of(bare("Docker Desktop", "the node is Docker Desktop's, whose network knows no policies"));
        }
        return Optional.empty();
    }

    private static Sighting eksAuto(Evidence evidence) {
        boolean on = evidence.setting(EKS_SETTINGS, "enable-network-policy-controller")
                .filter("true"::equals)
                .isPresent();
        return new Sighting(
                "EKS Auto Mode",
                "",
                Role.NETWORK,
                on ? Enforcement.YES : Enforcement.NO,
                "nodes are of EKS Auto Mode, and ConfigMap " + EKS_SETTINGS.path() + (on ? " has" : " has not")
                        + " enable-network-policy-controller: \"true\"",
                Set.of());
    }

    private static Sighting bare(String name, String why) {
        return new Sighting(name, "", Role.NETWORK, Enforcement.NO, why, Set.of());
    }

    private static boolean any(Evidence evidence, Predicate<NodeMarks> mark) {
        return evidence.nodes().stream().anyMatch(mark);
    }
}
