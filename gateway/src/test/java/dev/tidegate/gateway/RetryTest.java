package dev.tidegate.gateway;

import static dev.tidegate.gateway.Tables.everythingTo;
import static dev.tidegate.gateway.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.RoutePolicy;
import dev.tidegate.gateway.table.RoutePolicy.Timeouts;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Endpoints that are gone, slow, or speak nonsense.
class RetryTest {

    private static final Endpoint NOBODY = new Endpoint("127.0.0.1", 1);

    private static String get(TestGateway gateway) {
        return RawClient.ask(gateway.port(), "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    }

    @Test
    void an_endpoint_that_refuses_costs_no_request() {
        try (TestOrigin origin = TestOrigin.echo();
                TestGateway gateway =
                        TestGateway.serving(everythingTo(NOBODY, origin.endpoint(), new Endpoint("127.0.0.2", 1)))) {
            for (int i = 0; i < 9; i++) {
                assertThat(RawClient.ask(
                                gateway.port(),
                                "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc"))
                        .startsWith("HTTP/1.1 200")
                        .endsWith("abc");
            }
            assertThat(gateway.metrics().upstreamRetries()).isPositive();
        }
    }

    @Test
    void when_every_endpoint_refuses_the_last_reason_is_given() {
        try (TestGateway gateway = TestGateway.serving(everythingTo(NOBODY, new Endpoint("127.0.0.2", 1)))) {
            assertThat(get(gateway)).startsWith("HTTP/1.1 502").contains("Tidegate-Reason: connect-failed");
        }
    }

    @Test
    void a_kept_connection_that_died_is_replaced_unseen_where_that_is_harmless() {
        try (OneAnswer origin = new OneAnswer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()))) {
            for (int i = 0; i < 20; i++) {
                assertThat(get(gateway)).startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    void what_an_endpoint_leaves_unanswered_is_asked_of_another_if_asking_twice_does_no_harm() {
        try (OneAnswer silent = new OneAnswer("");
                TestOrigin origin = TestOrigin.echo();
                TestGateway gateway = TestGateway.serving(everythingTo(silent.endpoint(), origin.endpoint()))) {
            for (int i = 0; i < 6; i++) {
                assertThat(get(gateway)).startsWith("HTTP/1.1 200");
            }
            assertThat(silent.heads()).isPositive();
        }
    }

    /// As ingress-nginx does, which counts the tries and not the endpoints.
    @ParameterizedTest
    @CsvSource({"GET, 3", "HEAD, 3", "OPTIONS, 3", "PUT, 3", "DELETE, 3", "POST, 1", "PATCH, 1", "LOCK, 1"})
    void the_only_endpoint_is_asked_again_a_few_times(String method, int times) {
        try (OneAnswer silent = new OneAnswer("");
                TestGateway gateway = TestGateway.serving(everythingTo(silent.endpoint()))) {
            assertThat(RawClient.ask(gateway.port(), method + " / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 502")
                    .contains("Tidegate-Reason: upstream-reset");
            assertThat(silent.heads()).isEqualTo(times);
        }
    }

    @Test
    void a_body_that_is_on_its_way_is_not_sent_twice() {
        try (OneAnswer silent = new OneAnswer("");
                TestGateway gateway = TestGateway.serving(everythingTo(silent.endpoint()))) {
            assertThat(RawClient.ask(
                            gateway.port(),
                            "PUT / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx"))
                    .startsWith("HTTP/1.1 502");
            assertThat(silent.heads()).isEqualTo(1);
        }
    }

    /// An endpoint that restarts leaves us with more dead connections than a request has tries.
    @Test
    void many_kept_connections_that_died_together_cost_no_request() {
        int many = 8;
        List<HttpServerRequest> held = new ArrayList<>();
        Set<HttpConnection> used = new HashSet<>();
        try (TestOrigin origin = TestOrigin.of(request -> {
                    if (!used.add(request.connection())) {
                        request.connection().close();
                    } else if (held.size() == many) {
                        request.response().end("anew");
                    } else {
                        held.add(request);
                        if (held.size() == many) {
                            held.forEach(each -> each.response().end("kept"));
                        }
                    }
                });
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()))) {
            List<RawClient> clients = Stream.generate(() -> new RawClient(gateway.port()))
                    .limit(many)
                    .toList();
            clients.forEach(client -> client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
            clients.forEach(client -> client.readUntil("kept"));
            clients.forEach(RawClient::close);
            assertThat(get(gateway)).startsWith("HTTP/1.1 200").endsWith("anew");
            assertThat(origin.requests()).isEqualTo(many + 2);
        }
    }

    /// `|` stands for CR LF.
    @ParameterizedTest
    @CsvSource({
        "SSH-2.0-hello|, upstream-protocol",
        "HTTP/1.1 200 OK|Content-Length: x||, upstream-protocol",
        "HTTP/1.1 200 OK|Content-Length: 3|Content-Length: 4||abcd, upstream-protocol",
        "HTTP/1.1 101 Switching Protocols|Upgrade: x|Connection: upgrade||, upstream-protocol",
        "'', upstream-reset"
    })
    void an_endpoint_that_does_not_answer_in_http_is_a_502_that_says_how(String answer, String reason) {
        try (OneAnswer origin = new OneAnswer(answer.replace("|", "\r\n"));
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()))) {
            assertThat(RawClient.ask(
                            gateway.port(),
                            "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx"))
                    .startsWith("HTTP/1.1 502")
                    .contains("Tidegate-Reason: " + reason);
        }
    }

    @Test
    void an_answer_that_does_not_come_in_time_is_a_504() {
        RoutePolicy impatient = new Timeouts(Duration.ofSeconds(1), Duration.ofMillis(300), Duration.ofSeconds(1));
        try (TestOrigin origin = TestOrigin.of(_ -> {});
                TestGateway gateway = TestGateway.serving(
                        table().with(impatient).prefix("/", origin.endpoint()).build())) {
            assertThat(get(gateway)).startsWith("HTTP/1.1 504").contains("Tidegate-Reason: upstream-timeout");
        }
    }

    @Test
    void an_answer_that_falls_silent_is_cut_off() {
        RoutePolicy impatient = new Timeouts(Duration.ofSeconds(1), Duration.ofMillis(300), Duration.ofSeconds(1));
        try (TestOrigin origin = TestOrigin.of(
                        request -> request.response().setChunked(true).write("begun"));
                TestGateway gateway = TestGateway.serving(
                        table().with(impatient).prefix("/", origin.endpoint()).build())) {
            assertThat(RawClient.ask(gateway.port(), "GET / HTTP/1.1\r\nHost: a\r\n\r\n"))
                    .contains("begun")
                    .doesNotContain("\r\n0\r\n");
        }
    }

    @Test
    void informational_answers_do_not_end_an_exchange() {
        try (OneAnswer origin = new OneAnswer(
                        "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"
                                + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()))) {
            assertThat(get(gateway))
                    .contains("103 Early Hints")
                    .contains("HTTP/1.1 200 OK")
                    .endsWith("ok");
        }
    }

    /// Accepts, waits for the end of a head, answers with these bytes, and closes; again and again.
    private static final class OneAnswer implements AutoCloseable {
        private final ServerSocket listening;
        private final AtomicInteger heads = new AtomicInteger();

        OneAnswer(String answer) {
            try {
                listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            Thread.ofVirtual().start(() -> serve(answer));
        }

        private void serve(String answer) {
            while (!listening.isClosed()) {
                try (Socket socket = listening.accept()) {
                    int line = 0;
                    for (int b; (b = socket.getInputStream().read()) >= 0 && line < 4; ) {
                        line = b == "\r\n\r\n".charAt(line) ? line + 1 : 0;
                        if (line == 4) {
                            heads.incrementAndGet();
                            break;
                        }
                    }
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                    socket.getOutputStream().flush();
                } catch (IOException closed) {
                    // the next one
                }
            }
        }

        /// How many requests it has seen the head of.
        int heads() {
            return heads.get();
        }

        Endpoint endpoint() {
            return new Endpoint("127.0.0.1", listening.getLocalPort());
        }

        @Override
        public void close() {
            try {
                listening.close();
            } catch (IOException ignored) {
                // closing is all that was wanted
            }
        }
    }
}
