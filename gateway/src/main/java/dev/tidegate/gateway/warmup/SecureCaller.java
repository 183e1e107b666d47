package dev.tidegate.gateway.warmup;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// Clients that ask over TLS and HTTP/2, several at a time on one connection.
///
/// Threads: an event loop of its own.
public final class SecureCaller implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setEventLoopPoolSize(1)
            .setFileSystemOptions(new FileSystemOptions().setClassPathResolvingEnabled(false)));
    private final HttpClient client;
    private final int port;
    private final String path;

    /// `nativeTls`: with the engine of the gateway that is asked, so that no other is loaded for it.
    public SecureCaller(int port, String path, boolean nativeTls) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setUseAlpn(true)
                .setSsl(true)
                .setSslEngineOptions(nativeTls ? new OpenSSLEngineOptions() : new JdkSSLEngineOptions())
                .setTrustAll(true) // it talks to its own process, whose certificate nobody has signed
                .setVerifyHost(false)
                .setAlpnVersions(List.of(HttpVersion.HTTP_2)));
        this.port = port;
        this.path = path;
    }

    /// Asks while `more` says so. Shape: how many at a time → done when all have been answered; or failed.
    public Future<Void> ask(int atOnce, BooleanSupplier more) {
        List<Future<Void>> lines =
                Stream.generate(() -> line(more)).limit(atOnce).toList();
        return Future.all(lines).mapEmpty();
    }

    private Future<Void> line(BooleanSupplier more) {
        Promise<Void> done = Promise.promise();
        next(more, done);
        return done.future();
    }

    private void next(BooleanSupplier more, Promise<Void> done) {
        if (!more.getAsBoolean()) {
            done.complete();
            return;
        }
        // In a composition, for a client that has been closed meanwhile throws.
        Future.succeededFuture()
                .compose(_ -> client.request(HttpMethod.GET, port, "127.0.0.1", path))
                .compose(request -> request.putHeader("accept", "*/*").send())
                .compose(HttpClientResponse::end)
                .onSuccess(_ -> next(more, done))
                .onFailure(done::fail);
    }

    @Override
    public void close() {
        vertx.close();
    }
}
