package dev.tidegate.policy.verdict;

import dev.tidegate.address.IpAddress;
import dev.tidegate.policy.rule.LabelSelector;
import dev.tidegate.policy.rule.NetworkPolicy;
import dev.tidegate.policy.rule.PeerClause;
import dev.tidegate.policy.rule.PeerClause.Block;
import dev.tidegate.policy.rule.PeerClause.Pods;
import dev.tidegate.policy.rule.Rule;
import dev.tidegate.policy.traffic.Connection;
import dev.tidegate.policy.traffic.Direction;
import dev.tidegate.policy.traffic.Pod;
import dev.tidegate.policy.verdict.NearMiss.Miss;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Finds the rules that would have allowed a denied connection, but for one thing: what its author probably meant.
final class NearMisses {

    private final Connection connection;
    private final Direction direction;
    private final Pod subject;

    NearMisses(Connection connection, Direction direction, Pod subject) {
        this.connection = connection;
        this.direction = direction;
        this.subject = subject;
    }

    List<NearMiss> in(List<NetworkPolicy> policies) {
        List<NearMiss> found = new ArrayList<>();
        for (NetworkPolicy policy : policies) {
            if (policy.directions().contains(direction)) {
                collect(policy, found);
            }
        }
        return found;
    }

    private void collect(NetworkPolicy policy, List<NearMiss> found) {
        List<Rule> rules = policy.rules(direction);
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            Clause clause = new Clause(
                    policy.ref(), direction, i, "", rule.peer(connection, direction, home()), rule.port(connection));
            boolean peer = rule.matchesPeer(connection, direction, home());
            boolean port = rule.matchesPort(connection);
            if (!policy.selects(subject)) {
                if (peer && port) {
                    found.add(new NearMiss(clause, new Miss.OtherPod(policy.selector())));
                }
            } else if (peer) {
                found.add(new NearMiss(clause, new Miss.Port(rule.ports())));
            } else if (port) {
                collectPeers(rule, clause, found);
            }
        }
    }

    private void collectPeers(Rule rule, Clause clause, List<NearMiss> found) {
        for (int i = 0; i < rule.peers().size(); i++) {
            Clause at =
                    new Clause(clause.policy(), direction, clause.rule(), "", OptionalInt.of(i), rule.port(connection));
            miss(rule.peers().get(i)).ifPresent(miss -> found.add(new NearMiss(at, miss)));
        }
    }

    private Optional<Miss> miss(PeerClause clause) {
        return switch (clause) {
            case Pods pods when connection.peer(direction) instanceof Pod peer -> pods(pods, peer);
            case Block block -> block(block);
            default -> Optional.empty();
        };
    }

    private Optional<Miss> pods(Pods asked, Pod peer) {
        boolean namespace = asked.matchesNamespace(peer, home());
        boolean labels = asked.matchesLabels(peer);
        if (namespace && labels) {
            return Optional.of(new Miss.HostNetwork());
        } else if (namespace) {
            return Optional.of(new Miss.Labels(asked.pods().orElse(LabelSelector.EVERYTHING)));
        }
        return labels && asked.pods().isPresent() ? Optional.of(new Miss.OtherNamespace(asked)) : Optional.empty();
    }

    private Optional<Miss> block(Block block) {
        Optional<IpAddress> address = connection.peerAddress(direction);
        return address.isEmpty()
                ? Optional.of(new Miss.NoAddress())
                : block.except().stream()
                        .filter(address.get()::isIn)
                        .findFirst()
                        .map(Miss.Excepted::new);
    }

    private String home() {
        return subject.namespace().name();
    }
}
