package dev.tidegate.gateway;

import static dev.tidegate.gateway.Handshakes.handshake;
import static dev.tidegate.gateway.Handshakes.presented;
import static dev.tidegate.gateway.Tables.everythingTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tidegate.gateway.exchange.ExchangeOptions;
import dev.tidegate.gateway.listen.ListenerTls;
import dev.tidegate.tls.ServerCertificate;
import dev.tidegate.tls.TestCertificates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Real handshakes with the gateway's own listener, on either TLS engine.
class TlsListenerTest {

    private static TestGateway gateway(TestOrigin origin, boolean nativeTls) {
        return TestGateway.serving(
                everythingTo(origin.endpoint()), TestGateway.options(ExchangeOptions.DEFAULT, nativeTls, 1));
    }

    @Test
    void boringssl_loads_on_this_platform() {
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        assertThat(ListenerTls.nativeAvailable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_name_chooses_the_certificate_and_a_rotation_is_seen_by_the_next_handshake(boolean nativeTls)
            throws Exception {
        ServerCertificate shop = TestCertificates.selfSigned("shop.example").certificate();
        ServerCertificate wild = TestCertificates.selfSigned("*.wild.example").certificate();
        ServerCertificate renewed = TestCertificates.selfSigned("shop.example").certificate();
        try (TestOrigin origin = TestOrigin.echo();
                TestGateway gateway = gateway(origin, nativeTls)) {
            gateway.publish(Map.of("shop.example", shop, "*.wild.example", wild));
            assertThat(presented(gateway.tlsPort(), "shop.example")).isEqualTo(shop.leaf());
            assertThat(presented(gateway.tlsPort(), "a.wild.example")).isEqualTo(wild.leaf());
            assertThat(presented(gateway.tlsPort(), "a.b.wild.example"))
                    .isEqualTo(TestGateway.DEFAULT_CERTIFICATE.leaf());
            assertThat(presented(gateway.tlsPort(), "")).isEqualTo(TestGateway.DEFAULT_CERTIFICATE.leaf());
            try (SSLSocket open = handshake(gateway.tlsPort(), "shop.example", List.of(), "TLSv1.3")) {
                gateway.publish(Map.of("shop.example", renewed));
                assertThat(presented(gateway.tlsPort(), "shop.example")).isEqualTo(renewed.leaf());
                assertThat(ask(open)).startsWith("HTTP/1.1 200"); // the connection from before lives on
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void requests_over_tls_are_told_apart_from_clear_text(boolean nativeTls) throws Exception {
        try (TestOrigin origin = TestOrigin.echo();
                TestGateway gateway = gateway(origin, nativeTls)) {
            for (String protocol : List.of("TLSv1.3", "TLSv1.2")) {
                try (SSLSocket socket = handshake(gateway.tlsPort(), "shop.example", List.of("http/1.1"), protocol)) {
                    assertThat(socket.getApplicationProtocol()).isEqualTo("http/1.1");
                    assertThat(ask(socket))
                            .contains("x-forwarded-proto: https\n")
                            .contains("x-forwarded-port: 443\n");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void http_2_is_offered_and_preferred(boolean nativeTls) throws Exception {
        try (TestOrigin origin = TestOrigin.echo();
                TestGateway gateway = gateway(origin, nativeTls);
                SSLSocket socket = handshake(gateway.tlsPort(), "shop.example", List.of("h2", "http/1.1"), "TLSv1.3")) {
            assertThat(socket.getApplicationProtocol()).isEqualTo("h2");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void old_protocols_are_refused(boolean nativeTls) throws Exception {
        try (TestOrigin origin = TestOrigin.echo();
                TestGateway gateway = gateway(origin, nativeTls)) {
            String[] command = {
                "openssl",
                "s_client",
                "-connect",
                "127.0.0.1:" + gateway.tlsPort(),
                "-tls1_1",
                "-cipher",
                "ALL:@SECLEVEL=0"
            };
            Process client =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            client.getOutputStream().close();
            String said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(client.waitFor()).as(said).isNotZero();
        }
    }

    private static String ask(SSLSocket socket) throws IOException {
        socket.getOutputStream()
                .write("GET / HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
