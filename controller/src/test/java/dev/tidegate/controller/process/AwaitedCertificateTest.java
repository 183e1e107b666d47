package dev.tidegate.controller.process;

import static dev.tidegate.controller.fixture.Fixtures.ingress;
import static dev.tidegate.controller.fixture.Fixtures.ourClass;
import static dev.tidegate.controller.fixture.Fixtures.prefix;
import static dev.tidegate.controller.fixture.Fixtures.secret;
import static dev.tidegate.controller.fixture.Fixtures.service;
import static dev.tidegate.controller.fixture.Fixtures.slice;
import static dev.tidegate.controller.fixture.Fixtures.withTls;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidegate.controller.fixture.TestApiServer;
import dev.tidegate.tls.TestAuthority;
import dev.tidegate.tls.TestCertificate;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A controller whose API server answers for everything but the Secrets.
final class AwaitedCertificateTest {

    private static final TestAuthority AUTHORITY = TestAuthority.create("a test");
    private static final TestCertificate SHOP = AUTHORITY.leaf("shop.example");
    private static final int MANY = 300;

    @TempDir
    Path folder;

    private TestApiServer api;
    private RunningController controller;

    @BeforeEach
    void start() throws Exception {
        api = TestApiServer.start();
        api.put(ourClass());
        api.put(service("web"));
        api.put(slice("web", "127.0.0.1"));
        for (int i = 0; i < MANY; i++) {
            String host = "host-" + i + ".example";
            api.put(withTls(ingress("web-" + i, host, prefix("/", "web")), "cert-" + i, host));
        }
        api.put(withTls(ingress("shop", "shop.example", prefix("/", "web")), "shop-tls", "shop.example"));
        api.put(secret("shop-tls", SHOP));
        api.hold("/secrets/");
        controller = Controllers.start(Controllers.cluster(folder, api.port()));
        assertThat(controller.awaitReady(Duration.ofSeconds(30))).isTrue();
    }

    @AfterEach
    void stop() {
        controller.stop();
        api.close();
    }

    @Test
    void is_ready_without_them_and_says_so() throws Exception {
        assertThat(metrics()).contains("tidegate_certificates_awaited " + (MANY + 1) + ".0");
        assertThat(Http.get(controller.adminPort(), "/api/certificates?limit=1000")
                        .body())
                .contains("Secret default/shop-tls has not been read yet; handshakes wait for it");
        assertThat(Http.get(controller.adminPort(), "/api/diagnostics").body()).doesNotContain("SecretNotFound");
    }

    @Test
    void reads_first_what_a_client_waits_for() throws Exception {
        FutureTask<Certificate> presented = new FutureTask<>(this::handshake);
        Thread.startVirtualThread(presented);
        await().atMost(20, SECONDS).until(() -> metrics().contains("tidegate_handshakes_waiting 1.0"));
        api.answerAll();

        assertThat(presented.get(20, SECONDS)).isEqualTo(SHOP.certificate().leaf());
        List<String> asked = api.requests().stream()
                .filter(path -> path.contains("/secrets/"))
                .toList();
        assertThat(asked.indexOf("/api/v1/namespaces/default/secrets/shop-tls?resourceVersion=0"))
                .isBetween(0, MANY / 2);
        await().atMost(20, SECONDS).until(() -> metrics().contains("tidegate_certificates_awaited 0.0"));
        assertThat(metrics()).contains("tidegate_handshakes_waiting 0.0");
    }

    /// Shape: what the host is served with, trusted or refused.
    private Certificate handshake() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, AUTHORITY.trust().getTrustManagers(), null);
        try (SSLSocket socket = (SSLSocket)
                context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), controller.httpsPort())) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName("shop.example")));
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(20_000);
            socket.startHandshake();
            return socket.getSession().getPeerCertificates()[0];
        }
    }

    private String metrics() throws Exception {
        return Http.get(controller.adminPort(), "/metrics").body();
    }
}
