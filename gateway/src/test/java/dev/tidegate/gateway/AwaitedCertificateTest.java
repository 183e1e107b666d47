package dev.tidegate.gateway;

import static dev.tidegate.gateway.Handshakes.presented;
import static dev.tidegate.gateway.Tables.everythingTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidegate.gateway.exchange.ExchangeOptions;
import dev.tidegate.tls.CertificateIndex;
import dev.tidegate.tls.ServerCertificate;
import dev.tidegate.tls.TestCertificates;
import java.net.InetAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/// Real handshakes for hosts whose certificate is named, but not read yet.
@ParameterizedClass
@ValueSource(booleans = {true, false})
class AwaitedCertificateTest {

    private static final ServerCertificate SHOP =
            TestCertificates.selfSigned("shop.example").certificate();
    private static final ServerCertificate BLOG =
            TestCertificates.selfSigned("blog.example").certificate();
    private static final CertificateIndex NOT_READ = CertificateIndex.of(
                    Map.of("blog.example", BLOG), TestGateway.DEFAULT_CERTIFICATE)
            .awaiting("shop.example", "default/shop-tls");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final boolean nativeTls;
    private TestOrigin origin;
    private TestGateway gateway;

    AwaitedCertificateTest(boolean nativeTls) {
        this.nativeTls = nativeTls;
    }

    @BeforeEach
    void start() {
        origin = TestOrigin.echo();
        gateway = TestGateway.serving(
                everythingTo(origin.endpoint()), TestGateway.options(ExchangeOptions.DEFAULT, nativeTls, 2));
        gateway.waits().readBy(asked::add);
        gateway.publish(NOT_READ);
    }

    @AfterEach
    void stop() {
        gateway.close();
        origin.close();
    }

    @Test
    void who_asks_for_it_waits_until_it_is_there() throws Exception {
        CompletableFuture<X509Certificate> shop = handshake("shop.example");
        awaitWaiting(1);

        gateway.publish(NOT_READ.with("shop.example", SHOP));

        assertThat(result(shop)).isEqualTo(SHOP.leaf());
        assertThat(asked).containsExactly("default/shop-tls");
        assertThat(gateway.waits().count()).isZero();
    }

    @Test
    void nobody_else_waits() throws Exception {
        CompletableFuture<X509Certificate> shop = handshake("shop.example");
        awaitWaiting(1);

        assertThat(presented(gateway.tlsPort(), "blog.example")).isEqualTo(BLOG.leaf());
        assertThat(presented(gateway.tlsPort(), "")).isEqualTo(TestGateway.DEFAULT_CERTIFICATE.leaf());
        assertThat(shop).isNotDone();
        assertThat(asked).containsExactly("default/shop-tls");
    }

    @Test
    void where_there_turns_out_to_be_none_the_default_one_is_presented() throws Exception {
        CompletableFuture<X509Certificate> shop = handshake("shop.example");
        awaitWaiting(1);

        gateway.publish(NOT_READ.with("shop.example", TestGateway.DEFAULT_CERTIFICATE));

        assertThat(result(shop)).isEqualTo(TestGateway.DEFAULT_CERTIFICATE.leaf());
    }

    @Test
    void many_wait_for_the_same_and_all_are_answered() throws Exception {
        List<CompletableFuture<X509Certificate>> clients = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 50; i++) {
            clients.add(handshake("shop.example"));
        }
        awaitWaiting(50);

        gateway.publish(NOT_READ.with("shop.example", SHOP));

        for (CompletableFuture<X509Certificate> client : clients) {
            assertThat(result(client)).isEqualTo(SHOP.leaf());
        }
    }

    @Test
    void who_goes_away_is_forgotten() throws Exception {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), gateway.tlsPort())) {
            client.getOutputStream().write(Hellos.naming("shop.example"));
            awaitWaiting(1);
        }
        awaitWaiting(0);
    }

    private CompletableFuture<X509Certificate> handshake(String name) {
        CompletableFuture<X509Certificate> certificate = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                certificate.complete(presented(gateway.tlsPort(), name));
            } catch (Exception failed) {
                certificate.completeExceptionally(failed);
            }
        });
        return certificate;
    }

    private void awaitWaiting(int count) {
        await().atMost(Waiting.BOUND).until(() -> gateway.waits().count() == count);
    }

    private static X509Certificate result(CompletableFuture<X509Certificate> shop) throws Exception {
        return shop.get(Waiting.BOUND.toSeconds(), TimeUnit.SECONDS);
    }
}
