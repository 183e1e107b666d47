package dev.tidegate.controller.process;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.source.folder.ManifestFolder;
import dev.tidegate.dns.ScriptedNameServer;
import dev.tidegate.dns.resolve.ResolvConf;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.Rcode;

/// Services that are names, with a real name server, a real controller and real backends.
final class ExternalNameTest {

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
          defaultBackend: {service: {name: api, port: {number: PORT}}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: api}
        spec: {type: ExternalName, externalName: NAME}
        """;

    @TempDir
    Path folder;

    private final ScriptedNameServer names = ScriptedNameServer.start();
    private HttpServer origin;
    private HttpServer other;

    @BeforeEach
    void startOrigins() throws IOException {
        origin = origin("127.0.0.1", 0);
        other = origin("127.0.0.2", origin.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        origin.stop(0);
        other.stop(0);
        names.close();
    }

    /// Says its address and the host it was asked for.
    private static HttpServer origin(String address, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(address), port), 0);
        server.createContext("/", exchange -> {
            byte[] text =
                    (address + " " + exchange.getRequestHeaders().getFirst("Host")).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        server.start();
        return server;
    }

    private RunningController serve(String name) throws IOException, InterruptedException {
        write(name);
        ControllerOptions some = Controllers.options(0, 0);
        RunningController controller = RunningController.start(
                new ControllerOptions(
                        CompilerOptions.DEFAULT,
                        new ResolvConf(List.of(names.address()), List.of(), 1, Duration.ofMillis(500), 1),
                        some.listen(),
                        some.admin(),
                        some.scope(),
                        some.publishService(),
                        some.accessLog(),
                        some.shutdownGrace()),
                new ManifestFolder(folder),
                OutputStream.nullOutputStream());
        assertThat(controller.awaitTable(Duration.ofSeconds(10))).isTrue();
        return controller;
    }

    private void write(String name) throws IOException {
        Path next = folder.resolve("web.tmp");
        Files.writeString(
                next,
                MANIFESTS
                        .replace("NAME", name)
                        .replace("PORT", Integer.toString(origin.getAddress().getPort())));
        Files.move(next, folder.resolve("web.yaml"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static HttpResponse<String> get(RunningController controller) throws IOException, InterruptedException {
        return Http.get(controller.httpPort(), "/");
    }

    @Test
    void a_name_is_served_from_the_first_table_on_and_the_host_of_the_client_is_kept() throws Exception {
        names.zone("www.example. 60 IN CNAME api.example.", "api.example. 60 IN A 127.0.0.1");
        RunningController controller = serve("www.example");
        try {
            assertThat(get(controller).body()).isEqualTo("127.0.0.1 localhost:" + controller.httpPort());
            assertThat(Http.get(controller.adminPort(), "/metrics").body())
                    .contains("tidegate_external_names{state=\"resolved\"} 1.0")
                    .contains("tidegate_external_names{state=\"failing\"} 0.0");
        } finally {
            controller.stop();
        }
    }

    /// The names' least time to live is what the wait is for.
    @Test
    void addresses_that_change_are_followed_by_their_time_to_live_without_a_lost_request() throws Exception {
        names.zone("api.example. 1 IN A 127.0.0.1");
        RunningController controller = serve("api.example");
        try {
            assertThat(get(controller).body()).startsWith("127.0.0.1 ");
            names.zone("api.example. 1 IN A 127.0.0.2");
            await().atMost(15, SECONDS).untilAsserted(() -> {
                HttpResponse<String> answer = get(controller);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).startsWith("127.0.0.2 ");
            });
            names.fails("api.example.", Rcode.SERVFAIL);
            int asked = names.asked("api.example.");
            await().atMost(15, SECONDS).until(() -> names.asked("api.example.") > asked + 1);
            assertThat(get(controller).body()).startsWith("127.0.0.2 ");
            assertThat(Http.get(controller.adminPort(), "/metrics").body())
                    .contains("tidegate_external_names{state=\"stale\"} 1.0");
            assertThat(Http.get(controller.adminPort(), "/api/diagnostics").body())
                    .contains("SERVFAIL; its last addresses, of ")
                    .contains(", stay until ");
        } finally {
            controller.stop();
        }
    }

    @Test
    void a_service_that_moves_from_name_to_name_loses_no_request() throws Exception {
        names.zone("one.example. 60 IN A 127.0.0.1", "two.example. 60 IN A 127.0.0.2");
        RunningController controller = serve("one.example");
        try {
            for (String name : List.of("two.example", "one.example", "localhost", "two.example.")) {
                write(name);
                String expected = name.startsWith("two") ? "127.0.0.2 " : "127.0.0.1 ";
                await().atMost(10, SECONDS).pollInterval(Duration.ofMillis(5)).until(() -> {
                    HttpResponse<String> answer = get(controller);
                    if (answer.statusCode() != 200) {
                        throw new AssertionError(name + ": " + answer);
                    }
                    return answer.body().startsWith(expected);
                });
            }
        } finally {
            controller.stop();
        }
    }

    @Test
    void a_name_that_does_not_exist_is_a_503_that_says_so_until_it_does() throws Exception {
        names.negativeTtl(0).zone("other.example. 60 IN A 127.0.0.1");
        RunningController controller = serve("api.example");
        try {
            HttpResponse<String> refused = get(controller);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Tidegate-Reason")).contains("name-not-resolved");
            names.zone("api.example. 60 IN A 127.0.0.1");
            await().atMost(15, SECONDS).until(() -> get(controller).statusCode() == 200);
        } finally {
            controller.stop();
        }
    }

    @Test
    void a_name_that_leads_to_a_metadata_service_is_refused() throws Exception {
        names.zone("api.example. 60 IN A 169.254.169.254");
        RunningController controller = serve("api.example");
        try {
            HttpResponse<String> refused = get(controller);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Tidegate-Reason")).contains("forbidden-address");
        } finally {
            controller.stop();
        }
    }
}
