package dev.tidegate.gateway;

import static dev.tidegate.gateway.Tables.everythingTo;
import static dev.tidegate.gateway.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// WebSockets and other protocols that a connection switches to.
class UpgradeTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        await(vertx.close());
    }

    private WebSocketConnectOptions to(TestGateway gateway) {
        return new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(gateway.port())
                .setURI("/chat");
    }

    private static TestOrigin echoing() {
        return TestOrigin.of(request -> request.toWebSocket().onSuccess(socket -> {
            socket.textMessageHandler(text -> {
                if (text.equals("bye")) {
                    socket.close((short) 4001, "as you wish");
                } else {
                    socket.writeTextMessage("re:" + text);
                }
            });
        }));
    }

    @Test
    void a_websocket_passes_messages_and_its_close_code() {
        try (TestOrigin origin = echoing();
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()))) {
            WebSocket socket = await(vertx.createWebSocketClient().connect(to(gateway)));
            Promise<String> answer = Promise.promise();
            Promise<Short> closed = Promise.promise();
            socket.textMessageHandler(answer::tryComplete);
            socket.closeHandler(_ -> closed.complete(socket.closeStatusCode()));
            socket.writeTextMessage("hello");
            assertThat(await(answer.future())).isEqualTo("re:hello");
            socket.writeTextMessage("bye");
            assertThat(await(closed.future())).isEqualTo((short) 4001);
            Awaitility.await().atMost(Waiting.BOUND).until(() -> gateway.log().contains("\"status\":101"));
        }
    }

    @Test
    void a_backend_that_declines_the_upgrade_is_heard() {
        try (TestOrigin origin = TestOrigin.of(
                        request -> request.response().setStatusCode(403).end("not you"));
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()))) {
            var failure = vertx.createWebSocketClient()
                    .connect(to(gateway))
                    .toCompletionStage()
                    .toCompletableFuture();
            assertThat(failure)
                    .failsWithin(Waiting.BOUND)
                    .withThrowableThat()
                    .withCauseInstanceOf(UpgradeRejectedException.class);
        }
    }

    @Test
    void when_one_side_leaves_so_does_the_other() {
        Promise<Void> left = Promise.promise();
        try (TestOrigin origin = TestOrigin.of(request ->
                        request.toWebSocket().onSuccess(socket -> socket.closeHandler(_ -> left.complete())));
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()))) {
            WebSocket socket = await(vertx.createWebSocketClient().connect(to(gateway)));
            socket.shutdown(0, TimeUnit.SECONDS);
            await(left.future());
            Awaitility.await()
                    .atMost(Waiting.BOUND)
                    .until(() -> gateway.metrics().requestsActive() == 0);
        }
    }

    @Test
    void a_tunnel_stops_the_sender_when_the_receiver_does_not_read() {
        AtomicLong poured = new AtomicLong();
        Buffer block = Buffer.buffer(new byte[32 * 1024]);
        try (TestOrigin origin = TestOrigin.of(request -> request.toWebSocket().onSuccess(socket -> {
                    socket.closeHandler(_ -> poured.addAndGet(1_000_000));
                    pour(socket, block, poured);
                }));
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()))) {
            WebSocket socket = await(vertx.createWebSocketClient().connect(to(gateway)));
            socket.pause();
            long[] last = {-1, 0};
            long stopped = Awaitility.await().atMost(Waiting.BOUND).until(poured::get, now -> {
                last[1] = now == last[0] ? last[1] + 1 : 0;
                last[0] = now;
                return now > 0 && last[1] >= 8;
            });
            assertThat(stopped).isLessThan(2_000); // 62 MiB; sockets on the way hold a few
            socket.resume(); // or it could not even hear that it is closed
        }
    }

    private static void pour(ServerWebSocket socket, Buffer block, AtomicLong poured) {
        while (!socket.writeQueueFull() && poured.get() < 4_000) {
            poured.incrementAndGet();
            socket.writeBinaryMessage(block);
        }
        socket.drainHandler(_ -> pour(socket, block, poured));
    }

    @Test
    void a_switch_to_h2c_is_never_asked_of_a_backend() {
        try (TestOrigin origin = TestOrigin.echo();
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()));
                RawClient client = new RawClient(gateway.port())) {
            client.send("GET /1 HTTP/1.1\r\nHost: a\r\n\r\n").readUntil("\nauthority: a\n\n");
            client.send("GET /2 HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
                    + "HTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n");
            assertThat(client.readUntil("\nauthority: a\n\n"))
                    .contains("GET /2 ")
                    .doesNotContain("upgrade", "http2-settings");
        }
    }

    @Test
    void any_protocol_may_be_switched_to() {
        try (TestOrigin origin = TestOrigin.of(request -> {
                    request.response()
                            .setStatusCode(101)
                            .putHeader("Connection", "upgrade")
                            .putHeader("Upgrade", request.getHeader("Upgrade"));
                    request.toNetSocket().onSuccess(socket -> socket.handler(data -> socket.write("<" + data + ">")));
                });
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()));
                RawClient client = new RawClient(gateway.port())) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: tide/1\r\n\r\n");
            assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 101").containsIgnoringCase("upgrade: tide/1");
            assertThat(client.send("ping").readUntil(">")).isEqualTo("<ping>");
            assertThat(client.send("pong").readUntil(">")).isEqualTo("<pong>");
        }
    }
}
