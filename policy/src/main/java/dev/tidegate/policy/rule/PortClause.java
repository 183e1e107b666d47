package dev.tidegate.policy.rule;

import static java.util.Objects.requireNonNull;

import dev.tidegate.policy.traffic.Connection;
import dev.tidegate.policy.traffic.Pod;
import dev.tidegate.policy.traffic.Protocol;
import java.util.Optional;

/// One item of a rule's `ports`: at which ports of the destination the rule speaks.
///
/// Source: NetworkPolicy v1, `NetworkPolicyPort`; network-policy-api v1alpha2, `ClusterNetworkPolicyProtocol`.
public sealed interface PortClause {

    boolean matches(Connection connection);

    /// `TCP 80`, `TCP 8000-8080`, `UDP dns`, `TCP`
    String text();

    /// All ports of one protocol, and of no other.
    record AllOf(Protocol protocol) implements PortClause {
        public AllOf {
            requireNonNull(protocol);
        }

        @Override
        public boolean matches(Connection connection) {
            return connection.protocol() == protocol;
        }

        @Override
        public String text() {
            return protocol.name();
        }
    }

    /// The ports from `first` to `last`, both included.
    record Numbers(Protocol protocol, int first, int last) implements PortClause {
        public Numbers {
            requireNonNull(protocol);
        }

        @Override
        public boolean matches(Connection connection) {
            return connection.protocol() == protocol && connection.port() >= first && connection.port() <= last;
        }

        @Override
        public String text() {
            return protocol + " " + first + (first == last ? "" : "-" + last);
        }
    }

    /// The port that has this name on the destination pod, so that it may be another number on each. Whoever is no pod
    /// has no names for ports. An absent protocol is the one that the pod's port has.
    record Named(Optional<Protocol> protocol, String name) implements PortClause {
        public Named {
            requireNonNull(protocol);
            requireNonNull(name);
        }

        @Override
        public boolean matches(Connection connection) {
            return protocol.orElse(connection.protocol()) == connection.protocol()
                    && connection.to() instanceof Pod pod
                    && pod.ports().stream()
                            .anyMatch(port -> port.name().equals(name)
                                    && port.number() == connection.port()
                                    && port.protocol() == connection.protocol());
        }

        @Override
        public String text() {
            return protocol.map(it -> it + " ").orElse("") + name;
        }
    }

    /// A clause that is malformed, or of a sort that is not known.
    record Unreadable(String why) implements PortClause {
        public Unreadable {
            requireNonNull(why);
        }

        @Override
        public boolean matches(Connection connection) {
            return false;
        }

        @Override
        public String text() {
            return "nothing (" + why + ")";
        }
    }
}
