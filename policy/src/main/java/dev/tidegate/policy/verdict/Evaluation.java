package dev.tidegate.policy.verdict;

import dev.tidegate.policy.rule.Action;
import dev.tidegate.policy.rule.ClusterPolicy;
import dev.tidegate.policy.rule.ClusterRule;
import dev.tidegate.policy.rule.NetworkPolicy;
import dev.tidegate.policy.rule.Rule;
import dev.tidegate.policy.rule.Tier;
import dev.tidegate.policy.traffic.Connection;
import dev.tidegate.policy.traffic.Direction;
import dev.tidegate.policy.traffic.Pod;
import dev.tidegate.policy.verdict.Cause.Exempt;
import dev.tidegate.policy.verdict.Cause.Exemption;
import dev.tidegate.policy.verdict.Cause.Isolated;
import dev.tidegate.policy.verdict.Cause.Let;
import dev.tidegate.policy.verdict.Cause.NoPolicy;
import dev.tidegate.policy.verdict.Cause.NoSubject;
import dev.tidegate.policy.verdict.Cause.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks the policies of one end of a connection, in their order: the cluster's first tier, the namespace's own, the
/// cluster's last tier; and what nobody speaks of gets through.
///
/// A namespace's policies have no order: what any rule of any of them allows is allowed, and a pod that they isolate
/// never reaches the last tier. Pure; one instance serves one verdict.
///
/// Source: Kubernetes "Network Policies"; network-policy-api v1alpha2, `ClusterNetworkPolicySpec.tier`.
final class Evaluation {

    private final Policies policies;
    private final Connection connection;
    private final List<Clause> passed = new ArrayList<>();

    Evaluation(Policies policies, Connection connection) {
        this.policies = policies;
        this.connection = connection;
    }

    Judgement judge(Direction direction) {
        passed.clear();
        if (connection.staysInOnePod()) {
            return new Judgement(direction, Outcome.ALLOWED, new Exempt(Exemption.ITSELF), List.of());
        } else if (connection.staysOnOwnNode()) {
            return new Judgement(direction, Outcome.ALLOWED, new Exempt(Exemption.OWN_NODE), List.of());
        } else if (connection.subject(direction) instanceof Pod pod && !pod.hostNetwork()) {
            return tier(Tier.ADMIN, pod, direction)
                    .or(() -> namespace(pod, direction))
                    .or(() -> tier(Tier.BASELINE, pod, direction))
                    .orElseGet(() -> judgement(direction, Outcome.NOT_ISOLATED, new NoPolicy()));
        }
        return new Judgement(direction, Outcome.NOT_ISOLATED, new NoSubject(), List.of());
    }

    private Optional<Judgement> tier(Tier tier, Pod pod, Direction direction) {
        for (ClusterPolicy policy : policies.of(tier, pod)) {
            List<ClusterRule> rules = policy.rules(direction);
            for (int i = 0; i < rules.size(); i++) {
                ClusterRule rule = rules.get(i);
                if (rule.takes(connection, direction)) {
                    return taken(tier, clause(policy, direction, i), rule.effect());
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Judgement> taken(Tier tier, Clause clause, Action effect) {
        return switch (effect) {
            case ACCEPT -> Optional.of(judgement(clause.direction(), Outcome.ALLOWED, new Let(clause)));
            case DENY -> Optional.of(judgement(clause.direction(), Outcome.DENIED, new Refused(clause, tier)));
            case PASS -> {
                passed.add(clause);
                yield Optional.empty();
            }
        };
    }

    private Optional<Judgement> namespace(Pod pod, Direction direction) {
        List<NetworkPolicy> isolating = policies.isolating(pod, direction);
        if (isolating.isEmpty()) {
            return Optional.empty();
        }
        for (NetworkPolicy policy : isolating) {
            List<Rule> rules = policy.rules(direction);
            for (int i = 0; i < rules.size(); i++) {
                if (rules.get(i).matches(connection, direction, policy.ref().namespace())) {
                    return Optional.of(judgement(direction, Outcome.ALLOWED, new Let(clause(policy, direction, i))));
                }
            }
        }
        Cause cause = new Isolated(
                isolating.stream().map(NetworkPolicy::ref).toList(),
                new NearMisses(connection, direction, pod)
                        .in(policies.in(pod.namespace().name())));
        return Optional.of(judgement(direction, Outcome.DENIED, cause));
    }

    private Judgement judgement(Direction direction, Outcome outcome, Cause cause) {
        return new Judgement(direction, outcome, cause, passed);
    }

    private Clause clause(ClusterPolicy policy, Direction direction, int index) {
        ClusterRule rule = policy.rules(direction).get(index);
        return new Clause(
                policy.ref(),
                direction,
                index,
                rule.name(),
                rule.rule().peer(connection, direction, ""),
                rule.rule().port(connection));
    }

    private Clause clause(NetworkPolicy policy, Direction direction, int index) {
        Rule rule = policy.rules(direction).get(index);
        return new Clause(
                policy.ref(),
                direction,
                index,
                "",
                rule.peer(connection, direction, policy.ref().namespace()),
                rule.port(connection));
    }
}
