package dev.tidegate.policy.rule;

import dev.tidegate.policy.traffic.Connection;
import dev.tidegate.policy.traffic.Direction;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Whom and at which ports: it matches where one of each does. A list with nothing in it asks for nothing.
public record Rule(List<PeerClause> peers, List<PortClause> ports) {
    public Rule {
        peers = List.copyOf(peers);
        ports = List.copyOf(ports);
    }

    public boolean matches(Connection connection, Direction direction, String home) {
        return matchesPeer(connection, direction, home) && matchesPort(connection);
    }

    public boolean matchesPeer(Connection connection, Direction direction, String home) {
        return peers.isEmpty() || peer(connection, direction, home).isPresent();
    }

    public boolean matchesPort(Connection connection) {
        return ports.isEmpty() || port(connection).isPresent();
    }

    /// The first item that matches the peer, by its place in the list.
    public OptionalInt peer(Connection connection, Direction direction, String home) {
        return IntStream.range(0, peers.size())
                .filter(i -> peers.get(i).matches(connection, direction, home))
                .findFirst();
    }

    /// The first item that matches the port, by its place in the list.
    public OptionalInt port(Connection connection) {
        return IntStream.range(0, ports.size())
                .filter(i -> ports.get(i).matches(connection))
                .findFirst();
    }

    /// Does any clause of it say something that could not be read?
    public boolean isUnreadable() {
        return peers.stream().anyMatch(PeerClause.Unreadable.class::isInstance)
                || ports.stream().anyMatch(PortClause.Unreadable.class::isInstance);
    }
}
