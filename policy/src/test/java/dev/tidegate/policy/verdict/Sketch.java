package dev.tidegate.policy.verdict;

import dev.tidegate.address.Cidr;
import dev.tidegate.address.IpAddress;
import dev.tidegate.policy.rule.LabelSelector;
import dev.tidegate.policy.rule.NetworkPolicy;
import dev.tidegate.policy.rule.PeerClause;
import dev.tidegate.policy.rule.PolicyRef;
import dev.tidegate.policy.rule.PortClause;
import dev.tidegate.policy.rule.Rule;
import dev.tidegate.policy.traffic.Connection;
import dev.tidegate.policy.traffic.ContainerPort;
import dev.tidegate.policy.traffic.Direction;
import dev.tidegate.policy.traffic.Namespace;
import dev.tidegate.policy.traffic.Outside;
import dev.tidegate.policy.traffic.Party;
import dev.tidegate.policy.traffic.Pod;
import dev.tidegate.policy.traffic.Protocol;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Small worlds by hand: `pod("shop/web", "app=web")`.
final class Sketch {

    private Sketch() {}

    static Pod pod(String path, String labels, String... addresses) {
        String[] parts = path.split("/");
        return new Pod(
                new Namespace(parts[0], Map.of()),
                parts[1],
                labels(labels),
                Stream.of(addresses).map(Sketch::address).toList(),
                List.of(
                        new ContainerPort("http", 80, Protocol.TCP),
                        new ContainerPort("admin", 8080, Protocol.TCP),
                        new ContainerPort("dns", 53, Protocol.UDP)),
                Optional.empty(),
                false);
    }

    static Outside outside(String address) {
        return new Outside(address(address));
    }

    static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }

    static Cidr range(String text) {
        return Cidr.parse(text).orElseThrow();
    }

    static Connection tcp(Party from, Party to, int port) {
        return new Connection(from, to, port, Protocol.TCP);
    }

    static Map<String, String> labels(String text) {
        return text.isEmpty()
                ? Map.of()
                : Arrays.stream(text.split(","))
                        .map(it -> it.split("="))
                        .collect(Collectors.toMap(it -> it[0], it -> it[1]));
    }

    static LabelSelector selector(String labels) {
        return LabelSelector.of(labels(labels));
    }

    /// Isolates in both directions, and allows nothing.
    static NetworkPolicy denyAll(String path) {
        return policy(path, "", Set.of(Direction.INGRESS, Direction.EGRESS), List.of(), List.of());
    }

    static NetworkPolicy ingress(String path, String podLabels, Rule... rules) {
        return policy(path, podLabels, Set.of(Direction.INGRESS), List.of(rules), List.of());
    }

    static NetworkPolicy egress(String path, String podLabels, Rule... rules) {
        return policy(path, podLabels, Set.of(Direction.EGRESS), List.of(), List.of(rules));
    }

    static NetworkPolicy policy(
            String path, String podLabels, Set<Direction> directions, List<Rule> ingress, List<Rule> egress) {
        String[] parts = path.split("/");
        return new NetworkPolicy(
                PolicyRef.networkPolicy(parts[0], parts[1]), selector(podLabels), directions, ingress, egress);
    }

    static Policies policies(NetworkPolicy... policies) {
        return Policies.of(List.of(policies), List.of());
    }

    static Rule rule(List<PeerClause> peers, PortClause... ports) {
        return new Rule(peers, List.of(ports));
    }

    static PeerClause pods(String labels) {
        return new PeerClause.Pods(Optional.empty(), Optional.of(selector(labels)));
    }

    static PeerClause namespaces(String labels) {
        return new PeerClause.Pods(Optional.of(selector(labels)), Optional.empty());
    }

    static PeerClause podsIn(String namespaceLabels, String labels) {
        return new PeerClause.Pods(Optional.of(selector(namespaceLabels)), Optional.of(selector(labels)));
    }

    static PeerClause block(String range, String... except) {
        return new PeerClause.Block(
                range(range), Stream.of(except).map(Sketch::range).toList());
    }

    static PortClause tcp(int port) {
        return new PortClause.Numbers(Protocol.TCP, port, port);
    }
}
