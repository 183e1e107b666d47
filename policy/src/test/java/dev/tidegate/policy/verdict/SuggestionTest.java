package dev.tidegate.policy.verdict;

import static dev.tidegate.policy.verdict.Sketch.block;
import static dev.tidegate.policy.verdict.Sketch.denyAll;
import static dev.tidegate.policy.verdict.Sketch.egress;
import static dev.tidegate.policy.verdict.Sketch.ingress;
import static dev.tidegate.policy.verdict.Sketch.outside;
import static dev.tidegate.policy.verdict.Sketch.pod;
import static dev.tidegate.policy.verdict.Sketch.pods;
import static dev.tidegate.policy.verdict.Sketch.podsIn;
import static dev.tidegate.policy.verdict.Sketch.policies;
import static dev.tidegate.policy.verdict.Sketch.rule;
import static dev.tidegate.policy.verdict.Sketch.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.policy.rule.Action;
import dev.tidegate.policy.rule.ClusterPolicy;
import dev.tidegate.policy.rule.ClusterRule;
import dev.tidegate.policy.rule.LabelSelector;
import dev.tidegate.policy.rule.PolicyRef;
import dev.tidegate.policy.rule.Tier;
import dev.tidegate.policy.traffic.Connection;
import dev.tidegate.policy.traffic.Pod;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuggestionTest {

    private static final Pod WEB = pod("shop/web-7d9-x2x", "app=web,pod-template-hash=7d9", "10.0.0.1");
    private static final Pod GATEWAY = pod("tidegate/gateway-1", "app.kubernetes.io/name=tidegate", "10.0.1.1");

    @Test
    void lets_the_gateway_through_deny_all() {
        Policies policies = policies(denyAll("shop/deny-all"));

        Suggestion suggestion = suggested(policies, tcp(GATEWAY, WEB, 80));

        assertThat(suggestion.policies())
                .containsExactly(ingress(
                        "shop/allow-tidegate-to-web-80",
                        "app=web",
                        rule(
                                List.of(podsIn(
                                        "kubernetes.io/metadata.name=tidegate", "app.kubernetes.io/name=tidegate")),
                                tcp(80))));
        assertThat(suggestion.obstacles()).isEmpty();
        assertThat(policies.with(suggestion.policies().getFirst())
                        .verdict(tcp(GATEWAY, WEB, 80))
                        .outcome())
                .isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void opens_both_ends_where_both_are_closed() {
        Suggestion suggestion =
                suggested(policies(denyAll("shop/deny-all"), denyAll("tidegate/deny-all")), tcp(GATEWAY, WEB, 8080));

        assertThat(suggestion.policies())
                .extracting(it -> it.ref().text())
                .containsExactly(
                        "NetworkPolicy tidegate/allow-tidegate-out-to-web-8080",
                        "NetworkPolicy shop/allow-tidegate-to-web-8080");
    }

    @Test
    void has_nothing_to_say_of_what_gets_through() {
        assertThat(suggested(Policies.NONE, tcp(GATEWAY, WEB, 80)))
                .isEqualTo(new Suggestion(List.of(), List.of(), List.of()));
    }

    @Test
    void means_an_outsider_by_the_address_alone() {
        Connection connection = tcp(outside("2001:db8::9"), pod("shop/six", "app=web", "fd00::1"), 80);

        assertThat(suggested(policies(denyAll("shop/deny-all")), connection).policies())
                .containsExactly(ingress(
                        "shop/allow-2001-db8-9-to-web-80",
                        "app=web",
                        rule(List.of(block("2001:db8::9/128")), tcp(80))));
    }

    @Test
    void never_takes_the_name_of_a_policy_that_stands_already() {
        Policies policies = policies(denyAll("shop/deny-all"), ingress("shop/allow-tidegate-to-web-80", "app=other"));

        assertThat(suggested(policies, tcp(GATEWAY, WEB, 80)).policies())
                .extracting(it -> it.ref().name())
                .containsExactly("allow-tidegate-to-web-80-2");
    }

    @Test
    void isolates_nobody_who_is_not_isolated_already() {
        Policies policies = policies(ingress("shop/old-ones", "app=web,version=1"));
        Pod old = pod("shop/old", "app=web,version=1");

        assertThat(suggested(policies, tcp(GATEWAY, old, 80))
                        .policies()
                        .getFirst()
                        .selector())
                .isEqualTo(Sketch.selector("app=web,version=1"));
    }

    @Test
    void asks_for_the_labels_of_an_isolating_policy_even_if_they_will_not_last() {
        Policies policies = policies(ingress("shop/one", "pod-template-hash=7d9"));

        assertThat(suggested(policies, tcp(GATEWAY, WEB, 80))
                        .policies()
                        .getFirst()
                        .selector())
                .isEqualTo(Sketch.selector("app=web,pod-template-hash=7d9"));
    }

    @Test
    void says_that_a_pod_without_labels_cannot_be_told_from_others() {
        Suggestion suggestion =
                suggested(policies(denyAll("shop/deny-all")), tcp(pod("a/b", ""), pod("shop/c", ""), 80));

        assertThat(suggestion.notes())
                .containsExactly(
                        "pod a/b has no labels; every pod of namespace a is meant",
                        "pod shop/c has no labels; the policy means every pod of namespace shop");
    }

    @Test
    void says_what_to_expect_of_a_pod_on_its_nodes_network() {
        Pod host = new Pod(
                GATEWAY.namespace(),
                "gateway-1",
                GATEWAY.labels(),
                List.of(Sketch.address("192.168.0.7")),
                List.of(),
                Optional.empty(),
                true);

        Suggestion suggestion = suggested(policies(denyAll("shop/deny-all")), tcp(host, WEB, 80));

        assertThat(suggestion.policies().getFirst().ingress().getFirst().peers())
                .containsExactly(block("192.168.0.7/32"));
        assertThat(suggestion.notes()).singleElement().asString().contains("node's network");
    }

    @Test
    void cannot_mean_whom_nothing_finds() {
        Pod host = new Pod(
                GATEWAY.namespace(), "gateway-1", GATEWAY.labels(), List.of(), List.of(), Optional.empty(), true);

        Suggestion suggestion = suggested(policies(denyAll("shop/deny-all")), tcp(host, WEB, 80));

        assertThat(suggestion.policies()).isEmpty();
        assertThat(suggestion.obstacles())
                .containsExactly(
                        "no address is known of pod tidegate/gateway-1 (expected: one, since labels do not find"
                                + " it)");
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void sends_who_is_refused_by_the_cluster_to_the_cluster(Tier tier) {
        ClusterPolicy policy = new ClusterPolicy(
                new PolicyRef("ClusterNetworkPolicy", "", "closed"),
                tier,
                0,
                LabelSelector.EVERYTHING,
                LabelSelector.EVERYTHING,
                List.of(new ClusterRule("all", Action.DENY, rule(List.of(podsIn("", ""))))),
                List.of());

        Suggestion suggestion = suggested(Policies.of(List.of(), List.of(policy)), tcp(GATEWAY, WEB, 80));

        assertThat(suggestion.policies()).isEmpty();
        assertThat(suggestion.obstacles())
                .containsExactly(
                        tier == Tier.ADMIN
                                ? "no NetworkPolicy outranks ClusterNetworkPolicy closed; let a rule that accepts stand"
                                        + " before ClusterNetworkPolicy closed spec.ingress[0] (all)"
                                : "a NetworkPolicy would allow this and isolate the pod from all else; rather let a"
                                        + " rule that accepts stand before ClusterNetworkPolicy closed spec.ingress[0]"
                                        + " (all)");
    }

    @Test
    void speaks_of_the_end_that_is_closed() {
        Policies policies = policies(egress("tidegate/out", "", rule(List.of(pods("")))));

        assertThat(suggested(policies, tcp(GATEWAY, WEB, 80)).policies())
                .containsExactly(egress(
                        "tidegate/allow-tidegate-out-to-web-80",
                        "app.kubernetes.io/name=tidegate",
                        rule(List.of(podsIn("kubernetes.io/metadata.name=shop", "app=web")), tcp(80))));
    }

    private static Suggestion suggested(Policies policies, Connection connection) {
        return Suggestion.of(policies, policies.verdict(connection));
    }
}
