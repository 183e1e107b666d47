package dev.tidegate.controller.admission.listen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidegate.controller.admission.AdmissionOptions;
import dev.tidegate.controller.admission.AdmissionOptions.CertificateOrigin;
import dev.tidegate.controller.admission.Judge;
import dev.tidegate.controller.admission.Outcome;
import dev.tidegate.controller.admission.ReviewDesk;
import dev.tidegate.controller.compile.Compiler;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.compile.Trials;
import dev.tidegate.controller.fixture.Fixtures;
import dev.tidegate.controller.fixture.Snapshots;
import dev.tidegate.gateway.listen.ListenException;
import dev.tidegate.tls.CertificateIndex;
import dev.tidegate.tls.CertificateReading;
import dev.tidegate.tls.IssuedCertificate;
import dev.tidegate.tls.PemCertificate;
import dev.tidegate.tls.SelfSignedCertificate;
import io.vertx.core.Future;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Asked over real TLS, as the API server asks.
final class AdmissionListenerTest {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final CompilerOptions COMPILER = CompilerOptions.DEFAULT;
    private static final ListenLimits LIMITS =
            new ListenLimits(20_000, 50_000, Duration.ofSeconds(20), Duration.ofSeconds(60));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final IssuedCertificate issued = IssuedCertificate.issue(List.of("hook.tidegate.svc"), CLOCK.instant());
    private volatile CertificateIndex certificates = index(issued);
    private volatile Optional<Trials> trials = trials();
    private final ConcurrentLinkedQueue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private AdmissionListener listener = start(LIMITS, 0);

    @AfterEach
    void close() {
        join(listener.close());
    }

    @Test
    void a_review_is_answered_with_its_uid() throws Exception {
        HttpResponse<String> response = post(review("/"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        JsonNode answer = JSON.readTree(response.body());
        assertThat(answer.at("/response/uid").asText()).isEqualTo("u-1");
        assertThat(answer.at("/response/allowed").asBoolean()).isTrue();
        assertThat(outcomes).containsExactly(Outcome.ALLOWED);
    }

    @Test
    void a_denial_says_why() throws Exception {
        JsonNode answer = JSON.readTree(post(review("/a//b")).body());
        assertThat(answer.at("/response/allowed").asBoolean()).isFalse();
        assertThat(answer.at("/response/status/code").asInt()).isEqualTo(400);
        assertThat(answer.at("/response/status/message").asText())
                .startsWith("Ingress default/shop: spec.rules[0].http.paths[0].path: /a//b (expected: ");
        assertThat(outcomes).containsExactly(Outcome.DENIED);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
        POST /                                       application/json => 404 path: not found (expected: /networking/v1/ingresses)
        GET  /networking/v1/ingresses                application/json => 405 method: GET (expected: POST)
        POST /networking/v1/ingresses                text/plain       => 415 Content-Type: not JSON (expected: application/json)
        POST /networking/v1/ingresses                application/json => 400 apiVersion: none (expected: admission.k8s.io/v1)
        POST /networking/v1/ingresses?timeout=10s    application/json;charset=utf-8 => 400 apiVersion: none (expected: admission.k8s.io/v1)
        """)
    void whatever_else_is_refused_in_one_line(String question, String answer) throws Exception {
        String[] words = question.split("\\s+");
        HttpResponse<String> response = send(request(words[1], words[2])
                .method(words[0], HttpRequest.BodyPublishers.ofString("{}"))
                .build());
        assertThat(response.statusCode() + " " + response.body()).isEqualTo(answer + "\n");
        assertThat(outcomes).containsExactly(Outcome.REFUSED);
    }

    @Test
    void a_body_may_be_as_large_as_the_limit_and_no_larger() throws Exception {
        String review = review("/");
        String padded = review + " ".repeat(LIMITS.bodyBytes() - review.length());
        assertThat(post(padded).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = post(padded + " ");
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).isEqualTo("body: 20001 bytes (expected: at most 20000)\n");
    }

    @Test
    void a_body_far_too_large_is_answered_all_the_same() throws Exception {
        assertThat(post(" ".repeat(3_000_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void bodies_together_have_a_budget_which_they_give_back() throws Exception {
        restart(new ListenLimits(20_000, 5_000, Duration.ofSeconds(20), Duration.ofSeconds(60)));
        assertThat(post(" ".repeat(6_000)).statusCode()).isEqualTo(503);
        for (int i = 0; i < 20; i++) {
            assertThat(post(review("/")).statusCode()).isEqualTo(200);
            assertThat(post("nonsense").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void a_body_that_does_not_come_is_not_waited_for() throws Exception {
        restart(new ListenLimits(20_000, 50_000, Duration.ofMillis(100), Duration.ofSeconds(60)));
        try (SSLSocket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + AdmissionListener.PATH + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 100\r\n\r\n{")
                    .getBytes(UTF_8));
            out.flush();
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("body: not here after 100 ms (expected: sooner)");
        }
    }

    @Test
    void a_connection_that_says_nothing_is_closed() throws Exception {
        restart(new ListenLimits(20_000, 50_000, Duration.ofSeconds(20), Duration.ofMillis(1_500)));
        try (SSLSocket socket = connect()) {
            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void as_long_as_nothing_is_known_the_failure_policy_decides() throws Exception {
        trials = Optional.empty();
        HttpResponse<String> response = post(review("/a//b"));
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body())
                .isEqualTo("no Ingress has been read yet (expected: to be asked once /readyz answers 200)\n");
        trials = trials();
        assertThat(post(review("/a//b")).statusCode()).isEqualTo(200);
        assertThat(outcomes).containsExactly(Outcome.NOT_READY, Outcome.DENIED);
    }

    @Test
    void a_new_certificate_is_presented_to_whoever_comes_next() throws Exception {
        try (SSLSocket before = connect()) {
            IssuedCertificate next = IssuedCertificate.issue(List.of("hook.tidegate.svc"), CLOCK.instant());
            certificates = index(next);
            assertThat(presented(before)).isNotEqualTo(leaf(next));
            try (SSLSocket after = connect(next)) {
                assertThat(presented(after)).isEqualTo(leaf(next));
            }
        }
    }

    @Test
    void a_port_that_is_taken_is_told() {
        assertThatThrownBy(() -> start(LIMITS, listener.port()))
                .isInstanceOf(ListenException.class)
                .hasMessage("--validating-webhook " + listener.port()
                        + ": cannot listen (expected: a free port that this user may bind)");
    }

    @Test
    void what_is_said_in_the_clear_is_no_question() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .doesNotContain("HTTP/");
        }
        await().untilAsserted(() -> assertThat(outcomes).isEmpty());
    }

    private void restart(ListenLimits limits) {
        join(listener.close());
        listener = start(limits, 0);
    }

    private AdmissionListener start(ListenLimits limits, int port) {
        AdmissionOptions options = new AdmissionOptions(
                "127.0.0.1", port, new CertificateOrigin.Files(Path.of("cert"), Path.of("key")), Set.of());
        ReviewDesk desk = new ReviewDesk(new Judge(Set.of()), () -> trials, CLOCK);
        return join(AdmissionListener.start(options, limits, () -> certificates, desk, (it, _) -> outcomes.add(it)));
    }

    private static <T> T join(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(failed);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static Optional<Trials> trials() {
        Compiler compiler = new Compiler(COMPILER, CLOCK, SelfSignedCertificate.generate(CLOCK));
        return Trials.among(
                compiler.compile(Snapshots.of(Fixtures.ourClass(), Fixtures.service("web")), compiler.empty()),
                COMPILER);
    }

    private static String review(String path) {
        return """
            {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview", "request": {"uid": "u-1",
             "kind": {"group": "networking.k8s.io", "version": "v1", "kind": "Ingress"},
             "operation": "CREATE", "namespace": "default", "name": "shop", "object": {"metadata": {"name": "shop"},
             "spec": {"ingressClassName": "tidegate", "rules": [{"host": "a.example", "http": {"paths": [
             {"path": "%s", "pathType": "Prefix", "backend": {"service": {"name": "web", "port": {"number": 80}}}}]}}]}}}}
            """.formatted(path);
    }

    private HttpResponse<String> post(String body) throws Exception {
        return send(request(AdmissionListener.PATH, "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path, String type) {
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + listener.port() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", type);
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().sslContext(trusting(issued)).build()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private SSLSocket connect() throws Exception {
        return connect(issued);
    }

    private SSLSocket connect(IssuedCertificate trusted) throws Exception {
        SSLSocket socket = (SSLSocket) trusting(trusted).getSocketFactory().createSocket("127.0.0.1", listener.port());
        socket.setSoTimeout(20_000);
        socket.startHandshake();
        return socket;
    }

    private static X509Certificate presented(SSLSocket socket) throws IOException {
        return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }

    private static SSLContext trusting(IssuedCertificate issued) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry(
                "authority",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(issued.authority())));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static X509Certificate leaf(IssuedCertificate issued) {
        return index(issued).defaultCertificate().leaf();
    }

    private static CertificateIndex index(IssuedCertificate issued) {
        return switch (PemCertificate.read(issued.certificate(), issued.key())) {
            case CertificateReading.Accepted it -> CertificateIndex.of(Map.of(), it.certificate());
            case CertificateReading.Refused it -> throw new AssertionError(it.problem());
        };
    }
}
