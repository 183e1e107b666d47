package dev.tidegate.policy.verdict;

import dev.tidegate.address.Cidr;
import dev.tidegate.address.IpAddress;
import dev.tidegate.policy.rule.Action;
import dev.tidegate.policy.rule.ClusterPolicy;
import dev.tidegate.policy.rule.ClusterRule;
import dev.tidegate.policy.rule.LabelSelector;
import dev.tidegate.policy.rule.NetworkPolicy;
import dev.tidegate.policy.rule.PeerClause;
import dev.tidegate.policy.rule.PortClause;
import dev.tidegate.policy.rule.Rule;
import dev.tidegate.policy.rule.Tier;
import dev.tidegate.policy.traffic.Connection;
import dev.tidegate.policy.traffic.Direction;
import dev.tidegate.policy.traffic.Node;
import dev.tidegate.policy.traffic.Party;
import dev.tidegate.policy.traffic.Pod;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The specification's prose, sentence by sentence, in loops that anybody can follow. It shares with the real evaluator
/// the values, and no decision: labels, addresses, ports and order are looked at anew here.
final class NaiveEvaluator {

    private final List<NetworkPolicy> policies;
    private final List<ClusterPolicy> cluster;

    NaiveEvaluator(List<NetworkPolicy> policies, List<ClusterPolicy> cluster) {
        this.policies = policies;
        this.cluster = cluster;
    }

    /// "Both must allow."
    Outcome outcome(Connection c) {
        Outcome out = end(c, Direction.EGRESS);
        Outcome in = end(c, Direction.INGRESS);
        if (out == Outcome.DENIED || in == Outcome.DENIED) {
            return Outcome.DENIED;
        }
        if (out == Outcome.NOT_ISOLATED && in == Outcome.NOT_ISOLATED) {
            return Outcome.NOT_ISOLATED;
        }
        return Outcome.ALLOWED;
    }

    Outcome end(Connection c, Direction direction) {
        Party subject = direction == Direction.EGRESS ? c.from() : c.to();
        Party peer = direction == Direction.EGRESS ? c.to() : c.from();

        // "A pod cannot be cut off from itself." "Traffic between a pod and its own node is always allowed."
        if (samePod(subject, peer) || ownNode(subject, peer) || ownNode(peer, subject)) {
            return Outcome.ALLOWED;
        }
        // "Host-network pods are not subjects." And whoever is no pod has no policies.
        if (!(subject instanceof Pod pod) || pod.hostNetwork()) {
            return Outcome.NOT_ISOLATED;
        }

        // "Admin tier → NetworkPolicy → Baseline tier → default allow."
        Action admin = first(Tier.ADMIN, pod, c, direction);
        if (admin == Action.ACCEPT) {
            return Outcome.ALLOWED;
        }
        if (admin == Action.DENY) {
            return Outcome.DENIED;
        }
        boolean isolated = false;
        for (NetworkPolicy policy : policies) {
            boolean here = policy.ref().namespace().equals(pod.namespace().name());
            if (here
                    && selected(policy.selector(), pod.labels())
                    && policy.directions().contains(direction)) {
                isolated = true;
                for (Rule rule : direction == Direction.EGRESS ? policy.egress() : policy.ingress()) {
                    // "A rule matches when peer AND port match in the same rule."
                    if (peerMatches(rule, peer, c, policy.ref().namespace()) && portMatches(rule, c)) {
                        return Outcome.ALLOWED;
                    }
                }
            }
        }
        // "A pod selected by a NetworkPolicy for that direction never reaches Baseline."
        if (isolated) {
            return Outcome.DENIED;
        }
        Action baseline = first(Tier.BASELINE, pod, c, direction);
        if (baseline == Action.ACCEPT) {
            return Outcome.ALLOWED;
        }
        return baseline == Action.DENY ? Outcome.DENIED : Outcome.NOT_ISOLATED;
    }

    /// "First matching rule wins in a tier." Nothing matched is as good as `PASS`.
    private Action first(Tier tier, Pod subject, Connection c, Direction direction) {
        List<ClusterPolicy> sorted = new ArrayList<>(cluster);
        sorted.sort(Comparator.comparingInt(ClusterPolicy::priority)
                .thenComparing(it -> it.ref().kind())
                .thenComparing(it -> it.ref().name()));
        for (ClusterPolicy policy : sorted) {
            if (policy.tier() != tier
                    || !selected(policy.namespaces(), subject.namespace().labels())
                    || !selected(policy.pods(), subject.labels())) {
                continue;
            }
            for (ClusterRule rule : direction == Direction.EGRESS ? policy.egress() : policy.ingress()) {
                Party peer = direction == Direction.EGRESS ? c.to() : c.from();
                if (unreadable(rule.rule())) {
                    // "An Accept rule matches nothing; a Deny or Pass rule acts as deny-all."
                    if (rule.action() != Action.ACCEPT) {
                        return Action.DENY;
                    }
                } else if (peerMatches(rule.rule(), peer, c, "") && portMatches(rule.rule(), c)) {
                    return rule.action();
                }
            }
        }
        return Action.PASS;
    }

    private static boolean unreadable(Rule rule) {
        for (PeerClause peer : rule.peers()) {
            if (peer instanceof PeerClause.Unreadable) {
                return true;
            }
        }
        for (PortClause port : rule.ports()) {
            if (port instanceof PortClause.Unreadable) {
                return true;
            }
        }
        return false;
    }

    private static boolean peerMatches(Rule rule, Party peer, Connection c, String home) {
        if (rule.peers().isEmpty()) {
            return true;
        }
        for (PeerClause clause : rule.peers()) {
            boolean matches =
                    switch (clause) {
                        case PeerClause.Pods pods -> podMatches(pods, peer, home);
                        case PeerClause.Block block -> {
                            IpAddress address = address(peer, c);
                            boolean in = address != null && in(block.range(), address);
                            for (Cidr except : block.except()) {
                                in = in && !in(except, address);
                            }
                            yield in;
                        }
                        case PeerClause.Networks networks -> {
                            IpAddress address = address(peer, c);
                            boolean in = false;
                            for (Cidr range : networks.ranges()) {
                                in = in || (address != null && in(range, address));
                            }
                            yield in;
                        }
                        case PeerClause.Nodes nodes -> {
                            Node node = peer instanceof Node it
                                    ? it
                                    : peer instanceof Pod pod && pod.hostNetwork()
                                            ? pod.node().orElse(null)
                                            : null;
                            yield node != null && selected(nodes.nodes(), node.labels());
                        }
                        case PeerClause.Domains _, PeerClause.Unreadable _ -> false;
                    };
            if (matches) {
                return true;
            }
        }
        return false;
    }

    private static boolean podMatches(PeerClause.Pods clause, Party peer, String home) {
        if (!(peer instanceof Pod pod) || pod.hostNetwork()) {
            return false;
        }
        boolean namespace = clause.namespaces().isPresent()
                ? selected(clause.namespaces().get(), pod.namespace().labels())
                : pod.namespace().name().equals(home);
        return namespace && (clause.pods().isEmpty() || selected(clause.pods().get(), pod.labels()));
    }

    private static boolean portMatches(Rule rule, Connection c) {
        if (rule.ports().isEmpty()) {
            return true;
        }
        for (PortClause clause : rule.ports()) {
            boolean matches =
                    switch (clause) {
                        case PortClause.AllOf all -> all.protocol() == c.protocol();
                        case PortClause.Numbers numbers ->
                            numbers.protocol() == c.protocol()
                                    && numbers.first() <= c.port()
                                    && c.port() <= numbers.last();
                        case PortClause.Named named -> {
                            boolean found = false;
                            if (c.to() instanceof Pod pod) {
                                for (var port : pod.ports()) {
                                    found = found
                                            || (port.name().equals(named.name())
                                                    && port.number() == c.port()
                                                    && port.protocol() == c.protocol()
                                                    && (named.protocol().isEmpty()
                                                            || named.protocol().get() == c.protocol()));
                                }
                            }
                            yield found;
                        }
                        case PortClause.Unreadable _ -> false;
                    };
            if (matches) {
                return true;
            }
        }
        return false;
    }

    private static boolean selected(LabelSelector selector, Map<String, String> labels) {
        for (String key : selector.labels().keySet()) {
            if (!selector.labels().get(key).equals(labels.get(key))) {
                return false;
            }
        }
        for (LabelSelector.Requirement it : selector.requirements()) {
            boolean there = labels.containsKey(it.key());
            boolean among = there && it.values().contains(labels.get(it.key()));
            boolean holds =
                    switch (it.operator()) {
                        case IN -> among;
                        case NOT_IN -> !among;
                        case EXISTS -> there;
                        case DOES_NOT_EXIST -> !there;
                    };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private static boolean samePod(Party one, Party other) {
        return one instanceof Pod a
                && other instanceof Pod b
                && a.namespace().name().equals(b.namespace().name())
                && a.name().equals(b.name());
    }

    private static boolean ownNode(Party pod, Party node) {
        if (!(pod instanceof Pod it) || it.hostNetwork() || it.node().isEmpty()) {
            return false;
        }
        String name = it.node().get().name();
        return (node instanceof Node there && there.name().equals(name))
                || (node instanceof Pod host
                        && host.hostNetwork()
                        && host.node().isPresent()
                        && host.node().get().name().equals(name));
    }

    /// The first family that the destination has and the source has too is the connection's.
    private static @Nullable IpAddress address(Party peer, Connection c) {
        for (IpAddress to : c.to().addresses()) {
            for (IpAddress from : c.from().addresses()) {
                if (to.isIpv4() == from.isIpv4()) {
                    for (IpAddress address : peer.addresses()) {
                        if (address.isIpv4() == to.isIpv4()) {
                            return address;
                        }
                    }
                }
            }
        }
        return peer.addresses().isEmpty() ? null : peer.addresses().getFirst();
    }

    private static boolean in(Cidr range, @Nullable IpAddress address) {
        if (address == null) {
            return false;
        }
        String[] parts = range.toString().split("/");
        boolean v4 = !parts[0].contains(":");
        if (v4 != address.isIpv4()) {
            return false;
        }
        int shift = (v4 ? 32 : 128) - Integer.parseInt(parts[1]);
        return number(parts[0])
                .shiftRight(shift)
                .equals(number(address.toString()).shiftRight(shift));
    }

    private static BigInteger number(String address) {
        return new BigInteger(1, InetAddress.ofLiteral(address).getAddress());
    }
}
