package dev.tidegate.controller.policy;

import dev.tidegate.address.AddressRanges;
import dev.tidegate.address.Cidr;
import dev.tidegate.address.IpAddress;
import dev.tidegate.policy.rule.PeerClause;
import dev.tidegate.policy.rule.Rule;
import dev.tidegate.policy.traffic.Connection;
import dev.tidegate.policy.traffic.ContainerPort;
import dev.tidegate.policy.traffic.Direction;
import dev.tidegate.policy.traffic.Namespace;
import dev.tidegate.policy.traffic.Outside;
import dev.tidegate.policy.traffic.Party;
import dev.tidegate.policy.traffic.Pod;
import dev.tidegate.policy.traffic.Protocol;
import dev.tidegate.policy.verdict.Outcome;
import dev.tidegate.policy.verdict.Policies;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// From which addresses policies would let a connection into a pod, were the client to come to the pod itself.
///
/// No rule tells two addresses apart but by a range that holds one of them and not the other, or by a pod that has
/// one. So the addresses fall into few stretches that are judged alike, and one of each is judged. An address of a
/// node is one like any other: a client behind it is not the node.
///
/// Pure; threads: one. Pods that policies cannot tell apart are judged once.
public final class ClientRanges {

    private static final BigInteger[] ENDS = {BigInteger.ONE.shiftLeft(32), BigInteger.ONE.shiftLeft(128)};
    private static final int[] LENGTHS = {4, 16};

    private record Target(
            Namespace namespace,
            Map<String, String> labels,
            List<ContainerPort> ports,
            List<Boolean> families,
            int port) {}

    private final Policies policies;
    private final Population population;
    private final Map<Target, AddressRanges> known = new HashMap<>();

    public ClientRanges(Policies policies, Population population) {
        this.policies = policies;
        this.population = population;
    }

    /// Shape: a pod and its port, TCP → the addresses that are let in; all of them if nothing isolates it.
    public AddressRanges of(Pod pod, int port) {
        return known.computeIfAbsent(
                new Target(
                        pod.namespace(),
                        pod.labels(),
                        pod.ports(),
                        pod.addresses().stream().map(IpAddress::isIpv4).toList(),
                        port),
                _ -> judge(anyLike(pod), port));
    }

    /// Nobody comes to a pod over the gateway from that pod itself, which it would let in unasked.
    private static Pod anyLike(Pod pod) {
        return new Pod(
                pod.namespace(), "", pod.labels(), pod.addresses(), pod.ports(), Optional.empty(), pod.hostNetwork());
    }

    private AddressRanges judge(Pod pod, int port) {
        if (pod.hostNetwork()) {
            return AddressRanges.ALL;
        }
        AddressRanges.Builder admitted = AddressRanges.builder();
        for (int family = 0; family < LENGTHS.length; family++) {
            List<BigInteger> starts = List.copyOf(starts(pod, LENGTHS[family]));
            for (int i = 0; i < starts.size(); i++) {
                BigInteger end = i + 1 < starts.size() ? starts.get(i + 1) : ENDS[family];
                IpAddress first = address(starts.get(i), LENGTHS[family]);
                if (isLetIn(first, pod, port)) {
                    admitted.add(first, address(end.subtract(BigInteger.ONE), LENGTHS[family]));
                }
            }
        }
        return admitted.build();
    }

    private boolean isLetIn(IpAddress client, Pod pod, int port) {
        return policies.verdict(new Connection(party(client), pod, port, Protocol.TCP))
                        .ingress()
                        .outcome()
                != Outcome.DENIED;
    }

    /// A pod has this address in this connection, whichever else it has.
    private Party party(IpAddress client) {
        return population.at(client) instanceof Pod pod
                ? new Pod(pod.namespace(), pod.name(), pod.labels(), List.of(client), pod.ports(), pod.node(), false)
                : new Outside(client);
    }

    /// The first address of each stretch of a family.
    private SortedSet<BigInteger> starts(Pod pod, int length) {
        SortedSet<BigInteger> starts = new TreeSet<>();
        starts.add(BigInteger.ZERO);
        List<PeerClause> peers = peers(pod);
        for (PeerClause peer : peers) {
            ranges(peer).filter(range -> range.first().bytes().length == length).forEach(range -> {
                starts.add(number(range.first()));
                starts.add(number(range.last()).add(BigInteger.ONE));
            });
        }
        if (peers.stream().anyMatch(PeerClause.Pods.class::isInstance)) {
            for (IpAddress address : population.byAddress().keySet()) {
                if (address.bytes().length == length) {
                    starts.add(number(address));
                    starts.add(number(address).add(BigInteger.ONE));
                }
            }
        }
        starts.removeIf(start -> start.equals(ENDS[length == 4 ? 0 : 1]));
        return starts;
    }

    private List<PeerClause> peers(Pod pod) {
        List<PeerClause> peers = new ArrayList<>();
        policies.in(pod.namespace().name())
                .forEach(policy -> policy.rules(Direction.INGRESS).stream()
                        .map(Rule::peers)
                        .forEach(peers::addAll));
        policies.cluster()
                .forEach(policy -> policy.rules(Direction.INGRESS)
                        .forEach(rule -> peers.addAll(rule.rule().peers())));
        return peers;
    }

    private static Stream<Cidr> ranges(PeerClause peer) {
        return switch (peer) {
            case PeerClause.Block block -> Stream.concat(Stream.of(block.range()), block.except().stream());
            case PeerClause.Networks networks -> networks.ranges().stream();
            default -> Stream.empty();
        };
    }

    private static BigInteger number(IpAddress address) {
        return new BigInteger(1, address.bytes());
    }

    private static IpAddress address(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] out = new byte[length];
        int used = Math.min(length, bytes.length);
        System.arraycopy(bytes, bytes.length - used, out, length - used, used);
        return IpAddress.of(out);
    }
}
