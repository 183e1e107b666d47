package dev.tidegate.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.e2e.Answer;
import dev.tidegate.e2e.TidegateProcess;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Network policies of a real API server: what Tidegate says of them beside the Ingress, and what it does.
@ClusterTest
class NetworkPolicyIT {

    private static final String HOST = "policy.example";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final String DENY_ALL = """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: deny-all}
        spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
        """;

    private static final String ALLOW_WEB = """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: allow-web}
        spec:
          podSelector: {matchLabels: {app: web}}
          ingress:
          - from: [{podSelector: {matchLabels: {role: frontend}}}]
            ports: [{protocol: TCP, port: 80}]
        """;

    private final TestBed bed;
    private final String gateway = "gateway-" + COUNT.incrementAndGet();
    private TestClass ours;
    private TestNamespace namespace;
    private Pod own;

    NetworkPolicyIT(TestBed bed) {
        this.bed = bed;
    }

    @BeforeEach
    void lay_out() {
        bed.forgetLeader();
        ours = TestClass.create(bed, "tidegate", "tidegate.dev/ingress-controller");
        bed.account();
        own = KubePods.running(
                bed.cluster().admin(),
                TidegateAccount.NAMESPACE,
                gateway,
                Map.of("app.kubernetes.io/name", "tidegate"),
                "10.255.0.1");
        namespace = bed.namespace();
        EchoPods.Pod pod = namespace.service("web", 1).getFirst();
        KubePods.running(namespace.admin(), namespace.name(), pod.name(), Map.of("app", "web"), pod.address());
        namespace.create(KubeObjects.ingress(HOST, "web", "tidegate"));
    }

    @AfterEach
    void take_away() {
        namespace
                .admin()
                .network()
                .v1()
                .networkPolicies()
                .inNamespace(namespace.name())
                .delete();
        namespace
                .admin()
                .pods()
                .inNamespace(namespace.name())
                .withGracePeriod(0)
                .delete();
        namespace.admin().resource(own).withGracePeriod(0).delete();
        namespace.close();
        ours.close();
    }

    @Test
    void deny_all_is_told_and_heeded_and_the_suggested_policy_turns_it() {
        try (TidegateProcess tidegate = bed.tidegateIn(gateway, "--network-policy=enforce")) {
            Caller caller = new Caller(tidegate);
            caller.awaitServed(namespace, HOST, "/");

            namespace.create(policy(DENY_ALL));
            caller.awaitOutcome(HOST, "/", "503");
            assertThat(caller.get(HOST, "/").answer().field("tidegate-reason")).contains("policy-denied");
            namespace.awaitEvent(HOST, "PolicyDenied", 1);
            assertThat(warning())
                    .contains("NetworkPolicy " + namespace.name()
                            + "/deny-all isolates them, and no rule lets it in on TCP 3000")
                    .contains("The gateway heeds that, and answers 503 policy-denied")
                    .contains("tidegate policy suggest --service " + namespace.name() + "/web");

            namespace.create(policy(suggested(tidegate)));
            caller.awaitServed(namespace, HOST, "/");
            namespace.awaitEvent(HOST, "Resolved", 1);
        }
    }

    @Test
    void allow_web_lets_in_the_frontend_and_not_us_which_is_told_and_closes_nothing() {
        namespace.create(policy(DENY_ALL));
        namespace.create(policy(ALLOW_WEB));
        try (TidegateProcess tidegate = bed.tidegateIn(gateway)) {
            Caller caller = new Caller(tidegate);
            caller.awaitServed(namespace, HOST, "/");
            namespace.awaitEvent(HOST, "PolicyDenied", 1);
            assertThat(warning())
                    .contains("NetworkPolicy " + namespace.name() + "/allow-web and NetworkPolicy " + namespace.name()
                            + "/deny-all isolate them");
            Answer explained = tidegate.admin("/api/explain?url=http://" + HOST + "/");
            assertThat(explained.body())
                    .contains("\"denied\":\"ingress of pod " + namespace.name() + "/web-")
                    .contains("no rule allows pod tidegate/" + gateway + " on TCP 3000");

            namespace.create(policy(suggested(tidegate)));
            namespace.awaitEvent(HOST, "Resolved", 1);
            assertThat(caller.get(HOST, "/").status()).isEqualTo(200);
        }
    }

    /// The upstream case "should support creating NetworkPolicy API operations", seen from the other end.
    @Test
    void each_way_to_change_a_policy_is_seen() {
        try (TidegateProcess tidegate = bed.tidegateIn(gateway, "--network-policy=enforce")) {
            Caller caller = new Caller(tidegate);
            caller.awaitServed(namespace, HOST, "/");

            NetworkPolicy made = namespace.create(policy(DENY_ALL));
            caller.awaitOutcome(HOST, "/", "503");
            namespace.admin().resource(selecting(made, "other")).update();
            caller.awaitOutcome(HOST, "/", "web");
            namespace
                    .admin()
                    .resource(made)
                    .patch(
                            PatchContext.of(PatchType.JSON_MERGE),
                            "{\"spec\":{\"podSelector\":{\"matchLabels\":{\"app\":\"web\"}}}}");
            caller.awaitOutcome(HOST, "/", "503");
            namespace
                    .admin()
                    .network()
                    .v1()
                    .networkPolicies()
                    .inNamespace(namespace.name())
                    .delete();
            caller.awaitOutcome(HOST, "/", "web");
        }
    }

    @Test
    void a_pod_whose_labels_change_is_judged_anew() {
        namespace.create(policy(DENY_ALL.replace("podSelector: {}", "podSelector: {matchLabels: {closed: \"yes\"}}")));
        try (TidegateProcess tidegate = bed.tidegateIn(gateway, "--network-policy=enforce")) {
            Caller caller = new Caller(tidegate);
            caller.awaitServed(namespace, HOST, "/");

            label("yes");
            caller.awaitOutcome(HOST, "/", "503");
            label("no");
            caller.awaitOutcome(HOST, "/", "web");
        }
    }

    @Test
    void an_ingress_opts_in_by_an_annotation() {
        namespace.create(policy(DENY_ALL));
        try (TidegateProcess tidegate = bed.tidegateIn(gateway)) {
            Caller caller = new Caller(tidegate);
            caller.awaitServed(namespace, HOST, "/");

            namespace.editIngress(
                    HOST,
                    ingress -> new IngressBuilder(ingress)
                            .editMetadata()
                            .addToAnnotations("tidegate.dev/network-policy", "enforce")
                            .endMetadata()
                            .build());
            caller.awaitOutcome(HOST, "/", "503");
        }
    }

    /// What the API server refuses never reaches us; what it takes, we understand. (The upstream cases of `endPort`.)
    @ParameterizedTest
    @CsvSource({
        "'{protocol: TCP, endPort: 4000}',             refused",
        "'{protocol: TCP, port: http, endPort: 4000}', refused",
        "'{protocol: TCP, port: 3001, endPort: 3000}', refused",
        "'{protocol: TCP, port: 3000, endPort: 3000}', web",
        "'{protocol: TCP, port: 2000, endPort: 4000}', web",
        "'{protocol: TCP, port: 2000, endPort: 2999}', 503"
    })
    void a_range_of_ports_is_what_the_api_server_takes_it_for(String port, String outcome) {
        NetworkPolicy policy = policy("""
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: ports}
            spec: {podSelector: {}, ingress: [{ports: [%s]}]}
            """.formatted(port));
        if (outcome.equals("refused")) {
            assertThatThrownBy(() -> namespace.create(policy))
                    .isInstanceOf(KubernetesClientException.class)
                    .hasMessageContaining("endPort");
            return;
        }
        namespace.create(policy);
        try (TidegateProcess tidegate = bed.tidegateIn(gateway, "--network-policy=enforce")) {
            new Caller(tidegate).awaitOutcome(HOST, "/", outcome);
        }
    }

    @Test
    void clients_are_judged_by_the_addresses_that_a_policy_names() {
        namespace.create(policy(ipBlock("203.0.113.0/24")));
        try (TidegateProcess tidegate = bed.tidegateIn(gateway, "--network-policy=client")) {
            Caller caller = new Caller(tidegate);
            caller.awaitOutcome(HOST, "/", "403");
            assertThat(caller.get(HOST, "/").answer().field("tidegate-reason")).contains("policy-denied-client");

            namespace.update(policy(ipBlock("127.0.0.0/8")));
            caller.awaitOutcome(HOST, "/", "web");
        }
    }

    @Test
    void auto_heeds_policies_where_the_network_plug_in_does_not() {
        namespace.create(policy(DENY_ALL));
        try (PluginDaemon _ = PluginDaemon.create(bed, "kube-flannel", "ghcr.io/flannel-io/flannel:v0.26.1");
                TidegateProcess tidegate = bed.tidegateIn(gateway, "--network-policy=auto")) {
            new Caller(tidegate).awaitOutcome(HOST, "/", "503");
            assertThat(tidegate.admin("/metrics").body())
                    .contains("tidegate_network_policy_info{enforcement=\"no\",mode=\"auto\"} 1.0");
        }
        bed.forgetLeader();
        try (PluginDaemon _ = PluginDaemon.create(bed, "calico-node", "quay.io/calico/node:v3.30.2");
                TidegateProcess tidegate = bed.tidegateIn(gateway, "--network-policy=auto")) {
            new Caller(tidegate).awaitServed(namespace, HOST, "/");
            assertThat(tidegate.admin("/api/diagnostics").body())
                    .contains("The network plug-in drops its packets, so requests end in 504");
        }
    }

    private String warning() {
        return namespace.events(HOST).stream()
                .filter(event -> event.getReason().equals("PolicyDenied"))
                .filter(event -> event.getType().equals("Warning"))
                .map(Event::getNote)
                .findFirst()
                .orElseThrow();
    }

    /// What `tidegate policy suggest` prints for the Service.
    private String suggested(TidegateProcess tidegate) {
        try (TidegateProcess call = TidegateProcess.start(TidegateProcess.command(List.of(
                "policy",
                "suggest",
                "--service",
                namespace.name() + "/web",
                "--admin",
                "http://127.0.0.1:" + tidegate.ports().admin())))) {
            assertThat(call.awaitExit()).isZero();
            return String.join("\n", call.stdoutLines());
        }
    }

    private void label(String closed) {
        namespace
                .admin()
                .pods()
                .inNamespace(namespace.name())
                .withLabel("app", "web")
                .resources()
                .forEach(pod -> pod.patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"metadata\":{\"labels\":{\"closed\":\"" + closed + "\"}}}"));
    }

    private static NetworkPolicy selecting(NetworkPolicy policy, String app) {
        return new NetworkPolicyBuilder(policy)
                .editSpec()
                .withNewPodSelector()
                .addToMatchLabels("app", app)
                .endPodSelector()
                .endSpec()
                .build();
    }

    private static String ipBlock(String range) {
        return """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: office}
            spec: {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: %s}}]}]}
            """.formatted(range);
    }

    private static NetworkPolicy policy(String yaml) {
        return Serialization.unmarshal(yaml, NetworkPolicy.class);
    }
}
