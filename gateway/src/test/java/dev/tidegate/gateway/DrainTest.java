package dev.tidegate.gateway;

import static dev.tidegate.gateway.Tables.everythingTo;
import static dev.tidegate.gateway.Tables.table;
import static dev.tidegate.gateway.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.Protocol;
import dev.tidegate.gateway.table.RoutingTable;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Endpoints that leave the table, and those that leave of their own accord.
class DrainTest {

    private static final String ASK = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    private static RoutingTable speaking(Protocol protocol, Endpoint... endpoints) {
        return table().speaking(protocol).prefix("/", endpoints).build();
    }

    /// Without the GOAWAY and the patience that a close of the server's would have.
    private static void breakOff(HttpServerRequest request) {
        ((ConnectionBase) request.connection()).channel().unsafe().closeForcibly();
    }

    private static String get(TestGateway gateway) {
        return RawClient.ask(gateway.port(), ASK);
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP", "H2C"})
    void a_request_in_flight_outlives_its_endpoint_and_new_ones_go_elsewhere(Protocol protocol) {
        Promise<HttpServerRequest> arrived = Promise.promise();
        try (TestOrigin leaving = TestOrigin.of(arrived::complete);
                TestOrigin staying = TestOrigin.named("staying");
                TestGateway gateway = TestGateway.serving(speaking(protocol, leaving.endpoint()));
                RawClient client = new RawClient(gateway.port())) {
            client.send(ASK);
            HttpServerRequest held = await(arrived.future());
            gateway.publish(speaking(protocol, staying.endpoint()));
            for (int i = 0; i < 10; i++) {
                assertThat(get(gateway)).endsWith("staying");
            }
            held.response().end("late");
            assertThat(client.readAll()).startsWith("HTTP/1.1 200").endsWith("late");
            assertThat(leaving.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP", "H2C"})
    void idle_connections_to_an_endpoint_that_left_are_closed_though_nobody_asks(Protocol protocol) {
        AtomicInteger open = new AtomicInteger();
        try (TestOrigin leaving = TestOrigin.of(request -> {
                    open.incrementAndGet();
                    request.connection().closeHandler(_ -> open.decrementAndGet());
                    request.response().end("leaving");
                });
                TestOrigin staying = TestOrigin.named("staying");
                TestGateway gateway = TestGateway.serving(speaking(protocol, leaving.endpoint(), staying.endpoint()))) {
            get(gateway);
            get(gateway);
            assertThat(open).hasValue(1);
            gateway.publish(speaking(protocol, staying.endpoint()));
            Awaitility.await().atMost(Waiting.BOUND).until(() -> open.get() == 0);
        }
    }

    @Test
    void a_websocket_outlives_its_endpoint() {
        Vertx vertx = Vertx.vertx();
        try (TestOrigin leaving = TestOrigin.of(request -> request.toWebSocket()
                        .onSuccess(
                                socket -> socket.textMessageHandler(text -> socket.writeTextMessage("re:" + text))));
                TestOrigin staying = TestOrigin.named("staying");
                TestGateway gateway = TestGateway.serving(everythingTo(leaving.endpoint()))) {
            WebSocket socket = await(vertx.createWebSocketClient()
                    .connect(new WebSocketConnectOptions()
                            .setHost("127.0.0.1")
                            .setPort(gateway.port())
                            .setURI("/chat")));
            Promise<String> answer = Promise.promise();
            socket.textMessageHandler(answer::tryComplete);
            gateway.publish(everythingTo(staying.endpoint()));
            assertThat(get(gateway)).endsWith("staying");
            socket.writeTextMessage("still there?");
            assertThat(await(answer.future())).isEqualTo("re:still there?");
        } finally {
            await(vertx.close());
        }
    }

    /// A GOAWAY that counts no stream: the request was not read, so that even a POST may go elsewhere.
    @ParameterizedTest
    @CsvSource({"GET, ''", "POST, 'Content-Length: 0|'"})
    void a_request_that_a_goaway_leaves_out_goes_elsewhere(String method, String fields) {
        AtomicInteger left = new AtomicInteger();
        try (TestOrigin leaving = TestOrigin.of(request -> {
                    left.incrementAndGet();
                    request.connection().goAway(0, 0);
                });
                TestOrigin staying = TestOrigin.named("staying");
                TestGateway gateway =
                        TestGateway.serving(speaking(Protocol.H2C, leaving.endpoint(), staying.endpoint()))) {
            for (int i = 0; i < 6; i++) {
                assertThat(RawClient.ask(
                                gateway.port(),
                                method + " / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + fields.replace("|", "\r\n")
                                        + "\r\n"))
                        .startsWith("HTTP/1.1 200")
                        .endsWith("staying");
            }
            assertThat(left.get()).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, 200", "POST, 502"})
    void a_shared_connection_that_breaks_before_the_answer_costs_only_what_may_have_been_done(
            String method, int status) {
        AtomicBoolean breaks = new AtomicBoolean();
        try (TestOrigin origin = TestOrigin.of(request -> {
                    if (breaks.getAndSet(false)) {
                        breakOff(request);
                    } else {
                        request.response().end("well");
                    }
                });
                TestGateway gateway = TestGateway.serving(speaking(Protocol.H2C, origin.endpoint()))) {
            assertThat(get(gateway)).endsWith("well");
            breaks.set(true);
            assertThat(RawClient.ask(
                            gateway.port(),
                            method + " / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"))
                    .startsWith("HTTP/1.1 " + status);
        }
    }
}
