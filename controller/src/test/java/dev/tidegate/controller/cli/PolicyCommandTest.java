package dev.tidegate.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.view.Json;
import dev.tidegate.controller.view.VerdictView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `policy verdict` and `policy suggest` say of the two policies that people begin with.
final class PolicyCommandTest {

    @TempDir
    Path folder;

    @BeforeEach
    void a_shop_behind_a_gateway() throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), """
            apiVersion: v1
            kind: Pod
            metadata: {namespace: shop, name: web-6f7-abcde, labels: {app: web, pod-template-hash: 6f7}}
            spec: {nodeName: n1, containers: [{name: web, ports: [{name: http, containerPort: 8080}]}]}
            status: {podIP: 10.0.0.1}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {namespace: shop, name: front, labels: {role: frontend}}
            status: {podIP: 10.0.0.2}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {namespace: tidegate, name: gateway, labels: {app.kubernetes.io/name: tidegate}}
            status: {podIP: 10.0.1.1}
            """);
    }

    @Test
    void nothing_is_said_so_nothing_is_isolated() {
        Call call = ask("verdict", "tidegate/gateway", "shop/web-6f7-abcde", "80");

        assertThat(call.exitCode()).isZero();
        assertThat(call.out()).isEqualTo("""
            not-isolated
            egress of pod tidegate/gateway: no policy isolates it
            ingress of pod shop/web-6f7-abcde: no policy isolates it
            """);
    }

    @Test
    void deny_all_shuts_the_gateway_out() throws IOException {
        write("deny-all", "{podSelector: {}, policyTypes: [Ingress, Egress]}");

        Call call = ask("verdict", "tidegate/gateway", "shop/web-6f7-abcde", "80");

        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.out()).isEqualTo("""
            denied
            ingress of pod shop/web-6f7-abcde: NetworkPolicy shop/deny-all isolates it, and no rule allows pod tidegate/gateway on TCP 80
            egress of pod tidegate/gateway: no policy isolates it
            """);
    }

    @Test
    void the_suggested_policy_once_applied_lets_it_in() throws IOException {
        write("deny-all", "{podSelector: {}, policyTypes: [Ingress, Egress]}");

        Call call = ask("suggest", "tidegate/gateway", "shop/web-6f7-abcde", "80");

        assertThat(call.exitCode()).isZero();
        assertThat(call.out()).isEqualTo("""
            # pod tidegate/gateway -> pod shop/web-6f7-abcde, TCP 80
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata:
              name: allow-tidegate-to-web-80
              namespace: shop
            spec:
              podSelector:
                matchLabels:
                  app: web
              policyTypes:
              - Ingress
              ingress:
              - from:
                - namespaceSelector:
                    matchLabels:
                      kubernetes.io/metadata.name: tidegate
                  podSelector:
                    matchLabels:
                      app.kubernetes.io/name: tidegate
                ports:
                - protocol: TCP
                  port: 80
            """);
        Files.writeString(folder.resolve("suggested.yaml"), call.out());
        assertThat(ask("verdict", "tidegate/gateway", "shop/web-6f7-abcde", "80")
                        .out())
                .startsWith("allowed\ningress of pod shop/web-6f7-abcde: NetworkPolicy shop/allow-tidegate-to-web-80"
                        + " spec.ingress[0] allows it (from[0], ports[0])\n");
        assertThat(ask("suggest", "tidegate/gateway", "shop/web-6f7-abcde", "80")
                        .out())
                .startsWith("# nothing to do: allowed; ");
    }

    @Test
    void allow_web_is_for_port_80_and_nobody_but_the_frontend() throws IOException {
        write("allow-web", """

              podSelector:
                matchLabels:
                  app: web
              ingress:
              - from:
                - podSelector:
                    matchLabels:
                      role: frontend
                ports:
                - protocol: TCP
                  port: 80
            """);

        assertThat(ask("verdict", "shop/front", "shop/web-6f7-abcde", "80").out())
                .startsWith("allowed\ningress of pod shop/web-6f7-abcde: NetworkPolicy shop/allow-web spec.ingress[0]"
                        + " allows it (from[0], ports[0])\n");
        assertThat(ask("verdict", "shop/front", "shop/web-6f7-abcde", "8080").out())
                .startsWith("denied\n")
                .contains(
                        "\n  NetworkPolicy shop/allow-web spec.ingress[0] lets pod shop/front through, but TCP 8080 is"
                                + " not among its ports: TCP 80\n");
        assertThat(ask("verdict", "tidegate/gateway", "shop/web-6f7-abcde", "80/tcp")
                        .exitCode())
                .isEqualTo(1);
        Files.writeString(
                folder.resolve("suggested.yaml"),
                ask("suggest", "tidegate/gateway", "shop/web-6f7-abcde", "80").out());
        assertThat(ask("verdict", "tidegate/gateway", "shop/web-6f7-abcde", "80")
                        .exitCode())
                .isZero();
        assertThat(ask("verdict", "tidegate/gateway", "shop/web-6f7-abcde", "8080")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void as_json_both_ends_are_told() throws IOException {
        write("deny-all", "{podSelector: {}}");

        Call call = Call.of(
                "policy",
                "verdict",
                "--manifests",
                folder.toString(),
                "--from",
                "203.0.113.9",
                "--to",
                "shop/front",
                "--port",
                "53/udp",
                "-o",
                "json");

        VerdictView view = Json.read(call.out().getBytes(StandardCharsets.UTF_8), VerdictView.class);
        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(view.verdict()).isEqualTo("denied");
        assertThat(view.from()).isEqualTo("203.0.113.9");
        assertThat(view.protocol()).isEqualTo("UDP");
        assertThat(view.ends().getLast().policies())
                .singleElement()
                .hasToString("ResourceRef[kind=NetworkPolicy, namespace=shop, name=deny-all]");
    }

    @Test
    void as_json_a_suggestion_is_a_list() throws IOException {
        write("deny-all", "{podSelector: {}}");

        Call call = Call.of(
                "policy",
                "suggest",
                "--manifests",
                folder.toString(),
                "--from",
                "203.0.113.9",
                "--to",
                "shop/front",
                "--port",
                "80",
                "--output",
                "json");
        Files.writeString(folder.resolve("suggested.json"), call.out());

        assertThat(ask("verdict", "203.0.113.9", "shop/front", "80").out()).startsWith("allowed\n");
    }

    @Test
    void a_policy_of_the_cluster_cannot_be_overruled_by_a_namespace() throws IOException {
        Files.writeString(folder.resolve("cluster.yaml"), """
            apiVersion: policy.networking.k8s.io/v1alpha2
            kind: ClusterNetworkPolicy
            metadata: {name: closed}
            spec:
              tier: Admin
              priority: 1
              subject: {namespaces: {}}
              ingress: [{name: all, action: Deny, from: [{namespaces: {}}]}]
            """);

        Call call = ask("suggest", "tidegate/gateway", "shop/front", "80");

        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.out()).isEqualTo("""
            # pod tidegate/gateway -> pod shop/front, TCP 80
            # not enough: no NetworkPolicy outranks ClusterNetworkPolicy closed; let a rule that accepts stand before ClusterNetworkPolicy closed spec.ingress[0] (all)
            """);
    }

    @Test
    void what_is_wrong_with_a_policy_is_said_beside_the_verdict_and_by_lint() throws IOException {
        write("broken", "{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/99}}]}]}");
        String fault =
                "error NetworkPolicy shop/broken spec.ingress[0].from[0].ipBlock.cidr: \"10.0.0.0/99\" (expected: a"
                        + " CIDR, as 10.0.0.0/8)";

        Call verdict = ask("verdict", "10.0.1.1", "shop/front", "80");
        Call lint = Call.of("lint", folder.toString());

        assertThat(verdict.exitCode()).isEqualTo(1);
        assertThat(verdict.out()).startsWith("denied\n");
        assertThat(verdict.err()).isEqualTo(fault + " (InvalidField)\n");
        assertThat(lint.exitCode()).isEqualTo(1);
        assertThat(lint.out()).startsWith(fault + " at ").contains("1 error, 0 warnings; ");
    }

    @ParameterizedTest(name = "{0} -> {1}, {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "shop/nobody | shop/front | 80 | --from shop/nobody: no such pod in DIR (expected: one of shop/front,"
                        + " shop/web-6f7-abcde, tidegate/gateway)",
                "shop/front | front | 80 | --to front: not understood (expected: NAMESPACE/POD, or an IP address)",
                "10.0.0.256 | shop/front | 80 | --from 10.0.0.256: not understood (expected: NAMESPACE/POD, or an IP"
                        + " address)",
                "shop/front | shop/front | 0 | --port 0: not understood (expected: a port, 1 to 65535, as 80, 80/tcp,"
                        + " 53/udp or 9000/sctp)",
                "shop/front | shop/front | http | --port http: not understood (expected: a port, 1 to 65535, as 80,"
                        + " 80/tcp, 53/udp or 9000/sctp)",
                "shop/front | shop/front | 80/icmp | --port 80/icmp: not understood (expected: tcp, udp, sctp)"
            })
    void a_mistake_is_one_line_and_exit_code_2(String from, String to, String port, String line) {
        Call call = ask("verdict", from, to, port);

        assertThat(call.err()).isEqualTo("tidegate: " + line.replace("DIR", folder.toString()) + "\n");
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.out()).isEmpty();
    }

    @Test
    void what_is_left_out_is_asked_for() {
        assertThat(Call.of("policy").err()).isEqualTo("tidegate: policy: no verb (expected: verdict or suggest)\n");
        assertThat(Call.of("policy", "verdict", "--manifests", "nowhere", "--to", "a/b", "--port", "80")
                        .err())
                .isEqualTo("tidegate: --from: no value (expected: --from NS/POD|IP)\n");
        assertThat(ask("verdict", "shop/front", "shop/front", "80").out()).startsWith("allowed\n");
        Call nowhere =
                Call.of("policy", "verdict", "--manifests", "nowhere", "--from", "a/b", "--to", "a/b", "--port", "80");
        assertThat(nowhere.exitCode()).isEqualTo(2);
        assertThat(nowhere.err()).contains("nowhere: no such folder (expected: a folder of manifests)");
    }

    private Call ask(String verb, String from, String to, String port) {
        return Call.of("policy", verb, "--manifests", folder.toString(), "--from", from, "--to", to, "--port", port);
    }

    private void write(String name, String spec) throws IOException {
        Files.writeString(
                folder.resolve(name + ".yaml"),
                "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {namespace: shop, name: " + name
                        + "}\nspec: " + spec + "\n");
    }
}
