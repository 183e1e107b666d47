package dev.tidegate.gateway;

import static dev.tidegate.gateway.Handshakes.handshake;
import static dev.tidegate.gateway.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.gateway.exchange.ExchangeOptions;
import dev.tidegate.gateway.observe.ProxyHeaderFault;
import dev.tidegate.gateway.table.Forwarding;
import dev.tidegate.gateway.table.ProxyProtocol;
import dev.tidegate.tls.CertificateIndex;
import dev.tidegate.tls.ServerCertificate;
import dev.tidegate.tls.TestCertificates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// PROXY headers on the wire: however they are cut, whatever follows them, and what becomes of connections without one.
class ProxyProtocolTest {

    private static final String V1 = "PROXY TCP4 203.0.113.7 198.51.100.1 40000 8081";
    private static final String V2 = "v2 TCP6 2001:db8::7 2001:db8::1 40000 8081";
    private static final String REQUEST = "GET /%s HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String LAST = "GET /last HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    private static final Duration PATIENT = Duration.ofSeconds(20);

    private final TestOrigin origin = TestOrigin.echo();
    private final TestGateway gateway = gateway(false);

    @AfterEach
    void close() {
        gateway.close();
        origin.close();
    }

    private TestGateway gateway(boolean nativeTls) {
        TestGateway made = TestGateway.serving(
                Tables.everythingTo(origin.endpoint()), TestGateway.options(ExchangeOptions.DEFAULT, nativeTls, 1));
        expectHeaders(made, PATIENT);
        return made;
    }

    private void expectHeaders(TestGateway of, Duration within) {
        publish(of, Optional.of(new ProxyProtocol(List.of(Topology.cidr("127.0.0.1")), within)));
    }

    private void publish(TestGateway to, Optional<ProxyProtocol> protocol) {
        to.publish(table().prefix("/", origin.endpoint())
                .forwarding(new Forwarding(List.of(), false, "X-Forwarded-For", protocol))
                .build());
    }

    private static byte[] join(Object... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Object part : parts) {
            all.writeBytes(part instanceof String text ? text.getBytes(StandardCharsets.ISO_8859_1) : (byte[]) part);
        }
        return all.toByteArray();
    }

    // ---- headers that are good

    @ParameterizedTest
    @CsvSource({V1 + ", 203.0.113.7", V2 + ", 2001:db8::7"})
    void a_header_may_come_byte_by_byte(String header, String client) {
        try (RawClient slow = new RawClient(gateway.port())) {
            for (byte each : join(ProxyHeaderBytes.of(header), LAST)) {
                slow.send(new byte[] {each});
            }
            assertThat(slow.readAll()).startsWith("HTTP/1.1 200").contains("x-real-ip: " + client + "\n");
        }
    }

    @ParameterizedTest
    @CsvSource({V1 + ", 203.0.113.7", V2 + ", 2001:db8::7"})
    void requests_may_come_along_with_it(String header, String client) {
        try (RawClient at = new RawClient(gateway.port())) {
            at.send(join(ProxyHeaderBytes.of(header), REQUEST.formatted("1"), REQUEST.formatted("2"), LAST));
            assertThat(at.readAll())
                    .containsSubsequence(
                            "GET /1", "x-real-ip: " + client, "GET /2", "x-real-ip: " + client, "GET /last", client);
        }
    }

    @Test
    void requests_of_http_2_share_the_client_of_their_connection() {
        List<String> clients = new CopyOnWriteArrayList<>();
        try (TestOrigin listening = TestOrigin.of(request -> {
            clients.add(request.getHeader("X-Real-IP") + " " + request.getHeader("X-Forwarded-Port"));
            request.response().end();
        })) {
            gateway.publish(table().prefix("/", listening.endpoint())
                    .forwarding(new Forwarding(
                            List.of(),
                            false,
                            "X-Forwarded-For",
                            Optional.of(new ProxyProtocol(List.of(Topology.cidr("127.0.0.1")), PATIENT))))
                    .build());
            try (RawClient client = new RawClient(gateway.port())) {
                byte[] calls = Frames.preface().call(1).call(3).toBytes();
                client.send(join(ProxyHeaderBytes.of(V2), calls));
                Awaitility.await().atMost(Waiting.BOUND).until(() -> clients.size() == 2);
            }
        }
        assertThat(clients).containsOnly("2001:db8::7 8081");
    }

    @ParameterizedTest
    @CsvSource({"true, http/1.1", "false, http/1.1", "true, h2", "false, h2"})
    void tls_begins_after_it(boolean nativeTls, String protocol) throws Exception {
        try (TestGateway secure = gateway(nativeTls);
                SSLSocket socket = handshake(
                        secure.tlsPort(),
                        ProxyHeaderBytes.of("PROXY TCP4 203.0.113.7 198.51.100.1 40000 443"),
                        "shop.example",
                        List.of(protocol),
                        "TLSv1.3")) {
            assertThat(socket.getApplicationProtocol()).isEqualTo(protocol);
            if (protocol.equals("http/1.1")) {
                socket.getOutputStream().write(join(LAST));
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                        .contains("x-real-ip: 203.0.113.7\n", "x-forwarded-proto: https\n", "x-forwarded-port: 443\n");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {V1, V2})
    void a_hello_may_come_along_with_it(String header) throws Exception {
        try (RawClient client = new RawClient(gateway.tlsPort())) {
            client.send(join(ProxyHeaderBytes.of(header), Hellos.naming("shop.example")));
            assertThat(client.readUntil("\u0003\u0003")).startsWith("\u0016"); // a handshake record of the server's
        }
    }

    @Test
    void a_hello_after_it_may_wait_for_its_certificate() throws Exception {
        ServerCertificate shop = TestCertificates.selfSigned("shop.example").certificate();
        gateway.publish(CertificateIndex.of(Map.of(), TestGateway.DEFAULT_CERTIFICATE)
                .awaiting("shop.example", "default/shop-tls"));
        CompletableFuture<Certificate> presented = CompletableFuture.supplyAsync(() -> {
            try (SSLSocket socket =
                    handshake(gateway.tlsPort(), ProxyHeaderBytes.of(V1), "shop.example", List.of(), "TLSv1.3")) {
                return socket.getSession().getPeerCertificates()[0];
            } catch (Exception failed) {
                throw new CompletionException(failed);
            }
        });
        Awaitility.await()
                .atMost(Waiting.BOUND)
                .untilAsserted(() -> assertThat(gateway.waits().count()).isEqualTo(1));

        gateway.publish(Map.of("shop.example", shop));

        assertThat(presented.get(20, TimeUnit.SECONDS)).isEqualTo(shop.leaf());
    }

    @Test
    void what_else_a_sender_tells_does_no_harm() {
        try (RawClient client = new RawClient(gateway.port())) {
            client.send(join(ProxyHeaderBytes.padded(4000), LAST));
            assertThat(client.readAll()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void a_header_for_datagrams_names_nobody() {
        try (RawClient client = new RawClient(gateway.port())) {
            client.send(join(ProxyHeaderBytes.v2(0x21, 0x12, new byte[12]), LAST));
            assertThat(client.readAll()).contains("x-real-ip: 127.0.0.1\n");
        }
    }

    // ---- headers that are not

    private static Stream<Arguments> faults() throws Exception {
        byte[] v2 = ProxyHeaderBytes.of(V2);
        byte[] wrongVersion = v2.clone();
        wrongVersion[12] = 0x11;
        byte[] wrongCommand = v2.clone();
        wrongCommand[12] = 0x2f;
        byte[] huge = Arrays.copyOf(v2, 6000);
        huge[14] = (byte) 0xff;
        huge[15] = (byte) 0xff;
        return Stream.of(
                Arguments.of("a request", ProxyHeaderFault.MISSING, join(LAST)),
                Arguments.of(
                        "a request of HTTP/2",
                        ProxyHeaderFault.MISSING,
                        Frames.preface().toBytes()),
                Arguments.of("a hello", ProxyHeaderFault.MISSING, Hellos.naming("shop.example")),
                Arguments.of("one byte", ProxyHeaderFault.MISSING, join("G")),
                Arguments.of("another method", ProxyHeaderFault.MISSING, join("PROXYX / HTTP/1.1\r\n\r\n")),
                Arguments.of("nearly a signature", ProxyHeaderFault.MISSING, join("\r\n\r\n\0\r\nQUIX\n")),
                Arguments.of("too few words", ProxyHeaderFault.MALFORMED, join("PROXY TCP4 203.0.113.7\r\n")),
                Arguments.of("no family", ProxyHeaderFault.MALFORMED, join("PROXY TCP5 1.1.1.1 1.1.1.1 1 1\r\n")),
                Arguments.of("no address", ProxyHeaderFault.MALFORMED, join("PROXY TCP4 a.example 1.1.1.1 1 1\r\n")),
                Arguments.of("no port", ProxyHeaderFault.MALFORMED, join("PROXY TCP4 1.1.1.1 1.1.1.1 1 65536\r\n")),
                Arguments.of("a line without end", ProxyHeaderFault.MALFORMED, join("PROXY " + "1".repeat(200))),
                Arguments.of("no version", ProxyHeaderFault.MALFORMED, wrongVersion),
                Arguments.of("no command", ProxyHeaderFault.MALFORMED, wrongCommand),
                Arguments.of("a huge length", ProxyHeaderFault.MALFORMED, huge),
                Arguments.of("too much else", ProxyHeaderFault.MALFORMED, ProxyHeaderBytes.padded(6000)),
                Arguments.of(
                        "no room for addresses",
                        ProxyHeaderFault.MALFORMED,
                        ProxyHeaderBytes.v2(0x21, 0x21, new byte[12])));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void anything_else_is_closed_without_a_word_and_counted(String what, ProxyHeaderFault fault, byte[] bytes) {
        for (int port : List.of(gateway.port(), gateway.tlsPort())) {
            try (RawClient client = new RawClient(port)) {
                client.send(bytes);
                assertThat(client.readAll()).as(what).isEmpty();
            }
        }
        counted(fault, 2);
        assertThat(origin.requests()).isZero();
    }

    /// These and no others. A client may hear of it before the counter does.
    private void counted(ProxyHeaderFault fault, long times) {
        Map<ProxyHeaderFault, Long> expected = new EnumMap<>(ProxyHeaderFault.class);
        Arrays.stream(ProxyHeaderFault.values()).forEach(each -> expected.put(each, each == fault ? times : 0));
        Awaitility.await()
                .atMost(Waiting.BOUND)
                .untilAsserted(
                        () -> assertThat(gateway.metrics().proxyHeaderFaults()).isEqualTo(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "PROXY TCP4 203.0.113.7", "\r\n\r\n\0\r\nQUIT\n", "\r\n\r\n\0\r\nQUIT\n!\u0011\u00ff\u00ff"})
    void a_header_that_does_not_come_is_not_waited_for(String begun) {
        expectHeaders(gateway, Duration.ofMillis(200));
        try (RawClient client = new RawClient(gateway.port())) {
            client.send(begun);
            assertThat(client.readAll()).isEmpty();
        }
        counted(ProxyHeaderFault.TIMEOUT, 1);
    }

    @Test
    void a_request_after_a_header_has_all_the_time_that_requests_have() {
        expectHeaders(gateway, Duration.ofMillis(200));
        try (RawClient fast = new RawClient(gateway.port());
                RawClient silent = new RawClient(gateway.port())) {
            fast.send(ProxyHeaderBytes.of(V1));
            assertThat(silent.readAll()).isEmpty(); // so the time of a header is over
            assertThat(fast.send(LAST).readAll()).contains("x-real-ip: 203.0.113.7\n");
        }
    }

    // ---- off, and on the way between

    @ParameterizedTest
    @ValueSource(strings = {V1, V2})
    void where_none_is_expected_a_header_is_a_bad_request(String header) {
        publish(gateway, Optional.empty());
        try (RawClient client = new RawClient(gateway.port())) {
            client.send(join(ProxyHeaderBytes.of(header), LAST));
            assertThat(client.readAll()).containsPattern("^HTTP/1.[01] 400").contains("Tidegate-Reason: bad-request");
        }
        try (RawClient client = new RawClient(gateway.tlsPort())) {
            client.send(ProxyHeaderBytes.of(header));
            assertThat(client.readAll()).doesNotContain("HTTP"); // at most an alert
        }
        assertThat(origin.requests()).isZero();
    }

    @Test
    void each_connection_goes_by_the_table_that_it_was_accepted_under() throws IOException {
        try (RawClient proxied = new RawClient(gateway.port())) {
            proxied.send(join(ProxyHeaderBytes.of(V1), REQUEST.formatted("before")));
            assertThat(proxied.readUntil("x-scheme")).contains("x-real-ip: 203.0.113.7\n");

            publish(gateway, Optional.empty());
            try (RawClient direct = new RawClient(gateway.port())) {
                direct.send(REQUEST.formatted("direct"));
                assertThat(direct.readUntil("x-scheme")).contains("x-real-ip: 127.0.0.1\n");

                expectHeaders(gateway, PATIENT);
                assertThat(RawClient.ask(gateway.port(), LAST)).isEmpty();
                assertThat(direct.send(LAST).readAll()).contains("GET /last", "x-real-ip: 127.0.0.1\n");
            }
            assertThat(proxied.send(LAST).readAll()).contains("GET /last", "x-real-ip: 203.0.113.7\n");
        }
    }
}
