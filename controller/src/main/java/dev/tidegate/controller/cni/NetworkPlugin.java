package dev.tidegate.controller.cni;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.cni.Sighting.Role;
import dev.tidegate.controller.snapshot.Enforcement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which plug-in makes the network of a cluster, and whether anybody enforces NetworkPolicy in it.
///
/// `name`: of all that have a part in it, as `Flannel v0.26.1 with kube-network-policies v0.7.0`; empty if nothing that
/// is known was seen. `why`: what it was told by, the deciding things first. `kinds`: what is enforced, `NetworkPolicy`
/// first. `unread`: what could not be looked at.
public record NetworkPlugin(
        String name, Enforcement enforcement, List<String> why, List<String> kinds, List<String> unread) {

    private static final Map<String, String> CLUSTER_KINDS = Map.of(
            "adminnetworkpolicies", "AdminNetworkPolicy",
            "baselineadminnetworkpolicies", "BaselineAdminNetworkPolicy",
            "clusternetworkpolicies", "ClusterNetworkPolicy");

    public NetworkPlugin {
        requireNonNull(name);
        requireNonNull(enforcement);
        why = List.copyOf(why);
        kinds = List.copyOf(kinds);
        unread = List.copyOf(unread);
    }

    /// Whoever enforces decides: policies only ever close, so that one who does is enough. Where several make the
    /// network, all are named.
    public static NetworkPlugin of(Evidence evidence) {
        List<Sighting> seen = KnownPlugins.in(evidence);
        List<String> unread = evidence.unread().entrySet().stream()
                .map(it -> it.getKey() + ": " + it.getValue())
                .sorted()
                .toList();
        Enforcement enforcement = enforcement(seen);
        List<Sighting> deciding = seen.stream()
                .sorted(Comparator.comparing(it -> it.enforcement() != enforcement))
                .toList();
        return new NetworkPlugin(
                name(seen),
                enforcement,
                Stream.concat(deciding.stream().map(Sighting::why), conflict(seen))
                        .toList(),
                kinds(seen, evidence),
                unread);
    }

    private static Enforcement enforcement(List<Sighting> seen) {
        if (seen.stream().anyMatch(it -> it.enforcement() == Enforcement.YES)) {
            return Enforcement.YES;
        }
        List<Sighting> counted =
                seen.stream().filter(it -> it.role() != Role.META).toList();
        return !counted.isEmpty() && counted.stream().allMatch(it -> it.enforcement() == Enforcement.NO)
                ? Enforcement.NO
                : Enforcement.UNKNOWN;
    }

    /// Two that both make the whole network: one of them is a remnant, or nodes differ.
    private static Stream<String> conflict(List<Sighting> seen) {
        List<Sighting> networks =
                seen.stream().filter(it -> it.role() == Role.NETWORK).toList();
        if (networks.stream().map(Sighting::enforcement).distinct().count() < 2) {
            return Stream.empty();
        }
        return Stream.of("these contradict each other: "
                + networks.stream()
                        .map(it -> it.name() + " " + verb(it.enforcement()))
                        .collect(Collectors.joining(", "))
                + "; one may be left over, or nodes may differ");
    }

    private static String name(List<Sighting> seen) {
        List<Sighting> inOrder =
                seen.stream().sorted(Comparator.comparing(Sighting::role)).toList();
        boolean chained = inOrder.stream().map(Sighting::role).distinct().count() > 1;
        if (!chained) {
            return inOrder.stream().map(Sighting::text).distinct().collect(Collectors.joining(" and "));
        }
        return inOrder.stream().map(Sighting::text).distinct().collect(Collectors.joining(" with "));
    }

    private static List<String> kinds(List<Sighting> seen, Evidence evidence) {
        List<Sighting> enforcing =
                seen.stream().filter(it -> it.enforcement() == Enforcement.YES).toList();
        if (enforcing.isEmpty()) {
            return List.of();
        }
        List<String> kinds = new ArrayList<>(List.of("NetworkPolicy"));
        new TreeSet<>(CLUSTER_KINDS.keySet())
                .stream()
                        .filter(evidence.policyKinds()::contains)
                        .filter(plural ->
                                enforcing.stream().anyMatch(it -> it.kinds().contains(plural)))
                        .forEach(plural -> kinds.add(CLUSTER_KINDS.getOrDefault(plural, plural)));
        return kinds;
    }

    /// As in `Calico v3.30.2: NetworkPolicy is enforced`.
    public String text() {
        String more = kinds.size() > 1 ? ", and " + String.join(", ", kinds.subList(1, kinds.size())) : "";
        return switch (enforcement) {
            case YES -> name + ": NetworkPolicy is enforced" + more;
            case NO -> name + ": NetworkPolicy is not enforced";
            case UNKNOWN ->
                name.isEmpty()
                        ? "no network plug-in that is known was seen"
                        : name + ": whether NetworkPolicy is enforced is not known";
        };
    }

    private static String verb(Enforcement enforcement) {
        return switch (enforcement) {
            case YES -> "enforces";
            case NO -> "does not enforce";
            case UNKNOWN -> "may enforce";
        };
    }
}
