package dev.tidegate.policy.rule;

import static java.util.Objects.requireNonNull;

import dev.tidegate.address.Cidr;
import dev.tidegate.address.IpAddress;
import dev.tidegate.policy.traffic.Connection;
import dev.tidegate.policy.traffic.Direction;
import dev.tidegate.policy.traffic.Node;
import dev.tidegate.policy.traffic.Outside;
import dev.tidegate.policy.traffic.Party;
import dev.tidegate.policy.traffic.Pod;
import java.util.List;
import java.util.Optional;

/// One item of a rule's `from` or `to`: whom the rule speaks of.
///
/// Source: NetworkPolicy v1, `NetworkPolicyPeer`; network-policy-api v1alpha2, `ClusterNetworkPolicyEgressPeer`.
public sealed interface PeerClause {

    /// `home`: the namespace of the policy; empty for one of the whole cluster.
    boolean matches(Connection connection, Direction direction, String home);

    /// Pods by labels, and none that is on its node's network. An absent `namespaces` means the policy's own one, an
    /// absent `pods` all of them; both in one clause must hold together.
    record Pods(Optional<LabelSelector> namespaces, Optional<LabelSelector> pods) implements PeerClause {
        public Pods {
            requireNonNull(namespaces);
            requireNonNull(pods);
        }

        @Override
        public boolean matches(Connection connection, Direction direction, String home) {
            return connection.peer(direction) instanceof Pod pod
                    && !pod.hostNetwork()
                    && matchesNamespace(pod, home)
                    && matchesLabels(pod);
        }

        public boolean matchesNamespace(Pod pod, String home) {
            return namespaces
                    .map(it -> it.matches(pod.namespace().labels()))
                    .orElseGet(() -> pod.namespace().name().equals(home));
        }

        public boolean matchesLabels(Pod pod) {
            return pods.map(it -> it.matches(pod.labels())).orElse(true);
        }
    }

    /// A range of addresses without some. It is meant for those outside the cluster, and matches a pod's as well, as
    /// most network plugins have it; Cilium does not.
    record Block(Cidr range, List<Cidr> except) implements PeerClause {
        public Block {
            requireNonNull(range);
            except = List.copyOf(except);
        }

        @Override
        public boolean matches(Connection connection, Direction direction, String home) {
            Optional<IpAddress> address = connection.peerAddress(direction);
            return address.filter(it -> it.isIn(range)).isPresent()
                    && except.stream().noneMatch(address.get()::isIn);
        }
    }

    /// Ranges of addresses, of pods as of anybody else.
    record Networks(List<Cidr> ranges) implements PeerClause {
        public Networks {
            ranges = List.copyOf(ranges);
        }

        @Override
        public boolean matches(Connection connection, Direction direction, String home) {
            return connection
                    .peerAddress(direction)
                    .filter(address -> ranges.stream().anyMatch(address::isIn))
                    .isPresent();
        }
    }

    /// Nodes by labels, and what runs on their network.
    record Nodes(LabelSelector nodes) implements PeerClause {
        public Nodes {
            requireNonNull(nodes);
        }

        @Override
        public boolean matches(Connection connection, Direction direction, String home) {
            return node(connection.peer(direction))
                    .filter(node -> nodes.matches(node.labels()))
                    .isPresent();
        }

        private static Optional<Node> node(Party party) {
            return switch (party) {
                case Node node -> Optional.of(node);
                case Pod pod when pod.hostNetwork() -> pod.node();
                case Pod _, Outside _ -> Optional.empty();
            };
        }
    }

    /// Whoever has one of these names in DNS. We know addresses only, so that it matches nobody here. It stands in
    /// rules that accept, where that errs on the closed side.
    record Domains(List<String> names) implements PeerClause {
        public Domains {
            names = List.copyOf(names);
        }

        @Override
        public boolean matches(Connection connection, Direction direction, String home) {
            return false;
        }
    }

    /// A clause that is malformed, or of a sort that is not known.
    record Unreadable(String why) implements PeerClause {
        public Unreadable {
            requireNonNull(why);
        }

        @Override
        public boolean matches(Connection connection, Direction direction, String home) {
            return false;
        }
    }
}
