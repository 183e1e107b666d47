package dev.tidegate.policy.verdict;

import dev.tidegate.address.Cidr;
import dev.tidegate.address.IpAddress;
import dev.tidegate.policy.rule.LabelSelector;
import dev.tidegate.policy.rule.NetworkPolicy;
import dev.tidegate.policy.rule.PeerClause;
import dev.tidegate.policy.rule.PolicyRef;
import dev.tidegate.policy.rule.PortClause;
import dev.tidegate.policy.rule.Rule;
import dev.tidegate.policy.rule.Tier;
import dev.tidegate.policy.traffic.Connection;
import dev.tidegate.policy.traffic.Direction;
import dev.tidegate.policy.traffic.Namespace;
import dev.tidegate.policy.traffic.Node;
import dev.tidegate.policy.traffic.Outside;
import dev.tidegate.policy.traffic.Party;
import dev.tidegate.policy.traffic.Pod;
import dev.tidegate.policy.verdict.Cause.Isolated;
import dev.tidegate.policy.verdict.Cause.Refused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The smallest policies that would allow a denied connection: one for each end that denies it.
///
/// They isolate nobody who is not isolated already, and open one port between the pods of two workloads. No policy can
/// tell pods of equal labels apart, so that what is allowed to one is allowed to its equals.
///
/// `obstacles`: why a policy of a namespace cannot help, one line for each end; empty if these policies are all that it
/// takes. `notes`: what to know before applying them.
public record Suggestion(List<NetworkPolicy> policies, List<String> obstacles, List<String> notes) {

    private static final int LONGEST_NAME = 63;

    public Suggestion {
        policies = List.copyOf(policies);
        obstacles = List.copyOf(obstacles);
        notes = List.copyOf(notes);
    }

    /// Shape: all policies and what came of them → what to add; nothing if the connection gets through.
    public static Suggestion of(Policies all, Verdict verdict) {
        List<NetworkPolicy> policies = new ArrayList<>();
        List<String> obstacles = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Judgement judgement : verdict.judgements()) {
            Direction direction = judgement.direction();
            switch (judgement.cause()) {
                case Isolated _
                when verdict.connection().subject(direction) instanceof Pod subject ->
                    peer(verdict.connection(), direction, notes)
                            .ifPresentOrElse(
                                    peer -> policies.add(
                                            policy(all, verdict.connection(), direction, subject, peer, notes)),
                                    () -> obstacles.add("no address is known of "
                                            + verdict.connection()
                                                    .peer(direction)
                                                    .text() + " (expected: one, since labels do not find it)"));
                case Refused refused -> obstacles.add(obstacle(refused));
                default -> {}
            }
        }
        return new Suggestion(policies, obstacles, notes);
    }

    /// Is there nothing to do, and nothing in the way?
    public boolean isEmpty() {
        return policies.isEmpty() && obstacles.isEmpty();
    }

    private static String obstacle(Refused refused) {
        String before =
                "let a rule that accepts stand before " + refused.clause().text();
        return refused.tier() == Tier.ADMIN
                ? "no NetworkPolicy outranks " + refused.clause().policy().text() + "; " + before
                : "a NetworkPolicy would allow this and isolate the pod from all else; rather " + before;
    }

    private static NetworkPolicy policy(
            Policies all,
            Connection connection,
            Direction direction,
            Pod subject,
            List<PeerClause> peers,
            List<String> notes) {
        Rule rule = new Rule(
                peers, List.of(new PortClause.Numbers(connection.protocol(), connection.port(), connection.port())));
        LabelSelector selector = subject(all, subject, direction);
        if (selector.isEverything()) {
            notes.add(subject.text() + " has no labels; the policy means every pod of namespace "
                    + subject.namespace().name());
        }
        return new NetworkPolicy(
                name(all, connection, direction, subject),
                selector,
                Set.of(direction),
                direction == Direction.INGRESS ? List.of(rule) : List.of(),
                direction == Direction.EGRESS ? List.of(rule) : List.of());
    }

    /// The workload's labels, and what an isolating policy asks for: so all whom they mean are isolated already.
    private static LabelSelector subject(Policies all, Pod subject, Direction direction) {
        LabelSelector own = LabelSelector.of(LastingLabels.of(subject));
        return all.isolating(subject, direction).stream()
                .map(policy -> own.and(policy.selector()))
                .min(Comparator.comparingInt(
                        it -> it.labels().size() + it.requirements().size()))
                .orElse(own);
    }

    /// Empty if nothing in a policy can mean this peer.
    private static Optional<List<PeerClause>> peer(Connection connection, Direction direction, List<String> notes) {
        Party peer = connection.peer(direction);
        if (peer instanceof Pod pod && !pod.hostNetwork()) {
            if (pod.labels().isEmpty()) {
                notes.add(pod.text() + " has no labels; every pod of namespace "
                        + pod.namespace().name() + " is meant");
            }
            return Optional.of(List.of(new PeerClause.Pods(
                    Optional.of(LabelSelector.of(
                            Map.of(Namespace.NAME_LABEL, pod.namespace().name()))),
                    pod.labels().isEmpty() ? Optional.empty() : Optional.of(LabelSelector.of(LastingLabels.of(pod))))));
        }
        Optional<IpAddress> address = connection.peerAddress(direction);
        if (address.isPresent() && peer instanceof Pod) {
            notes.add(peer.text() + " is on its node's network, where policies see the node's address only; it changes"
                    + " with the node, and network plugins differ in whether they heed it");
        }
        return address.map(it -> List.of(new PeerClause.Block(Cidr.of(it), List.of())));
    }

    /// A name that tells what it allows, and that no other policy of the namespace has: applying must replace none.
    private static PolicyRef name(Policies all, Connection connection, Direction direction, Pod subject) {
        String words = direction == Direction.INGRESS
                ? "allow-" + word(connection.from()) + "-to-" + word(connection.to())
                : "allow-" + word(connection.from()) + "-out-to-" + word(connection.to());
        String port = "-" + connection.port();
        String base = cut(words, LONGEST_NAME - port.length() - 3) + port;
        PolicyRef ref = PolicyRef.networkPolicy(subject.namespace().name(), base);
        for (int i = 2; all.holds(ref); i++) {
            ref = PolicyRef.networkPolicy(subject.namespace().name(), base + "-" + i);
        }
        return ref;
    }

    private static String word(Party party) {
        String word =
                switch (party) {
                    case Pod pod -> LastingLabels.name(pod);
                    case Node node -> node.name();
                    case Outside outside -> outside.text();
                };
        return word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static String cut(String name, int longest) {
        return (name.length() <= longest ? name : name.substring(0, longest)).replaceAll("-+$", "");
    }
}
