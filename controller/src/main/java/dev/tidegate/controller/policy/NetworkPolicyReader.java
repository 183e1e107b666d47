package dev.tidegate.controller.policy;

import dev.tidegate.address.Cidr;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.policy.rule.LabelSelector;
import dev.tidegate.policy.rule.NetworkPolicy;
import dev.tidegate.policy.rule.PeerClause;
import dev.tidegate.policy.rule.PolicyRef;
import dev.tidegate.policy.rule.PortClause;
import dev.tidegate.policy.rule.Rule;
import dev.tidegate.policy.traffic.Direction;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// Reads one NetworkPolicy, with the defaults that an API server would fill in.
///
/// What an API server would refuse is a fault, and closes rather than opens: a clause that is malformed matches
/// nothing, and a policy of which it cannot be told whom it means isolates every pod of its namespace.
///
/// Source: `networking.k8s.io/v1` NetworkPolicy; Kubernetes `pkg/apis/networking/validation` (v1.34).
final class NetworkPolicyReader {

    private final Faults faults;

    private NetworkPolicyReader(Faults faults) {
        this.faults = faults;
    }

    static NetworkPolicy read(io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy policy, Faults faults) {
        return new NetworkPolicyReader(faults).read(policy);
    }

    private NetworkPolicy read(io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy policy) {
        ObjectKey key = ObjectKey.of(policy);
        PolicyRef ref = PolicyRef.networkPolicy(key.namespace(), key.name());
        NetworkPolicySpec spec = policy.getSpec() == null ? new NetworkPolicySpec() : policy.getSpec();
        Optional<LabelSelector> selector = spec.getPodSelector() == null
                ? Optional.of(LabelSelector.EVERYTHING)
                : SelectorReader.read(spec.getPodSelector(), "spec.podSelector", faults);
        List<Rule> ingress = all(
                spec.getIngress(),
                "spec.ingress",
                (it, field) -> new Rule(
                        all(it.getFrom(), field + ".from", this::peer),
                        all(it.getPorts(), field + ".ports", this::port)));
        List<Rule> egress = all(
                spec.getEgress(),
                "spec.egress",
                (it, field) -> new Rule(
                        all(it.getTo(), field + ".to", this::peer), all(it.getPorts(), field + ".ports", this::port)));
        boolean known = selector.isPresent();
        return new NetworkPolicy(
                ref,
                selector.orElse(LabelSelector.EVERYTHING),
                directions(spec),
                known ? ingress : List.of(),
                known ? egress : List.of());
    }

    /// Without `policyTypes`, egress is isolated only where there are rules for it.
    private Set<Direction> directions(NetworkPolicySpec spec) {
        List<String> types = spec.getPolicyTypes();
        if (types.isEmpty()) {
            return spec.getEgress().isEmpty() ? Set.of(Direction.INGRESS) : EnumSet.allOf(Direction.class);
        }
        Set<Direction> directions = EnumSet.noneOf(Direction.class);
        for (int i = 0; i < types.size(); i++) {
            switch (types.get(i)) {
                case "Ingress" -> directions.add(Direction.INGRESS);
                case "Egress" -> directions.add(Direction.EGRESS);
                default -> {
                    faults.add("spec.policyTypes[" + i + "]", types.get(i), "Ingress or Egress");
                    directions = EnumSet.allOf(Direction.class);
                }
            }
        }
        return directions;
    }

    private PeerClause peer(NetworkPolicyPeer peer, String field) {
        IPBlock block = peer.getIpBlock();
        boolean selects = peer.getNamespaceSelector() != null || peer.getPodSelector() != null;
        if (block == null && !selects) {
            return new PeerClause.Unreadable(
                    faults.add(field, "{} (expected: a podSelector, a namespaceSelector or an ipBlock)"));
        } else if (block != null && selects) {
            return new PeerClause.Unreadable(
                    faults.add(field, "an ipBlock and a selector (expected: one of them; write two items)"));
        }
        return block == null ? pods(peer, field) : block(block, field + ".ipBlock");
    }

    private PeerClause pods(NetworkPolicyPeer peer, String field) {
        Optional<LabelSelector> namespaces = Optional.ofNullable(peer.getNamespaceSelector())
                .flatMap(it -> SelectorReader.read(it, field + ".namespaceSelector", faults));
        Optional<LabelSelector> pods = Optional.ofNullable(peer.getPodSelector())
                .flatMap(it -> SelectorReader.read(it, field + ".podSelector", faults));
        boolean lost = (peer.getNamespaceSelector() != null && namespaces.isEmpty())
                || (peer.getPodSelector() != null && pods.isEmpty());
        return lost
                ? new PeerClause.Unreadable("a selector of " + field + " is malformed")
                : new PeerClause.Pods(namespaces, pods);
    }

    private PeerClause block(IPBlock block, String field) {
        if (block.getCidr() == null) {
            return new PeerClause.Unreadable(faults.missing(field + ".cidr", Ranges.EXPECTED));
        }
        Optional<Cidr> range = Ranges.read(block.getCidr(), field + ".cidr", faults);
        List<Cidr> except = new ArrayList<>();
        boolean sound = range.isPresent();
        for (int i = 0; i < block.getExcept().size(); i++) {
            String at = field + ".except[" + i + "]";
            String text = block.getExcept().get(i);
            Optional<Cidr> one = Ranges.read(text, at, faults);
            if (one.isPresent() && range.isPresent() && !range.get().isWiderThan(one.get())) {
                faults.add(at, text, "a range within " + block.getCidr() + ", and not all of it");
                sound = false;
            }
            sound &= one.isPresent();
            one.ifPresent(except::add);
        }
        return sound
                ? new PeerClause.Block(range.orElseThrow(), except)
                : new PeerClause.Unreadable("a range of " + field + " is malformed");
    }

    private PortClause port(NetworkPolicyPort port, String field) {
        return new PortReader(field, faults).read(port.getProtocol(), port.getPort(), port.getEndPort());
    }

    static <S, T> List<T> all(List<S> of, String field, BiFunction<S, String, T> one) {
        List<T> read = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            read.add(one.apply(of.get(i), field + "[" + i + "]"));
        }
        return read;
    }
}
