package dev.tidegate.e2e;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.dns.AddressResolverOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A WebSocket over TLS through which numbered messages go and must come back, one after the other, all the while.
final class EchoingWebSocket implements AutoCloseable {

    private static final Duration PACE = Duration.ofMillis(10);

    private final Vertx vertx;
    /// Held, as Vert.x closes a client, and its connections with it, that nobody can reach any more.
    private final WebSocketClient client;

    private volatile long echoed;
    private volatile @Nullable String failure;

    private EchoingWebSocket(String host) {
        AddressResolverOptions names = new AddressResolverOptions().setHostsValue(Buffer.buffer("127.0.0.1 " + host));
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setAddressResolverOptions(names));
        // Whether the right certificate is shown is for others to see; here it matters that the connection lives.
        client = vertx.createWebSocketClient(
                new WebSocketClientOptions().setTrustAll(true).setVerifyHost(false));
    }

    static EchoingWebSocket open(int port, String host, String path) {
        EchoingWebSocket echoing = new EchoingWebSocket(host);
        echoing.client
                .connect(new WebSocketConnectOptions()
                        .setSsl(true)
                        .setPort(port)
                        .setHost(host)
                        .setURI(path))
                .map(echoing::begin)
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(Await.BOUND.toSeconds(), TimeUnit.SECONDS)
                .join();
        return echoing;
    }

    private WebSocket begin(WebSocket socket) {
        socket.textMessageHandler(text -> received(socket, text));
        socket.exceptionHandler(cause -> failed(cause.toString()));
        socket.closeHandler(_ -> failed("closed with " + socket.closeStatusCode()));
        socket.writeTextMessage("0");
        return socket;
    }

    private void received(WebSocket socket, String text) {
        if (!text.equals(Long.toString(echoed))) {
            failed("got " + text + " back (expected: " + echoed + ")");
        }
        long next = echoed + 1;
        echoed = next;
        vertx.setTimer(PACE.toMillis(), _ -> socket.writeTextMessage(Long.toString(next)));
    }

    private void failed(String why) {
        if (failure == null) {
            failure = why;
        }
    }

    /// Messages that came back.
    long echoed() {
        return echoed;
    }

    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void close() {
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(Await.BOUND.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
