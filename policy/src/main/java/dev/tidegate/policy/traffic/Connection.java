package dev.tidegate.policy.traffic;

import static java.util.Objects.requireNonNull;

import dev.tidegate.address.IpAddress;
import java.util.Optional;

/// A new connection that somebody wants to make. Replies need no leave of their own.
///
/// `port`: 1 to 65535, the one of the pod, after a Service's address has been translated into it.
public record Connection(Party from, Party to, int port, Protocol protocol) {

    /// Fails: [IllegalArgumentException] if the port is none.
    public Connection {
        requireNonNull(from);
        requireNonNull(to);
        requireNonNull(protocol);
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port: " + port + " (expected: 1 to 65535)");
        }
    }

    /// Whose policies are asked in this direction.
    public Party subject(Direction direction) {
        return direction == Direction.INGRESS ? to : from;
    }

    /// Whom the rules of this direction must let in, or out to.
    public Party peer(Direction direction) {
        return direction == Direction.INGRESS ? from : to;
    }

    /// The address that the peer has in this connection: both ends use one family, the first that the destination has
    /// and the source has too. Empty if no address of the peer is known.
    public Optional<IpAddress> peerAddress(Direction direction) {
        Party peer = peer(direction);
        Optional<IpAddress> used = to.addresses().stream()
                .filter(address -> from.addresses().stream().anyMatch(address::isOfFamilyOf))
                .findFirst();
        return peer.addresses().stream()
                .filter(address -> used.isEmpty() || address.isOfFamilyOf(used.get()))
                .findFirst();
    }

    /// Does it lead from a pod to itself?
    public boolean staysInOnePod() {
        return from instanceof Pod one && to instanceof Pod other && one.isSameAs(other);
    }

    /// Does it lead from a pod to the node that it runs on, or back? A pod on its node's network is the node here.
    public boolean staysOnOwnNode() {
        return isPodOn(from, to) || isPodOn(to, from);
    }

    private static boolean isPodOn(Party pod, Party node) {
        return pod instanceof Pod one
                && !one.hostNetwork()
                && one.node().isPresent()
                && nodeOf(node).filter(one.node().get().name()::equals).isPresent();
    }

    private static Optional<String> nodeOf(Party party) {
        return switch (party) {
            case Node node -> Optional.of(node.name());
            case Pod pod when pod.hostNetwork() -> pod.node().map(Node::name);
            case Pod _, Outside _ -> Optional.empty();
        };
    }

    /// `pod shop/web-0 -> pod shop/db-0, TCP 5432`
    public String text() {
        return from.text() + " -> " + to.text() + ", " + protocol + " " + port;
    }
}
