package dev.tidegate.policy.verdict;

import dev.tidegate.address.Cidr;
import dev.tidegate.address.IpAddress;
import dev.tidegate.policy.rule.Action;
import dev.tidegate.policy.rule.ClusterPolicy;
import dev.tidegate.policy.rule.ClusterRule;
import dev.tidegate.policy.rule.LabelSelector;
import dev.tidegate.policy.rule.NetworkPolicy;
import dev.tidegate.policy.rule.PeerClause;
import dev.tidegate.policy.rule.PolicyRef;
import dev.tidegate.policy.rule.PortClause;
import dev.tidegate.policy.rule.Rule;
import dev.tidegate.policy.rule.Tier;
import dev.tidegate.policy.traffic.Connection;
import dev.tidegate.policy.traffic.ContainerPort;
import dev.tidegate.policy.traffic.Direction;
import dev.tidegate.policy.traffic.Namespace;
import dev.tidegate.policy.traffic.Node;
import dev.tidegate.policy.traffic.Outside;
import dev.tidegate.policy.traffic.Party;
import dev.tidegate.policy.traffic.Pod;
import dev.tidegate.policy.traffic.Protocol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/// A small cluster by chance, of few words, so that policies and pods often meet.
final class RandomWorld {

    private static final List<String> KEYS = List.of("app", "role", "tier");
    private static final List<String> VALUES = List.of("a", "b", "c");
    private static final List<Integer> PORTS = List.of(53, 80, 81, 8080);
    private static final List<String> OUTSIDE = List.of("192.0.2.1", "192.0.2.77", "203.0.113.9", "2001:db8::9");
    private static final List<String> RANGES = List.of(
            "0.0.0.0/0",
            "::/0",
            "10.0.0.0/8",
            "10.0.1.0/24",
            "10.0.1.2",
            "192.0.2.0/24",
            "192.0.2.64/26",
            "10.9.0.0/16",
            "fd00::/8",
            "2001:db8::/32");

    private final Random random;
    final List<Node> nodes = new ArrayList<>();
    final List<Pod> pods = new ArrayList<>();
    final List<Party> parties = new ArrayList<>();
    final List<NetworkPolicy> policies = new ArrayList<>();
    final List<ClusterPolicy> cluster = new ArrayList<>();

    RandomWorld(Random random, boolean withCluster) {
        this.random = random;
        for (int i = 0; i < 2; i++) {
            nodes.add(new Node("n" + i, labels(), List.of(address("10.9.0." + (i + 1)))));
        }
        List<String> names = List.of("x", "y", "z");
        for (int n = 0; n < names.size(); n++) {
            Namespace namespace = new Namespace(names.get(n), labels());
            for (int p = 0; p < 3; p++) {
                pods.add(pod(namespace, n, p));
            }
            for (int i = random.nextInt(4); i > 0; i--) {
                policies.add(policy(names.get(n), "policy-" + i));
            }
        }
        parties.addAll(pods);
        parties.addAll(nodes);
        OUTSIDE.forEach(address -> parties.add(new Outside(address(address))));
        for (int i = withCluster ? random.nextInt(4) : 0; i > 0; i--) {
            cluster.add(clusterPolicy("cluster-" + i));
        }
    }

    Policies known() {
        return Policies.of(policies, cluster);
    }

    Connection connection() {
        return new Connection(pick(parties), pick(parties), pick(PORTS), protocol());
    }

    /// Every one that can be made here.
    List<Connection> connections() {
        List<Connection> all = new ArrayList<>();
        for (Party from : parties) {
            for (Party to : parties) {
                for (int port : PORTS) {
                    all.add(new Connection(from, to, port, Protocol.TCP));
                }
                all.add(new Connection(from, to, 53, Protocol.UDP));
            }
        }
        return all;
    }

    private Pod pod(Namespace namespace, int n, int p) {
        Node node = pick(nodes);
        boolean host = random.nextInt(8) == 0;
        List<IpAddress> own = new ArrayList<>();
        own.add(address("10.0." + n + "." + (p + 1)));
        if (random.nextInt(3) == 0) {
            own.add(random.nextInt(2), address("fd00::" + n + ":" + (p + 1)));
        }
        if (random.nextInt(10) == 0) {
            own.clear();
        }
        Map<String, String> labels = new HashMap<>(labels());
        if (chance()) {
            labels.put("pod-template-hash", "h" + p);
        }
        return new Pod(
                namespace,
                "pod-" + p,
                labels,
                host ? node.addresses() : own,
                List.of(
                        new ContainerPort("http", chance() ? 80 : 8080, Protocol.TCP),
                        new ContainerPort("dns", 53, chance() ? Protocol.UDP : Protocol.TCP)),
                random.nextInt(6) == 0 ? Optional.empty() : Optional.of(node),
                host);
    }

    private NetworkPolicy policy(String namespace, String name) {
        Set<Direction> directions = new TreeSet<>(Arrays.asList(pick(List.of(Direction.values()))));
        if (chance()) {
            directions = Set.of(Direction.values());
        }
        return new NetworkPolicy(
                PolicyRef.networkPolicy(namespace, name),
                selector(),
                directions,
                some(3, () -> new Rule(some(3, this::peer), some(3, this::port))),
                some(3, () -> new Rule(some(3, this::peer), some(3, this::port))));
    }

    private ClusterPolicy clusterPolicy(String name) {
        return new ClusterPolicy(
                new PolicyRef("ClusterNetworkPolicy", "", name),
                pick(List.of(Tier.values())),
                random.nextInt(3),
                selector(),
                selector(),
                some(3, this::clusterRule),
                some(3, this::clusterRule));
    }

    private ClusterRule clusterRule() {
        List<PeerClause> peers = new ArrayList<>(some(2, this::clusterPeer));
        peers.add(clusterPeer());
        return new ClusterRule(
                "", pick(List.of(Action.values())), new Rule(peers, chance() ? List.of() : some(3, this::port)));
    }

    private PeerClause peer() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> new PeerClause.Pods(Optional.empty(), Optional.of(selector()));
            case 3, 4, 5 -> new PeerClause.Pods(Optional.of(selector()), Optional.empty());
            case 6, 7 -> new PeerClause.Pods(Optional.of(selector()), Optional.of(selector()));
            case 8, 9, 10 -> new PeerClause.Block(range(), some(3, this::range));
            default -> new PeerClause.Unreadable("by chance");
        };
    }

    private PeerClause clusterPeer() {
        return switch (random.nextInt(16)) {
            case 0, 1, 2, 3, 4, 5 -> new PeerClause.Pods(Optional.of(selector()), Optional.of(selector()));
            case 6, 7, 8 -> new PeerClause.Pods(Optional.of(selector()), Optional.empty());
            case 9, 10, 11 -> new PeerClause.Networks(some(3, this::range));
            case 12, 13 -> new PeerClause.Nodes(selector());
            case 14 -> new PeerClause.Domains(List.of("example.org"));
            default -> new PeerClause.Unreadable("by chance");
        };
    }

    private PortClause port() {
        int port = pick(PORTS);
        return switch (random.nextInt(12)) {
            case 0, 1 -> new PortClause.AllOf(protocol());
            case 2, 3, 4, 5 -> new PortClause.Numbers(protocol(), port, port);
            case 6, 7, 8 -> new PortClause.Numbers(protocol(), port, port + random.nextInt(9000));
            case 9 -> new PortClause.Named(Optional.empty(), pick(List.of("http", "dns")));
            case 10 -> new PortClause.Named(Optional.of(protocol()), pick(List.of("http", "dns")));
            default -> new PortClause.Unreadable("by chance");
        };
    }

    private LabelSelector selector() {
        Map<String, String> labels = chance() ? Map.of() : Map.of(pick(KEYS), pick(VALUES));
        return new LabelSelector(new TreeMap<>(labels), random.nextInt(3) == 0 ? List.of(requirement()) : List.of());
    }

    private LabelSelector.Requirement requirement() {
        LabelSelector.Operator operator = pick(List.of(LabelSelector.Operator.values()));
        boolean asks = operator == LabelSelector.Operator.IN || operator == LabelSelector.Operator.NOT_IN;
        return new LabelSelector.Requirement(
                pick(KEYS), operator, new TreeSet<>(asks ? List.of(pick(VALUES), pick(VALUES)) : List.of()));
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new HashMap<>();
        KEYS.forEach(key -> {
            if (chance()) {
                labels.put(key, pick(VALUES));
            }
        });
        return labels;
    }

    private Cidr range() {
        return Cidr.parse(pick(RANGES)).orElseThrow();
    }

    private static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }

    private Protocol protocol() {
        return random.nextInt(4) > 0 ? Protocol.TCP : pick(List.of(Protocol.values()));
    }

    private boolean chance() {
        return random.nextBoolean();
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> List<T> some(int fewer, Supplier<T> one) {
        List<T> all = new ArrayList<>();
        for (int i = random.nextInt(fewer); i > 0; i--) {
            all.add(one.get());
        }
        return all;
    }
}
