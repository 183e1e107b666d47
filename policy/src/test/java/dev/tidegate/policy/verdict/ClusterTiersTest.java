package dev.tidegate.policy.verdict;

import static dev.tidegate.policy.verdict.Sketch.denyAll;
import static dev.tidegate.policy.verdict.Sketch.pod;
import static dev.tidegate.policy.verdict.Sketch.podsIn;
import static dev.tidegate.policy.verdict.Sketch.rule;
import static dev.tidegate.policy.verdict.Sketch.tcp;
import static org.assertj.core.api.Assertions.assertThat;

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
import dev.tidegate.policy.traffic.Pod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who outranks whom: the cluster's first tier, the namespaces' policies, the cluster's last tier.
class ClusterTiersTest {

    private static final Pod A = pod("x/a", "pod=a", "10.0.0.1");
    private static final Pod B = pod("y/b", "pod=b", "10.0.1.1");

    /// A policy as `admin 10 deny`, or `admin 10 deny accept` for two rules; `deny-all` for a NetworkPolicy.
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'',                                               not-isolated",
        "admin 10 deny,                                    denied",
        "admin 10 accept,                                  allowed",
        "admin 10 pass,                                    not-isolated",
        "admin 10 accept deny,                             allowed",
        "admin 10 pass deny,                               not-isolated",
        "admin 20 deny + admin 10 accept,                  allowed",
        "admin 10 deny + admin 20 accept,                  denied",
        "admin 10 accept + deny-all,                       allowed",
        "admin 10 pass + deny-all,                         denied",
        "deny-all + baseline 0 accept,                     denied",
        "admin 10 pass + baseline 0 deny,                  denied",
        "baseline 0 deny,                                  denied",
        "baseline 0 accept deny,                           allowed",
        "baseline 0 pass deny,                             not-isolated",
        "admin 10 accept + baseline 0 deny,                allowed",
        "baseline 5 deny + baseline 4 accept,              allowed"
    })
    void the_first_that_takes_it_decides(String policies, String outcome) {
        List<ClusterPolicy> cluster = new ArrayList<>();
        List<NetworkPolicy> own = new ArrayList<>();
        for (String policy : policies.split(" \\+ ")) {
            if (policy.equals("deny-all")) {
                own.add(denyAll("x/deny-all"));
            } else if (!policy.isEmpty()) {
                cluster.add(clusterPolicy(policy));
            }
        }

        assertThat(Policies.of(own, cluster)
                        .verdict(tcp(B, A, 80))
                        .ingress()
                        .outcome()
                        .word())
                .isEqualTo(outcome);
    }

    @Test
    void what_passed_it_on_is_told() {
        Policies policies = Policies.of(List.of(denyAll("x/deny-all")), List.of(clusterPolicy("admin 10 pass")));

        assertThat(Telling.of(policies.verdict(tcp(B, A, 80))).get(1))
                .isEqualTo("ingress of pod x/a: ClusterNetworkPolicy admin 10 pass spec.ingress[0] (pass) passes it on;"
                        + " NetworkPolicy x/deny-all isolates it, and no rule allows pod y/b on TCP 80");
    }

    @ParameterizedTest
    @CsvSource({"ACCEPT, not-isolated", "DENY, denied", "PASS, denied"})
    void a_rule_that_cannot_be_read_fails_closed(Action action, String outcome) {
        Rule unknownPeer = rule(List.of(podsIn("", ""), new PeerClause.Unreadable("a sort of peer from tomorrow")));
        Rule unknownPort = rule(List.of(podsIn("", "")), new PortClause.Unreadable("a protocol from tomorrow"));

        for (Rule rule : List.of(unknownPeer, unknownPort)) {
            ClusterPolicy policy = policy("p", Tier.ADMIN, 0, List.of(new ClusterRule("", action, rule)));
            assertThat(Policies.of(List.of(), List.of(policy))
                            .verdict(tcp(B, A, 80))
                            .ingress()
                            .outcome()
                            .word())
                    .isEqualTo(outcome);
        }
    }

    private static ClusterPolicy clusterPolicy(String text) {
        String[] words = text.split(" ");
        return policy(
                text,
                Tier.valueOf(words[0].toUpperCase(Locale.ROOT)),
                Integer.parseInt(words[1]),
                Arrays.stream(words)
                        .skip(2)
                        .map(action -> new ClusterRule(
                                action,
                                Action.valueOf(action.toUpperCase(Locale.ROOT)),
                                rule(List.of(podsIn("", "pod=b")))))
                        .toList());
    }

    private static ClusterPolicy policy(String name, Tier tier, int priority, List<ClusterRule> ingress) {
        return new ClusterPolicy(
                new PolicyRef("ClusterNetworkPolicy", "", name),
                tier,
                priority,
                LabelSelector.EVERYTHING,
                LabelSelector.EVERYTHING,
                ingress,
                List.of());
    }
}
