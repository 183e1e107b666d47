package dev.tidegate.gateway;

import static dev.tidegate.gateway.Waiting.await;

import dev.tidegate.gateway.table.Endpoint;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/// A backend on loopback that does what a test tells it to, over HTTP/1.1 and h2c alike.
public final class TestOrigin implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server;

    private TestOrigin(Handler<HttpServerRequest> handler) {
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setHandle100ContinueAutomatically(false)
                        .setMaxHeaderSize(64 * 1024))
                .connectionHandler(_ -> connections.incrementAndGet())
                .requestHandler(request -> {
                    requests.incrementAndGet();
                    handler.handle(request);
                });
        await(server.listen(0, "127.0.0.1"));
    }

    public static TestOrigin of(Handler<HttpServerRequest> handler) {
        return new TestOrigin(handler);
    }

    /// Answers with the name, whatever is asked.
    public static TestOrigin named(String name) {
        return of(request -> request.response().end(name));
    }

    /// Answers with what it received: request line, then the header fields in lower case and sorted, then the body.
    public static TestOrigin echo() {
        return of(request -> request.body().onSuccess(body -> {
            StringBuilder text =
                    new StringBuilder(request.method() + " " + request.uri() + " " + request.version() + "\n");
            request.headers().entries().stream()
                    .map(field -> field.getKey().toLowerCase(Locale.ROOT) + ": " + field.getValue())
                    .sorted()
                    .forEach(field -> text.append(field).append('\n'));
            if (request.authority() != null) {
                text.append("authority: ").append(request.authority()).append('\n');
            }
            request.response().end(text.append('\n').append(body).toString());
        }));
    }

    public Endpoint endpoint() {
        return new Endpoint("127.0.0.1", server.actualPort());
    }

    public int connections() {
        return connections.get();
    }

    public int requests() {
        return requests.get();
    }

    public Vertx vertx() {
        return vertx;
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}
