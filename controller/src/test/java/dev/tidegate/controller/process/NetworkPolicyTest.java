package dev.tidegate.controller.process;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.tidegate.controller.cli.TidegateCommand;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.policy.PolicyMode;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.source.folder.ManifestFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Policies that come and go under a running controller, and what it makes of them.
class NetworkPolicyTest {

    private static final String POLICY = "policy.yaml";

    private static final String DENY_ALL = """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: deny-all, namespace: shop}
        spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
        """;

    @TempDir
    Path folder;

    private HttpServer origin;

    @BeforeEach
    void lay_out_a_shop() throws IOException {
        origin = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        origin.createContext("/", exchange -> {
            byte[] body = "in".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        origin.start();
        Files.writeString(
                folder.resolve("shop.yaml"), """
                    apiVersion: networking.k8s.io/v1
                    kind: IngressClass
                    metadata: {name: tidegate}
                    spec: {controller: tidegate.dev/ingress-controller}
                    ---
                    apiVersion: v1
                    kind: Service
                    metadata: {name: web, namespace: shop}
                    spec: {ports: [{port: 80}]}
                    ---
                    apiVersion: discovery.k8s.io/v1
                    kind: EndpointSlice
                    metadata: {name: web-1, namespace: shop, labels: {kubernetes.io/service-name: web}}
                    addressType: IPv4
                    ports: [{port: %d}]
                    endpoints: [{addresses: [127.0.0.1], targetRef: {kind: Pod, name: web-0}}]
                    ---
                    {apiVersion: v1, kind: Pod, metadata: {name: web-0, namespace: shop, labels: {app: web}}, status: {podIP: 127.0.0.1}}
                    ---
                    {apiVersion: v1, kind: Pod, metadata: {name: gw-0, namespace: tidegate, labels: {app: gw}}, status: {podIP: 127.0.0.9}}
                    ---
                    {apiVersion: v1, kind: Namespace, metadata: {name: tidegate, labels: {kubernetes.io/metadata.name: tidegate}}}
                    ---
                    apiVersion: networking.k8s.io/v1
                    kind: Ingress
                    metadata: {name: shop, namespace: shop}
                    spec:
                      ingressClassName: tidegate
                      rules:
                      - {host: localhost, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}
                    """.formatted(origin.getAddress().getPort()));
    }

    @AfterEach
    void close_it() {
        origin.stop(0);
    }

    @Test
    void a_policy_closes_the_route_and_the_suggested_one_opens_it_again() throws Exception {
        RunningController controller = start(PolicyMode.ENFORCE);
        try {
            assertThat(controller.awaitTable(Duration.ofSeconds(10))).isTrue();
            assertThat(status(controller)).isEqualTo(200);

            Files.writeString(folder.resolve(POLICY), DENY_ALL);
            await().atMost(10, SECONDS).until(() -> status(controller) == 503);
            assertThat(Http.get(controller.httpPort(), "/").headers().firstValue("Tidegate-Reason"))
                    .contains("policy-denied");
            assertThat(Http.get(controller.adminPort(), "/metrics").body())
                    .contains(
                            "tidegate_network_policy_denied_endpoints{heeded=\"true\",namespace=\"shop\",service=\"web\"}"
                                + " 1.0")
                    .contains("tidegate_network_policy_info{enforcement=\"no\",mode=\"enforce\"} 1.0")
                    .contains("tidegate_network_policies 1.0")
                    .contains("tidegate_answers_total{reason=\"policy-denied\",status=\"503\"}");
            assertThat(Http.get(controller.adminPort(), "/api/diagnostics").body())
                    .contains("PolicyDenied", "NetworkPolicy shop/deny-all isolates them");

            String admin = "http://127.0.0.1:" + controller.adminPort();
            assertThat(call("explain", "http://localhost/", "--admin", admin))
                    .contains("answer       503 policy-denied")
                    .contains("netpolicy    enforce: 1 of 1 endpoints closed to the gateway")
                    .contains("web-0 (ready, takes nothing) (policy: ingress of pod shop/web-0: NetworkPolicy"
                            + " shop/deny-all isolates it, and no rule allows pod tidegate/gw-0 on TCP");

            String suggested = call("policy", "suggest", "--service", "shop/web", "--admin", admin);
            assertThat(suggested).startsWith("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n");
            assertThat(suggested)
                    .as("asked of the folder")
                    .isEqualTo(call(
                            "policy",
                            "suggest",
                            "--service",
                            "shop/web",
                            "--manifests",
                            folder.toString(),
                            "--own-pod",
                            "tidegate/gw-0"));
            Files.writeString(folder.resolve("allow.yaml"), suggested);
            await().atMost(10, SECONDS).until(() -> status(controller) == 200);
            assertThat(call("policy", "suggest", "--service", "shop/web", "--admin", admin))
                    .isEqualTo("# nothing to do: no policy keeps the gateway from the pods of Service shop/web\n");
            assertThat(Http.get(controller.adminPort(), "/api/diagnostics").body())
                    .doesNotContain("PolicyDenied");
        } finally {
            controller.stop();
        }
    }

    @Test
    void a_policy_that_nobody_asked_us_to_heed_is_told_and_closes_nothing() throws Exception {
        Files.writeString(folder.resolve(POLICY), DENY_ALL);
        RunningController controller = start(PolicyMode.EXPLAIN);
        try {
            assertThat(controller.awaitTable(Duration.ofSeconds(10))).isTrue();
            assertThat(status(controller)).isEqualTo(200);
            assertThat(Http.get(controller.adminPort(), "/api/diagnostics").body())
                    .contains("PolicyDenied", "The network plug-in heeds no policies, and the gateway only tells");
        } finally {
            controller.stop();
        }
    }

    @Test
    void a_client_that_no_policy_lets_in_is_refused_until_one_does() throws Exception {
        Files.writeString(folder.resolve(POLICY), ipBlock("203.0.113.0/24"));
        RunningController controller = start(PolicyMode.CLIENT);
        try {
            assertThat(controller.awaitTable(Duration.ofSeconds(10))).isTrue();
            assertThat(status(controller)).isEqualTo(403);
            assertThat(call("explain", "http://localhost/", "--admin", "http://127.0.0.1:" + controller.adminPort()))
                    .contains("netpolicy    client: 1 of 1 endpoints closed to the gateway; clients let in:"
                            + " 203.0.113.0-203.0.113.255");

            Files.writeString(folder.resolve(POLICY), ipBlock("127.0.0.0/8"));
            await().atMost(10, SECONDS).until(() -> status(controller) == 200);
        } finally {
            controller.stop();
        }
    }

    @Test
    void what_is_asked_wrongly_is_one_line() throws Exception {
        assertThat(refused("--service", "shop/nope", "--manifests", folder.toString(), "--own-pod", "tidegate/gw-0"))
                .isEqualTo(
                        "tidegate: --service shop/nope: no Ingress of the folder leads to it (expected: a Service that"
                                + " one names as a backend)\n");
        assertThat(refused("--service", "shop/web", "--manifests", folder.toString()))
                .isEqualTo("tidegate: --own-pod: missing (expected: NS/NAME, the gateway's pod in the folder)\n");
        assertThat(refused("--service", "shop/web", "--from", "shop/web-0"))
                .isEqualTo("tidegate: --service and --from, --to or --port: both given (expected: one of them)\n");
    }

    private static String ipBlock(String range) {
        return """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: office, namespace: shop}
            spec: {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: %s}}]}]}
            """.formatted(range);
    }

    private RunningController start(PolicyMode mode) {
        ControllerOptions usual = Controllers.options(0, 0);
        CompilerOptions compiler = usual.compiler();
        return RunningController.start(
                new ControllerOptions(
                        new CompilerOptions(
                                compiler.ingressClass(),
                                compiler.controllerClass(),
                                compiler.ingressClassByName(),
                                compiler.watchIngressWithoutClass(),
                                compiler.annotationPrefixes(),
                                compiler.configMap(),
                                compiler.defaultBackendService(),
                                compiler.defaultSslCertificate(),
                                compiler.loopbackEndpoints(),
                                compiler.externalNames(),
                                compiler.locality(),
                                mode,
                                Optional.of(new ObjectKey("tidegate", "gw-0"))),
                        usual.resolver(),
                        usual.listen(),
                        usual.admin(),
                        usual.scope(),
                        usual.publishService(),
                        usual.accessLog(),
                        usual.shutdownGrace()),
                new ManifestFolder(folder),
                OutputStream.nullOutputStream());
    }

    private static int status(RunningController controller) throws Exception {
        return Http.get(controller.httpPort(), "/").statusCode();
    }

    private static String call(String... arguments) {
        StringWriter out = new StringWriter();
        int status = TidegateCommand.execute(arguments, new PrintWriter(out, true), new PrintWriter(out, true));
        assertThat(status).as(out.toString()).isZero();
        return out.toString();
    }

    private static String refused(String... arguments) {
        String[] whole = new String[arguments.length + 2];
        whole[0] = "policy";
        whole[1] = "suggest";
        System.arraycopy(arguments, 0, whole, 2, arguments.length);
        StringWriter err = new StringWriter();
        assertThat(TidegateCommand.execute(whole, new PrintWriter(new StringWriter()), new PrintWriter(err, true)))
                .isEqualTo(2);
        return err.toString();
    }
}
