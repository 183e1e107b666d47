package dev.tidegate.gateway;

import static dev.tidegate.gateway.Tables.everythingTo;
import static dev.tidegate.gateway.Tables.table;
import static dev.tidegate.gateway.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.gateway.table.Protocol;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// HTTP/2 on either side, or both: framing is translated, streams stay apart, and gRPC gets its trailers.
class Http2Test {

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient(
            new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));

    @AfterEach
    void close() {
        await(vertx.close());
    }

    private Future<HttpClientRequest> request(TestGateway gateway, HttpMethod method, String path) {
        return client.request(method, gateway.port(), "127.0.0.1", path)
                .map(request -> request.authority(HostAndPort.create("shop.example", 8080)));
    }

    private record Answer(HttpClientResponse response, String body) {}

    private Answer answer(Supplier<Future<HttpClientRequest>> request) {
        return onLoop(() -> request.get()
                .compose(HttpClientRequest::send)
                .compose(response -> response.body().map(body -> new Answer(response, body.toString()))));
    }

    /// On an event loop, so that nothing arrives between an answer and the handlers that its receiver sets.
    private <T> T onLoop(Supplier<Future<T>> asked) {
        Promise<T> result = Promise.promise();
        vertx.runOnContext(_ -> asked.get().onComplete(result));
        return await(result.future());
    }

    @Test
    void a_request_without_a_body_reaches_an_http_1_backend_without_one() {
        try (TestOrigin origin = TestOrigin.echo();
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()))) {
            String echo = onLoop(() -> request(gateway, HttpMethod.GET, "/x?y=1")
                            .compose(HttpClientRequest::send)
                            .compose(HttpClientResponse::body))
                    .toString();
            assertThat(echo)
                    .startsWith("GET /x?y=1 HTTP_1_1\n")
                    .contains("\nhost: shop.example:8080\n")
                    .doesNotContain("transfer-encoding", "content-length");
        }
    }

    @Test
    void the_crumbs_of_a_cookie_reach_an_http_1_backend_as_one() {
        try (TestOrigin origin = TestOrigin.echo();
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()))) {
            Answer answer = answer(() -> request(gateway, HttpMethod.GET, "/").map(request -> {
                request.headers().add("cookie", "a=1").add("cookie", "b=2").add("cookie", "c=3");
                return request;
            }));
            assertThat(answer.body()).contains("cookie: a=1; b=2; c=3\n");
        }
    }

    @Test
    void a_body_of_unknown_length_reaches_an_http_1_backend_in_chunks() {
        try (TestOrigin origin = TestOrigin.echo();
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()))) {
            String echo = onLoop(() -> request(gateway, HttpMethod.POST, "/")
                            .compose(request -> {
                                request.setChunked(true);
                                request.write("one ");
                                request.write("two");
                                return request.end().compose(_ -> request.response());
                            })
                            .compose(HttpClientResponse::body))
                    .toString();
            assertThat(echo).contains("transfer-encoding: chunked\n").endsWith("\none two");
        }
    }

    @Test
    void an_http_1_answer_with_hop_fields_is_a_valid_http_2_answer() {
        try (TestOrigin origin = TestOrigin.of(request -> request.response()
                        .putHeader("Connection", "keep-alive")
                        .putHeader("Keep-Alive", "timeout=5")
                        .setChunked(true)
                        .end("fine"));
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()))) {
            Answer answer = answer(() -> request(gateway, HttpMethod.GET, "/"));
            HttpClientResponse response = answer.response();
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().names()).doesNotContain("connection", "keep-alive", "transfer-encoding");
            assertThat(answer.body()).isEqualTo("fine");
        }
    }

    @Test
    void a_grpc_call_streams_both_ways_and_ends_with_its_trailers() {
        try (TestOrigin origin = TestOrigin.of(request -> {
                    HttpServerResponse response = request.response();
                    response.putHeader("content-type", "application/grpc")
                            .putHeader("te-seen", request.getHeader("te"));
                    request.handler(
                            message -> response.write(Buffer.buffer("re:").appendBuffer(message)));
                    request.endHandler(_ -> response.putTrailer("grpc-status", "0")
                            .putTrailer("grpc-message", "done")
                            .end());
                });
                TestGateway gateway = TestGateway.serving(table().speaking(Protocol.H2C)
                        .prefix("/", origin.endpoint())
                        .build())) {
            List<String> messages = new CopyOnWriteArrayList<>();
            Promise<HttpClientResponse> ended = Promise.promise();
            HttpClientRequest call = onLoop(() -> request(gateway, HttpMethod.POST, "/shop.Cart/Watch")
                    .onSuccess(opened -> {
                        opened.setChunked(true)
                                .putHeader("content-type", "application/grpc")
                                .putHeader("te", "trailers");
                        opened.response().onSuccess(response -> {
                            response.handler(message -> messages.add(message.toString()));
                            response.endHandler(_ -> ended.complete(response));
                        });
                        opened.sendHead();
                    }));
            for (String message : List.of("a", "b", "c")) {
                call.write(message);
                Awaitility.await().atMost(Waiting.BOUND).until(() -> messages.contains("re:" + message));
            }
            call.end();
            HttpClientResponse response = await(ended.future());
            assertThat(response.getHeader("te-seen")).isEqualTo("trailers");
            assertThat(response.getTrailer("grpc-status")).isEqualTo("0");
            assertThat(response.getTrailer("grpc-message")).isEqualTo("done");
        }
    }

    @Test
    void a_grpc_answer_of_trailers_alone_is_one_frame_that_ends_the_stream() {
        try (TestOrigin origin = TestOrigin.of(request -> request.response()
                        .putHeader("content-type", "application/grpc")
                        .putHeader("grpc-status", "5")
                        .end());
                TestGateway gateway = TestGateway.serving(table().speaking(Protocol.H2C)
                        .prefix("/", origin.endpoint())
                        .build())) {
            Answer answer = answer(() -> request(gateway, HttpMethod.POST, "/"));
            HttpClientResponse response = answer.response();
            assertThat(response.getHeader("grpc-status")).isEqualTo("5");
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void an_answer_that_closes_its_stream_is_logged_as_what_it_was() {
        try (TestOrigin origin = TestOrigin.named("here");
                TestGateway gateway = TestGateway.serving(
                        table().prefix("/known", origin.endpoint()).build())) {
            assertThat(answer(() -> request(gateway, HttpMethod.POST, "/known")).body())
                    .isEqualTo("here");
            answer(() -> request(gateway, HttpMethod.POST, "/unknown"));
            Awaitility.await()
                    .atMost(Waiting.BOUND)
                    .until(() -> gateway.log().lines().count() == 2);
            assertThat(gateway.log().lines())
                    .satisfiesExactly(
                            answered -> assertThat(answered)
                                    .contains("\"status\":200")
                                    .doesNotContain("client-closed"),
                            refused -> assertThat(refused).contains("\"status\":404", "no-path"));
        }
    }

    @Test
    void streams_to_one_endpoint_share_a_connection() {
        try (TestOrigin origin = TestOrigin.named("here");
                TestGateway gateway = TestGateway.serving(table().speaking(Protocol.H2C)
                        .prefix("/", origin.endpoint())
                        .build())) {
            List<Future<Buffer>> answers = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                answers.add(request(gateway, HttpMethod.GET, "/" + i)
                        .compose(HttpClientRequest::send)
                        .compose(HttpClientResponse::body));
            }
            answers.forEach(answer -> assertThat(await(answer).toString()).isEqualTo("here"));
            assertThat(origin.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_stream_that_the_client_resets_is_reset_upstream_and_leaves_the_others_alone() {
        Promise<Void> reset = Promise.promise();
        try (TestOrigin origin = TestOrigin.of(request -> {
                    if ("/slow".equals(request.path())) {
                        request.response().exceptionHandler(_ -> reset.tryComplete());
                    } else {
                        request.response().end("quick");
                    }
                });
                TestGateway gateway = TestGateway.serving(table().speaking(Protocol.H2C)
                        .prefix("/", origin.endpoint())
                        .build())) {
            HttpClientRequest slow = onLoop(() -> request(gateway, HttpMethod.GET, "/slow"));
            slow.end();
            Awaitility.await().atMost(Waiting.BOUND).until(() -> origin.requests() == 1);
            slow.reset();
            await(reset.future());
            assertThat(onLoop(() -> request(gateway, HttpMethod.GET, "/")
                                    .compose(HttpClientRequest::send)
                                    .compose(HttpClientResponse::body))
                            .toString())
                    .isEqualTo("quick");
        }
    }

    @Test
    void a_backend_that_breaks_the_stream_before_its_answer_is_a_502() {
        try (TestOrigin origin = TestOrigin.of(request -> request.response().reset(2));
                TestGateway gateway = TestGateway.serving(table().speaking(Protocol.H2C)
                        .prefix("/", origin.endpoint())
                        .build())) {
            HttpClientResponse response =
                    onLoop(() -> request(gateway, HttpMethod.GET, "/").compose(HttpClientRequest::send));
            assertThat(response.statusCode()).isEqualTo(502);
            assertThat(response.getHeader("Tidegate-Reason")).isEqualTo("upstream-reset");
        }
    }

    @Test
    void a_client_may_upgrade_from_http_1_to_h2c() {
        try (TestOrigin origin = TestOrigin.named("upgraded");
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()))) {
            HttpClient upgrading = vertx.createHttpClient(new HttpClientOptions()
                    .setProtocolVersion(HttpVersion.HTTP_2)
                    .setHttp2ClearTextUpgrade(true));
            Answer answer = answer(() -> upgrading.request(HttpMethod.GET, gateway.port(), "127.0.0.1", "/"));
            HttpClientResponse response = answer.response();
            assertThat(response.version()).isEqualTo(HttpVersion.HTTP_2);
            assertThat(answer.body()).isEqualTo("upgraded");
        }
    }

    @Test
    void large_bodies_flow_both_ways_over_http_2() {
        try (TestOrigin origin = TestOrigin.of(request ->
                        request.body().onSuccess(body -> request.response().end(body)));
                TestGateway gateway = TestGateway.serving(table().speaking(Protocol.H2C)
                        .prefix("/", origin.endpoint())
                        .build())) {
            byte[] content = new byte[8 * 1024 * 1024];
            new Random(3).nextBytes(content);
            Buffer back = onLoop(() -> request(gateway, HttpMethod.PUT, "/")
                    .compose(request -> request.send(Buffer.buffer(content)))
                    .compose(HttpClientResponse::body));
            assertThat(back.getBytes()).isEqualTo(content);
        }
    }
}
