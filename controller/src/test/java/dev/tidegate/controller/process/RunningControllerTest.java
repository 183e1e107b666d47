package dev.tidegate.controller.process;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.tidegate.controller.source.folder.ManifestFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real controller from a folder to a backend, watched through its admin listener.
final class RunningControllerTest {

    private static final String MANIFESTS = """
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata: {name: tidegate}
        spec: {controller: tidegate.dev/ingress-controller}
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: web}
        spec:
          ingressClassName: tidegate
          rules:
            - host: localhost
              http:
                paths:
                  - path: /PATH
                    pathType: Prefix
                    backend: {service: {name: web, port: {number: 80}}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {ports: [{port: 80}]}
        ---
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: web-1, labels: {kubernetes.io/service-name: web}}
        addressType: IPv4
        ports: [{port: PORT}]
        endpoints: [{addresses: [127.0.0.1], conditions: {ready: true}}]
        """;

    @TempDir
    Path folder;

    private HttpServer origin;

    @BeforeEach
    void startOrigin() throws IOException {
        origin = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        origin.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 5);
            exchange.getResponseBody().write("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            exchange.close();
        });
        origin.start();
    }

    @AfterEach
    void stopOrigin() {
        origin.stop(0);
    }

    private void write(String path) throws IOException {
        Path next = folder.resolve("web.tmp");
        Files.writeString(
                next,
                MANIFESTS
                        .replace("PATH", path)
                        .replace("PORT", Integer.toString(origin.getAddress().getPort())));
        Files.move(next, folder.resolve("web.yaml"), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void not_ready_before_the_first_table_and_says_what_is_missing() throws Exception {
        FakeSource source = new FakeSource();
        RunningController controller = Controllers.start(source);
        try {
            assertThat(Http.get(controller.adminPort(), "/healthz").statusCode())
                    .isEqualTo(200);
            HttpResponse<String> early = Http.get(controller.adminPort(), "/readyz");
            assertThat(early.statusCode()).isEqualTo(503);
            assertThat(early.body()).isEqualTo("objects: a fake has not been read yet\ntable: none is published yet\n");
            assertThat(Http.get(controller.httpPort(), "/").headers().firstValue("Tidegate-Reason"))
                    .contains("not-ready");
            source.sync();
            await().atMost(10, SECONDS)
                    .until(() -> Http.get(controller.adminPort(), "/readyz").statusCode() == 200);
            assertThat(Http.get(controller.httpPort(), "/").headers().firstValue("Tidegate-Reason"))
                    .contains("no-host");
        } finally {
            controller.stop();
        }
    }

    @Test
    void not_ready_while_it_warms_up_but_serving_and_stopped_at_once() throws Exception {
        write("a");
        RunningController controller = RunningController.start(
                Controllers.options(0, 0, Duration.ofMinutes(10)),
                new ManifestFolder(folder),
                OutputStream.nullOutputStream());
        try {
            assertThat(controller.awaitTable(Duration.ofSeconds(10))).isTrue();
            assertThat(Http.get(controller.httpPort(), "/a").body()).isEqualTo("hello");
            assertThat(Http.get(controller.adminPort(), "/readyz").body()).isEqualTo("code: not warm yet\n");
            assertThat(controller.awaitReady(Duration.ZERO)).isFalse();
        } finally {
            controller.stop();
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("warm-up");
    }

    @Test
    void ready_once_it_is_warm() throws Exception {
        write("a");
        RunningController controller = RunningController.start(
                Controllers.options(0, 0, Duration.ofMillis(50)),
                new ManifestFolder(folder),
                OutputStream.nullOutputStream());
        try {
            assertThat(controller.awaitReady(Duration.ofSeconds(60))).isTrue();
            assertThat(scrape(controller).keySet())
                    .as("nothing of the warm-up is counted")
                    .noneMatch(name -> name.startsWith("nginx_ingress_controller_requests{"));
        } finally {
            controller.stop();
        }
    }

    @Test
    void an_edit_is_served_and_counted() throws Exception {
        write("a");
        RunningController controller = Controllers.start(new ManifestFolder(folder));
        try {
            assertThat(controller.awaitTable(Duration.ofSeconds(10))).isTrue();
            assertThat(Http.get(controller.httpPort(), "/a").body()).isEqualTo("hello");
            Map<String, Double> before = scrape(controller);
            assertThat(before)
                    .containsEntry("tidegate_table_generation", 1.0)
                    .containsEntry("tidegate_table_hosts", 1.0);

            write("b");
            await().atMost(10, SECONDS)
                    .until(() -> Http.get(controller.httpPort(), "/b").statusCode() == 200);
            assertThat(Http.get(controller.httpPort(), "/a").statusCode()).isEqualTo(404);

            Map<String, Double> after = scrape(controller);
            assertThat(after).containsEntry("tidegate_table_generation", 2.0);
            assertThat(after.get(requests("/b", "200"))).isEqualTo(1.0);
            assertThat(after.get(requests("/a", "200"))).isEqualTo(before.get(requests("/a", "200")));
            assertThat(after.get("tidegate_answers_total{reason=\"no-path\",status=\"404\"}"))
                    .isGreaterThan(before.get("tidegate_answers_total{reason=\"no-path\",status=\"404\"}"));
            assertThat(after)
                    .containsEntry("tidegate_diagnostics{severity=\"error\"}", 0.0)
                    .containsEntry("nginx_ingress_controller_config_last_reload_successful" + SCOPE, 1.0);
            assertThat(after.keySet()).anyMatch(name -> name.startsWith("jvm_memory_used_bytes"));
        } finally {
            controller.stop();
        }
    }

    @Test
    void a_refused_annotation_is_counted_by_its_name() throws Exception {
        write("a");
        Files.writeString(folder.resolve("refused.yaml"), """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata:
              name: refused
              annotations: {nginx.ingress.kubernetes.io/fastcgi-index: index.php, tidegate.dev/nobody-knows: x}
            spec:
              ingressClassName: tidegate
              rules: [{host: refused.example}]
            """);
        RunningController controller = Controllers.start(new ManifestFolder(folder));
        try {
            assertThat(controller.awaitTable(Duration.ofSeconds(10))).isTrue();
            await().atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(scrape(controller))
                            .containsEntry("tidegate_refused_annotations{annotation=\"fastcgi-index\"}", 1.0)
                            .containsEntry("tidegate_refused_annotations{annotation=\"other\"}", 1.0));
        } finally {
            controller.stop();
        }
    }

    @Test
    void a_wrong_path_or_method_at_the_admin_listener_is_answered_in_plain_text() throws Exception {
        RunningController controller = Controllers.start(new FakeSource());
        try {
            HttpResponse<String> answer = Http.get(controller.adminPort(), "/nope");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("content-type")).contains("text/plain; charset=utf-8");
            assertThat(answer.body()).isEqualTo("not found: try /healthz, /readyz, /metrics or /api\n");
        } finally {
            controller.stop();
        }
    }

    @Test
    void a_port_that_is_taken_is_one_line_and_nothing_is_left_running() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> RunningController.start(
                            Controllers.options(port, 0), new FakeSource(), OutputStream.nullOutputStream()))
                    .isInstanceOf(StartException.class)
                    .hasMessageStartingWith("--http-port " + port + ": cannot listen");
            assertThatThrownBy(() -> RunningController.start(
                            Controllers.options(0, port), new FakeSource(), OutputStream.nullOutputStream()))
                    .isInstanceOf(StartException.class)
                    .hasMessageStartingWith("--healthz-port " + port + ": cannot listen");
        }
    }

    private static final String SCOPE = "{controller_class=\"tidegate.dev/ingress-controller\","
            + "controller_namespace=\"infra\",controller_pod=\"tidegate-0\"}";

    private static String requests(String path, String status) {
        return "nginx_ingress_controller_requests" + SCOPE.substring(0, SCOPE.length() - 1)
                + ",host=\"localhost\",ingress=\"web\",namespace=\"default\",path=\"" + path
                + "\",service=\"web\",status=\"" + status + "\"}";
    }

    /// Name and labels → value; fails on a line that is not of the text format.
    private static Map<String, Double> scrape(RunningController controller) throws Exception {
        HttpResponse<String> page = Http.get(controller.adminPort(), "/metrics");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type").orElse("")).startsWith("text/plain; version=0.0.4");
        Map<String, Double> samples = new TreeMap<>();
        page.body().lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int space = line.lastIndexOf(' ');
            String value = line.substring(space + 1).replace("+Inf", "Infinity");
            assertThat(samples.put(line.substring(0, space), Double.valueOf(value)))
                    .as(line)
                    .isNull();
        });
        return samples;
    }
}
