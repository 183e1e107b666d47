package dev.tidegate.controller.policy;

import dev.tidegate.controller.crd.ClusterPolicySpec;
import dev.tidegate.controller.crd.ClusterRuleSpec;
import dev.tidegate.controller.crd.ClusterSubject;
import dev.tidegate.policy.rule.Action;
import dev.tidegate.policy.rule.ClusterPolicy;
import dev.tidegate.policy.rule.ClusterRule;
import dev.tidegate.policy.rule.LabelSelector;
import dev.tidegate.policy.rule.PeerClause;
import dev.tidegate.policy.rule.PolicyRef;
import dev.tidegate.policy.rule.PortClause;
import dev.tidegate.policy.rule.Rule;
import dev.tidegate.policy.rule.Tier;
import dev.tidegate.policy.traffic.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads one policy of the cluster.
///
/// What cannot be read closes rather than opens. A rule with such a clause accepts nothing, and denies everything if it
/// was to deny or pass; where it cannot be told which pods are meant, in which tier or after whom, that holds for every
/// rule of the policy.
///
/// Source: network-policy-api v1alpha1 and v1alpha2, "fail closed" in `ClusterNetworkPolicyIngressPeer`.
final class ClusterPolicyReader {

    private static final int LAST_PRIORITY = 1000;

    private final Kind kind;
    private final Faults faults;
    private boolean closed;

    /// How the kinds differ: what they call a rule that accepts, and whether they know one that passes.
    enum Kind {
        ADMIN("AdminNetworkPolicy", "Allow", true),
        BASELINE("BaselineAdminNetworkPolicy", "Allow", false),
        CLUSTER("ClusterNetworkPolicy", "Accept", true);

        private final String word;
        private final String accept;
        private final boolean passes;

        Kind(String word, String accept, boolean passes) {
            this.word = word;
            this.accept = accept;
            this.passes = passes;
        }

        String word() {
            return word;
        }

        /// The word of each action.
        SortedMap<String, Action> actions() {
            SortedMap<String, Action> actions = new TreeMap<>(Map.of(accept, Action.ACCEPT, "Deny", Action.DENY));
            if (passes) {
                actions.put("Pass", Action.PASS);
            }
            return actions;
        }
    }

    private ClusterPolicyReader(Kind kind, Faults faults) {
        this.kind = kind;
        this.faults = faults;
    }

    static ClusterPolicy read(Kind kind, String name, @Nullable ClusterPolicySpec spec, Faults faults) {
        ClusterPolicySpec said = spec == null ? new ClusterPolicySpec(null, null, null, null, null) : spec;
        return new ClusterPolicyReader(kind, faults).read(name, said);
    }

    private ClusterPolicy read(String name, ClusterPolicySpec spec) {
        if (kind == Kind.BASELINE && !name.equals("default")) {
            faults.add("metadata.name", name, "default, since there is one of this kind");
        }
        Tier tier = tier(spec.tier());
        int priority = priority(spec.priority());
        PeerClause.Pods subject = subject(spec.subject());
        return new ClusterPolicy(
                new PolicyRef(kind.word(), "", name),
                tier,
                priority,
                subject.namespaces().orElse(LabelSelector.EVERYTHING),
                subject.pods().orElse(LabelSelector.EVERYTHING),
                rules(spec.ingress(), Direction.INGRESS),
                rules(spec.egress(), Direction.EGRESS));
    }

    private Tier tier(@Nullable String tier) {
        return switch (kind) {
            case ADMIN -> Tier.ADMIN;
            case BASELINE -> Tier.BASELINE;
            case CLUSTER ->
                switch (tier) {
                    case "Admin" -> Tier.ADMIN;
                    case "Baseline" -> Tier.BASELINE;
                    case null -> {
                        close(faults.missing("spec.tier", "Admin or Baseline"));
                        yield Tier.ADMIN;
                    }
                    default -> {
                        close(faults.add("spec.tier", tier, "Admin or Baseline"));
                        yield Tier.ADMIN;
                    }
                };
        };
    }

    private int priority(@Nullable Integer priority) {
        if (kind == Kind.BASELINE) {
            return 0;
        } else if (priority == null) {
            close(faults.missing("spec.priority", "0 to " + LAST_PRIORITY));
            return 0;
        } else if (priority < 0 || priority > LAST_PRIORITY) {
            close(faults.add("spec.priority", priority, "0 to " + LAST_PRIORITY));
        }
        return priority;
    }

    private PeerClause.Pods subject(@Nullable ClusterSubject subject) {
        if (subject == null || (subject.namespaces() == null) == (subject.pods() == null)) {
            close(faults.add("spec.subject", "not one selector (expected: namespaces, or pods)"));
            return new PeerClause.Pods(Optional.empty(), Optional.empty());
        }
        PeerClause read = new ClusterPeerReader(faults).selected(subject.namespaces(), subject.pods(), "spec.subject");
        if (read instanceof PeerClause.Pods pods) {
            return pods;
        }
        close("its subject is malformed");
        return new PeerClause.Pods(Optional.empty(), Optional.empty());
    }

    /// Takes the message for a sign that it has been said.
    private void close(String said) {
        closed |= !said.isEmpty();
    }

    private List<ClusterRule> rules(@Nullable List<ClusterRuleSpec> rules, Direction direction) {
        return NetworkPolicyReader.all(
                rules == null ? List.of() : rules,
                "spec." + direction.word(),
                (rule, field) -> rule(rule, field, direction));
    }

    private ClusterRule rule(ClusterRuleSpec spec, String field, Direction direction) {
        Rule rule = new Rule(peers(spec, field, direction), ports(spec, field));
        String name = spec.name() == null ? "" : spec.name();
        String said = spec.action() == null ? "" : spec.action();
        Action action = kind.actions().get(said);
        if (action == null) {
            String expected = String.join(", ", kind.actions().keySet());
            return new ClusterRule(name, Action.DENY, unreadable(faults.add(field + ".action", said, expected)));
        }
        return new ClusterRule(name, action, closed ? unreadable("the policy is malformed") : rule);
    }

    private static Rule unreadable(String why) {
        return new Rule(List.of(new PeerClause.Unreadable(why)), List.of());
    }

    private List<PeerClause> peers(ClusterRuleSpec spec, String field, Direction direction) {
        String at = field + "." + direction.peers();
        var peers = direction == Direction.INGRESS ? spec.from() : spec.to();
        if (peers == null || peers.isEmpty()) {
            return List.of(new PeerClause.Unreadable(faults.missing(at, "at least one peer")));
        }
        ClusterPeerReader reader = new ClusterPeerReader(faults);
        return NetworkPolicyReader.all(peers, at, (peer, place) -> reader.read(peer, place, direction));
    }

    private List<PortClause> ports(ClusterRuleSpec spec, String field) {
        List<PortClause> all = new ArrayList<>();
        ClusterPortReader reader = new ClusterPortReader(faults);
        if (spec.ports() != null) {
            all.addAll(NetworkPolicyReader.all(spec.ports(), field + ".ports", reader::read));
        }
        if (spec.protocols() != null) {
            all.addAll(NetworkPolicyReader.all(spec.protocols(), field + ".protocols", reader::read));
        }
        return all;
    }
}
