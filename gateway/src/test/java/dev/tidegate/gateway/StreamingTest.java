package dev.tidegate.gateway;

import static dev.tidegate.gateway.Tables.everythingTo;
import static dev.tidegate.gateway.Tables.table;
import static dev.tidegate.gateway.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.gateway.table.RoutePolicy;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// Bodies flow; they are never gathered. What one side cannot take, the other is not asked for.
class StreamingTest {

    private static final Buffer CHUNK = Buffer.buffer(new byte[64 * 1024]);

    /// Sends `CHUNK`s as fast as they are taken, and counts them.
    private static void pour(HttpServerResponse response, AtomicLong poured, int chunks) {
        while (!response.writeQueueFull() && poured.get() < chunks) {
            poured.incrementAndGet();
            response.write(CHUNK);
        }
        if (poured.get() < chunks) {
            response.drainHandler(_ -> pour(response, poured, chunks));
        } else {
            response.end();
        }
    }

    @Test
    void an_event_arrives_before_the_stream_ends() {
        Promise<HttpServerResponse> begun = Promise.promise();
        try (TestOrigin origin = TestOrigin.of(request -> {
                    HttpServerResponse response = request.response()
                            .putHeader("Content-Type", "text/event-stream")
                            .setChunked(true);
                    response.writeHead();
                    begun.complete(response);
                });
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()));
                RawClient client = new RawClient(gateway.port())) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(client.readUntil("\r\n\r\n")).containsIgnoringCase("text/event-stream");
            HttpServerResponse events = await(begun.future());
            for (int i = 0; i < 3; i++) {
                events.write("data: " + i + "\n\n");
                assertThat(client.readUntil("data: " + i + "\n\n")).isNotEmpty();
            }
            events.end();
            client.readUntil("0\r\n\r\n");
        }
    }

    @Test
    void a_client_that_does_not_read_stops_the_backend() {
        AtomicLong poured = new AtomicLong();
        int chunks = 4_000; // 250 MiB
        try (TestOrigin origin =
                        TestOrigin.of(request -> pour(request.response().setChunked(true), poured, chunks));
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()));
                RawClient client = new RawClient(gateway.port())) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            client.readUntil("\r\n\r\n");
            long stopped = Awaitility.await().atMost(Waiting.BOUND).until(poured::get, new Settled());
            assertThat(stopped).isPositive().isLessThan(chunks / 4);
        }
    }

    @Test
    void a_backend_that_does_not_read_stops_the_client() {
        try (TestOrigin origin = TestOrigin.of(request -> {
                    request.pause();
                    request.connection().closeHandler(_ -> request.resume());
                });
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()))) {
            var client = origin.vertx().createHttpClient();
            var request = await(client.request(HttpMethod.POST, gateway.port(), "127.0.0.1", "/"))
                    .setChunked(true);
            AtomicLong poured = new AtomicLong();
            origin.vertx().runOnContext(_ -> pour(request, poured));
            long stopped = Awaitility.await().atMost(Waiting.BOUND).until(poured::get, new Settled());
            assertThat(stopped).isPositive().isLessThan(1_000);
        }
    }

    private static void pour(HttpClientRequest request, AtomicLong poured) {
        while (!request.writeQueueFull() && poured.get() < 4_000) {
            poured.incrementAndGet();
            request.write(CHUNK);
        }
        request.drainHandler(_ -> pour(request, poured));
    }

    /// True once a number has stayed the same for a while of looks.
    private static final class Settled implements Predicate<Long> {
        private long last = -1;
        private int same;

        @Override
        public boolean test(Long now) {
            same = now == last ? same + 1 : 0;
            last = now;
            return now > 0 && same >= 8;
        }
    }

    @Test
    void large_bodies_arrive_whole_both_ways() {
        int size = 32 * 1024 * 1024;
        try (TestOrigin origin = TestOrigin.of(request ->
                        request.body().onSuccess(body -> request.response().end(body)));
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()))) {
            byte[] content = new byte[size];
            new Random(7).nextBytes(content);
            var client = origin.vertx().createHttpClient();
            Buffer back = await(client.request(HttpMethod.PUT, gateway.port(), "127.0.0.1", "/")
                    .compose(request -> request.send(Buffer.buffer(content)))
                    .compose(HttpClientResponse::body));
            assertThat(back.getBytes()).isEqualTo(content);
        }
    }

    @Test
    void a_client_that_leaves_ends_the_request_upstream() {
        Promise<Void> cancelled = Promise.promise();
        try (TestOrigin origin =
                        TestOrigin.of(request -> request.connection().closeHandler(_ -> cancelled.complete()));
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()))) {
            try (RawClient client = new RawClient(gateway.port())) {
                client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                Awaitility.await().atMost(Waiting.BOUND).until(() -> origin.requests() == 1);
            }
            await(cancelled.future());
            Awaitility.await().atMost(Waiting.BOUND).until(() -> gateway.log().contains("client-closed"));
            assertThat(gateway.metrics().requestsActive()).isZero();
        }
    }

    @Test
    void a_client_is_told_to_continue_only_when_the_backend_says_so() {
        try (TestOrigin origin = TestOrigin.of(request -> {
                    request.response().writeContinue();
                    request.body().onSuccess(body -> request.response().end("got " + body));
                });
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()));
                RawClient client = new RawClient(gateway.port())) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
            assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 100");
            assertThat(client.send("hello").readUntil("got hello")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void a_body_larger_than_the_route_allows_is_refused_before_and_while_it_comes() {
        RoutePolicy limit = new RoutePolicy.BodyLimit(10);
        try (TestOrigin origin = TestOrigin.echo();
                TestGateway gateway = TestGateway.serving(
                        table().with(limit).prefix("/", origin.endpoint()).build())) {
            assertThat(RawClient.ask(gateway.port(), "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n"))
                    .startsWith("HTTP/1.1 413")
                    .contains("Tidegate-Reason: body-too-large");
            assertThat(RawClient.ask(
                            gateway.port(),
                            "POST / HTTP/1.1\r\n"
                                    + "Host: a\r\n"
                                    + "Transfer-Encoding: chunked\r\n\r\n"
                                    + "6\r\n"
                                    + "abcdef\r\n"
                                    + "6\r\n"
                                    + "abcdef\r\n"
                                    + "0\r\n\r\n"))
                    .startsWith("HTTP/1.1 413");
            assertThat(RawClient.ask(
                            gateway.port(),
                            "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 10\r\n\r\n0123456789"))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void an_answer_that_comes_before_the_body_has_ended_is_passed_on() {
        try (TestOrigin origin = TestOrigin.of(
                        request -> request.response().setStatusCode(403).end("no"));
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()))) {
            assertThat(RawClient.ask(
                            gateway.port(), "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\nabc"))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void an_answer_that_breaks_off_is_not_passed_on_as_whole() {
        try (TestOrigin origin = TestOrigin.of(request -> {
                    HttpServerResponse response = request.response().putHeader("Content-Length", "100");
                    response.write("only this")
                            .onComplete(_ -> request.connection().close());
                });
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()))) {
            String answer = RawClient.ask(gateway.port(), "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(answer).contains("only this"); // and the connection closed, which is how a client knows
            Awaitility.await().atMost(Waiting.BOUND).until(() -> gateway.log().contains("upstream-reset"));
        }
    }
}
