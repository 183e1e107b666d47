package dev.tidegate.controller.policy;

import dev.tidegate.policy.rule.LabelSelector;
import dev.tidegate.policy.rule.LabelSelector.Requirement;
import dev.tidegate.policy.rule.NetworkPolicy;
import dev.tidegate.policy.rule.PeerClause;
import dev.tidegate.policy.rule.PortClause;
import dev.tidegate.policy.rule.Rule;
import dev.tidegate.policy.traffic.Direction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A NetworkPolicy as the object that `kubectl apply` takes: maps, lists, strings and numbers, in the order in which
/// people write them.
///
/// Fails: [IllegalArgumentException] for a clause that no NetworkPolicy can hold.
public final class PolicyManifest {

    private PolicyManifest() {}

    public static Map<String, Object> of(NetworkPolicy policy) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("podSelector", selector(policy.selector()));
        spec.put(
                "policyTypes",
                policy.directions().stream()
                        .map(it -> it == Direction.INGRESS ? "Ingress" : "Egress")
                        .toList());
        for (Direction direction : policy.directions()) {
            List<Rule> rules = policy.rules(direction);
            if (!rules.isEmpty()) {
                spec.put(
                        direction.word(),
                        rules.stream().map(rule -> rule(rule, direction)).toList());
            }
        }
        return map(
                "apiVersion",
                "networking.k8s.io/v1",
                "kind",
                "NetworkPolicy",
                "metadata",
                map("name", policy.ref().name(), "namespace", policy.ref().namespace()),
                "spec",
                spec);
    }

    private static Map<String, Object> rule(Rule rule, Direction direction) {
        Map<String, Object> out = new LinkedHashMap<>();
        if (!rule.peers().isEmpty()) {
            out.put(
                    direction.peers(),
                    rule.peers().stream().map(PolicyManifest::peer).toList());
        }
        if (!rule.ports().isEmpty()) {
            out.put("ports", rule.ports().stream().map(PolicyManifest::port).toList());
        }
        return out;
    }

    private static Map<String, Object> peer(PeerClause peer) {
        return switch (peer) {
            case PeerClause.Pods pods -> {
                Map<String, Object> out = new LinkedHashMap<>();
                pods.namespaces().ifPresent(it -> out.put("namespaceSelector", selector(it)));
                pods.pods().ifPresent(it -> out.put("podSelector", selector(it)));
                yield out;
            }
            case PeerClause.Block block -> {
                Map<String, Object> out = map("cidr", block.range().toString());
                if (!block.except().isEmpty()) {
                    out.put(
                            "except",
                            block.except().stream().map(Object::toString).toList());
                }
                yield map("ipBlock", out);
            }
            case PeerClause.Networks _, PeerClause.Nodes _, PeerClause.Domains _, PeerClause.Unreadable _ ->
                throw new IllegalArgumentException("peer: " + peer + " (expected: one of a NetworkPolicy)");
        };
    }

    private static Map<String, Object> port(PortClause port) {
        return switch (port) {
            case PortClause.AllOf all -> map("protocol", all.protocol().name());
            case PortClause.Numbers numbers -> {
                Map<String, Object> out = map("protocol", numbers.protocol().name(), "port", numbers.first());
                if (numbers.last() != numbers.first()) {
                    out.put("endPort", numbers.last());
                }
                yield out;
            }
            case PortClause.Named named
            when named.protocol().isPresent() ->
                map("protocol", named.protocol().get().name(), "port", named.name());
            case PortClause.Named _, PortClause.Unreadable _ ->
                throw new IllegalArgumentException("port: " + port + " (expected: one of a NetworkPolicy)");
        };
    }

    private static Map<String, Object> selector(LabelSelector selector) {
        Map<String, Object> out = new LinkedHashMap<>();
        if (!selector.labels().isEmpty()) {
            out.put("matchLabels", new LinkedHashMap<String, Object>(selector.labels()));
        }
        if (!selector.requirements().isEmpty()) {
            out.put(
                    "matchExpressions",
                    selector.requirements().stream()
                            .map(PolicyManifest::requirement)
                            .toList());
        }
        return out;
    }

    private static Map<String, Object> requirement(Requirement it) {
        Map<String, Object> out = map(
                "key",
                it.key(),
                "operator",
                switch (it.operator()) {
                    case IN -> "In";
                    case NOT_IN -> "NotIn";
                    case EXISTS -> "Exists";
                    case DOES_NOT_EXIST -> "DoesNotExist";
                });
        if (!it.values().isEmpty()) {
            out.put("values", List.copyOf(it.values()));
        }
        return out;
    }

    private static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            out.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return out;
    }
}
