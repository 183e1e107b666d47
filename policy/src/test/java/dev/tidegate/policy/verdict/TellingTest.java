package dev.tidegate.policy.verdict;

import static dev.tidegate.policy.verdict.Sketch.block;
import static dev.tidegate.policy.verdict.Sketch.denyAll;
import static dev.tidegate.policy.verdict.Sketch.ingress;
import static dev.tidegate.policy.verdict.Sketch.outside;
import static dev.tidegate.policy.verdict.Sketch.pod;
import static dev.tidegate.policy.verdict.Sketch.pods;
import static dev.tidegate.policy.verdict.Sketch.podsIn;
import static dev.tidegate.policy.verdict.Sketch.policies;
import static dev.tidegate.policy.verdict.Sketch.rule;
import static dev.tidegate.policy.verdict.Sketch.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.policy.rule.NetworkPolicy;
import dev.tidegate.policy.traffic.Connection;
import dev.tidegate.policy.traffic.Direction;
import dev.tidegate.policy.traffic.Pod;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is said of a verdict: what decided, and what missed narrowly.
class TellingTest {

    private static final Pod WEB = pod("shop/web", "app=web", "10.0.0.1");
    private static final Pod FRONTEND = pod("shop/front", "role=frontend", "10.0.0.2");
    private static final Pod GATEWAY = pod("tidegate/gateway", "app=tidegate", "10.0.1.1");

    private static final NetworkPolicy DENY_ALL = denyAll("shop/deny-all");
    private static final NetworkPolicy ALLOW_WEB =
            ingress("shop/allow-web", "app=web", rule(List.of(pods("role=frontend")), tcp(80)));

    @Test
    void nobody_has_said_anything() {
        assertThat(told(Policies.NONE, tcp(GATEWAY, WEB, 80))).isEqualTo("""
            not-isolated
            egress of pod tidegate/gateway: no policy isolates it
            ingress of pod shop/web: no policy isolates it
            """);
    }

    @Test
    void a_rule_lets_it_in() {
        assertThat(told(policies(ALLOW_WEB), tcp(FRONTEND, WEB, 80))).isEqualTo("""
            allowed
            ingress of pod shop/web: NetworkPolicy shop/allow-web spec.ingress[0] allows it (from[0], ports[0])
            egress of pod shop/front: no policy isolates it
            """);
    }

    @Test
    void deny_all_denies_at_both_ends() {
        assertThat(told(policies(DENY_ALL), tcp(FRONTEND, WEB, 80))).isEqualTo("""
            denied
            egress of pod shop/front: NetworkPolicy shop/deny-all isolates it, and no rule allows pod shop/web on TCP 80
            ingress of pod shop/web: NetworkPolicy shop/deny-all isolates it, and no rule allows pod shop/front on TCP 80
            """);
    }

    @Test
    void the_peer_is_right_and_the_port_is_not() {
        assertThat(told(policies(ALLOW_WEB), tcp(FRONTEND, WEB, 8080))).isEqualTo("""
            denied
            ingress of pod shop/web: NetworkPolicy shop/allow-web isolates it, and no rule allows pod shop/front on TCP 8080
              NetworkPolicy shop/allow-web spec.ingress[0] lets pod shop/front through, but TCP 8080 is not among its ports: TCP 80
            egress of pod shop/front: no policy isolates it
            """);
    }

    @Test
    void a_bare_pod_selector_searches_its_own_namespace() {
        NetworkPolicy wrong = ingress("shop/allow-gateway", "", rule(List.of(pods("app=tidegate"))));

        assertThat(misses(policies(wrong), tcp(GATEWAY, WEB, 80)))
                .containsExactly("NetworkPolicy shop/allow-gateway spec.ingress[0].from[0] means the labels of pod"
                        + " tidegate/gateway, but looks in the policy's own namespace only: a namespaceSelector in the"
                        + " same item is missing");
    }

    @Test
    void the_labels_are_right_and_the_namespace_is_another() {
        NetworkPolicy wrong = ingress("shop/p", "", rule(List.of(podsIn("team=edge", "app=tidegate"))));

        assertThat(misses(policies(wrong), tcp(GATEWAY, WEB, 80)))
                .containsExactly(
                        "NetworkPolicy shop/p spec.ingress[0].from[0] means the labels of pod tidegate/gateway,"
                                + " but in other namespaces: team=edge");
    }

    @Test
    void the_namespace_is_right_and_the_labels_are_others() {
        assertThat(misses(policies(ALLOW_WEB), tcp(pod("shop/back", "role=backend"), WEB, 80)))
                .containsExactly("NetworkPolicy shop/allow-web spec.ingress[0].from[0] means this namespace, but pods"
                        + " with other labels: role=frontend");
    }

    @Test
    void the_policy_that_would_allow_it_is_for_other_pods() {
        Pod shop = pod("shop/shop", "app=shop");

        assertThat(misses(policies(ALLOW_WEB, ingress("shop/deny", "")), tcp(FRONTEND, shop, 80)))
                .containsExactly("NetworkPolicy shop/allow-web spec.ingress[0] would allow it, but the policy is for"
                        + " other pods: app=web");
    }

    @Test
    void a_policy_for_other_pods_that_would_not_allow_it_either_is_no_near_miss() {
        Policies policies = policies(ALLOW_WEB, ingress("shop/deny", ""));
        Pod shop = pod("shop/shop", "app=shop");

        assertThat(misses(policies, tcp(FRONTEND, shop, 81))).isEmpty();
        assertThat(misses(policies, tcp(GATEWAY, shop, 80))).isEmpty();
    }

    @Test
    void an_exception_takes_the_address_out() {
        NetworkPolicy policy = ingress("shop/p", "", rule(List.of(block("10.0.0.0/8", "10.0.1.0/24"))));

        assertThat(misses(policies(policy), tcp(outside("10.0.1.9"), WEB, 80)))
                .containsExactly(
                        "NetworkPolicy shop/p spec.ingress[0].from[0] holds the address, but takes out 10.0.1.0/24");
    }

    @Test
    void no_address_is_known() {
        NetworkPolicy policy = ingress("shop/p", "", rule(List.of(block("10.0.0.0/8"))));

        assertThat(misses(policies(policy), tcp(pod("a/b", ""), WEB, 80)))
                .containsExactly("NetworkPolicy shop/p spec.ingress[0].from[0] asks for addresses, and none is known of"
                        + " pod a/b");
    }

    @Test
    void a_pod_on_its_nodes_network_is_not_found_by_labels() {
        Pod host = new Pod(
                GATEWAY.namespace(),
                GATEWAY.name(),
                GATEWAY.labels(),
                GATEWAY.addresses(),
                List.of(),
                Optional.empty(),
                true);
        NetworkPolicy policy = ingress("shop/p", "", rule(List.of(podsIn("", "app=tidegate"))));

        assertThat(told(policies(policy), tcp(host, WEB, 80))).isEqualTo("""
            denied
            ingress of pod shop/web: NetworkPolicy shop/p isolates it, and no rule allows pod tidegate/gateway on TCP 80
              NetworkPolicy shop/p spec.ingress[0].from[0] means the labels of pod tidegate/gateway, but that is on its node's network, where labels do not find it
            egress of pod tidegate/gateway: on its node's network, where policies do not apply
            """);
    }

    @Test
    void a_pod_reaches_itself_whatever_is_said() {
        assertThat(told(policies(DENY_ALL), tcp(WEB, WEB, 80))).isEqualTo("""
            allowed
            egress of pod shop/web: a pod always reaches itself
            ingress of pod shop/web: a pod always reaches itself
            """);
    }

    private static String told(Policies policies, Connection connection) {
        return String.join("\n", Telling.of(policies.verdict(connection))) + "\n";
    }

    private static List<String> misses(Policies policies, Connection connection) {
        Judgement ingress = policies.verdict(connection).ingress();
        assertThat(ingress.direction()).isEqualTo(Direction.INGRESS);
        return ((Cause.Isolated) ingress.cause())
                .nearMisses().stream().map(miss -> Telling.of(connection, miss)).toList();
    }
}
