package dev.tidegate.e2e;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A backend that says who it is, in the field `backend` and in its body.
///
/// What it does hangs on the last element of the path: `work` is answered in two pieces, some milliseconds apart, so
/// that changes fall into the midst of requests; `events` never ends; `hold` is answered when the test says so. A
/// WebSocket is an echo.
final class TestBackend implements AutoCloseable {

    private static final Duration WORK = Duration.ofMillis(10);
    private static final Duration TICK = Duration.ofMillis(20);

    private final String name;
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Context context = vertx.getOrCreateContext();
    private final HttpServer server;
    private final CountDownLatch holding = new CountDownLatch(1);
    private final List<HttpServerResponse> held = new ArrayList<>();

    private TestBackend(String name) {
        this.name = name;
        server = vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1"))
                .requestHandler(this::answer)
                .webSocketHandler(TestBackend::echo);
    }

    static TestBackend start(String name) {
        TestBackend backend = new TestBackend(name);
        await(backend.server.listen(0));
        return backend;
    }

    String name() {
        return name;
    }

    int port() {
        return server.actualPort();
    }

    private void answer(HttpServerRequest request) {
        HttpServerResponse response = request.response().putHeader("backend", name);
        String path = request.uri();
        switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "work" -> work(response, path);
            case "events" -> tick(response);
            case "hold" -> hold(response);
            default -> response.end(name + " " + path);
        }
    }

    private void work(HttpServerResponse response, String path) {
        response.setChunked(true).write(name);
        vertx.setTimer(WORK.toMillis(), _ -> response.end(" " + path));
    }

    private void tick(HttpServerResponse response) {
        response.putHeader("content-type", "text/event-stream").setChunked(true);
        long[] number = {0};
        long timer = vertx.setPeriodic(TICK.toMillis(), _ -> response.write("data: " + number[0]++ + "\n\n"));
        response.closeHandler(_ -> vertx.cancelTimer(timer));
    }

    private void hold(HttpServerResponse response) {
        held.add(response);
        holding.countDown();
    }

    private static void echo(ServerWebSocket socket) {
        socket.textMessageHandler(socket::writeTextMessage);
    }

    void awaitHolding() throws InterruptedException {
        if (!holding.await(Await.BOUND.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the request did not reach " + name);
        }
    }

    void release() {
        context.runOnContext(_ -> held.forEach(response -> response.end(name + " at last")));
    }

    private static void await(Future<?> future) {
        future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(Await.BOUND.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}
