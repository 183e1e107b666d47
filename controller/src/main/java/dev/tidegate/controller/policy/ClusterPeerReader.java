package dev.tidegate.controller.policy;

import dev.tidegate.address.Cidr;
import dev.tidegate.controller.crd.ClusterPeerSpec;
import dev.tidegate.controller.crd.NamespacedPods;
import dev.tidegate.policy.rule.PeerClause;
import dev.tidegate.policy.traffic.Direction;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads whom a rule of the cluster speaks of.
///
/// A peer of which no field is known may be of a sort that a later version brings: it cannot be read.
final class ClusterPeerReader {

    private final Faults faults;

    ClusterPeerReader(Faults faults) {
        this.faults = faults;
    }

    PeerClause read(ClusterPeerSpec peer, String field, Direction direction) {
        long said = Stream.of(
                        Optional.ofNullable(peer.namespaces()),
                        Optional.ofNullable(peer.pods()),
                        Optional.ofNullable(peer.nodes()),
                        Optional.ofNullable(peer.networks()),
                        Optional.ofNullable(peer.domainNames()))
                .filter(Optional::isPresent)
                .count();
        boolean selects = peer.namespaces() != null || peer.pods() != null;
        String expected = direction == Direction.INGRESS
                ? "namespaces or pods"
                : "namespaces, pods, nodes, networks or domainNames";
        if (said != 1 || (direction == Direction.INGRESS && !selects)) {
            return new PeerClause.Unreadable(faults.add(
                    field, (said == 0 ? "no peer that is known" : "not one peer") + " (expected: " + expected + ")"));
        } else if (peer.nodes() != null) {
            return SelectorReader.read(peer.nodes(), field + ".nodes", faults)
                    .<PeerClause>map(PeerClause.Nodes::new)
                    .orElseGet(() -> new PeerClause.Unreadable("its selector is malformed"));
        } else if (peer.networks() != null) {
            return networks(peer.networks(), field + ".networks");
        } else if (peer.domainNames() != null) {
            return new PeerClause.Domains(peer.domainNames());
        }
        return selected(peer.namespaces(), peer.pods(), field);
    }

    /// Pods of namespaces, or some of them; never those of the policy's own namespace, since it has none.
    PeerClause selected(@Nullable LabelSelector namespaces, @Nullable NamespacedPods pods, String field) {
        if (pods == null) {
            return pods(namespaces, null, field + ".namespaces", "");
        }
        return pods(
                pods.namespaceSelector(),
                pods.podSelector(),
                field + ".pods.namespaceSelector",
                field + ".pods.podSelector");
    }

    private PeerClause pods(
            @Nullable LabelSelector namespaces, @Nullable LabelSelector pods, String namespacesAt, String podsAt) {
        var inNamespaces = SelectorReader.read(orAll(namespaces), namespacesAt, faults);
        var some = SelectorReader.read(orAll(pods), podsAt, faults);
        return inNamespaces.isPresent() && some.isPresent()
                ? new PeerClause.Pods(inNamespaces, some)
                : new PeerClause.Unreadable("its selector is malformed");
    }

    private static LabelSelector orAll(@Nullable LabelSelector selector) {
        return selector == null ? new LabelSelector() : selector;
    }

    private PeerClause networks(List<String> networks, String field) {
        List<Cidr> ranges = new ArrayList<>();
        for (int i = 0; i < networks.size(); i++) {
            Ranges.read(networks.get(i), field + "[" + i + "]", faults).ifPresent(ranges::add);
        }
        return ranges.size() == networks.size()
                ? new PeerClause.Networks(ranges)
                : new PeerClause.Unreadable("a range of " + field + " is malformed");
    }
}
