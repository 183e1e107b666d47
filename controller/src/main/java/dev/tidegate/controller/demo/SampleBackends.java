package dev.tidegate.controller.demo;

import dev.tidegate.controller.process.StartException;
import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.RoutingTable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Small servers that say who they are and what reached them: one on each loopback endpoint of a table. WebSocket
/// messages come back as they are.
public final class SampleBackends implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final Map<Endpoint, String> services;

    private SampleBackends(Vertx vertx, Map<Endpoint, String> services) {
        this.vertx = vertx;
        this.services = services;
    }

    /// Fails: [StartException] if an endpoint's port is taken; none is left running then.
    public static SampleBackends start(RoutingTable table) {
        Map<Endpoint, String> services = loopback(table);
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setFileSystemOptions(new FileSystemOptions().setClassPathResolvingEnabled(false))
                .setDisableTCCL(true));
        SampleBackends backends = new SampleBackends(vertx, services);
        try {
            services.forEach((endpoint, service) -> await(backends.listen(endpoint, service)));
            return backends;
        } catch (StartException taken) {
            backends.close();
            throw taken;
        }
    }

    private static Map<Endpoint, String> loopback(RoutingTable table) {
        Map<Endpoint, String> services = new TreeMap<>();
        for (Backend backend : table.backends().values()) {
            for (Endpoint endpoint : backend.endpoints()) {
                if (isLoopback(endpoint.address())) {
                    services.putIfAbsent(endpoint, backend.serviceName());
                }
            }
        }
        return services;
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /// Which service answers where.
    public Map<Endpoint, String> services() {
        return Map.copyOf(services);
    }

    private Future<?> listen(Endpoint endpoint, String service) {
        return vertx.createHttpServer()
                .requestHandler(request -> answer(request, endpoint, service))
                .webSocketHandler(SampleBackends::echo)
                .listen(endpoint.port(), endpoint.address())
                .recover(taken -> Future.failedFuture(new StartException(
                        endpoint.text() + ": cannot listen for the sample backend of Service " + service
                                + " (expected: a free port; it stands in the Service's EndpointSlice)",
                        taken)));
    }

    private static void answer(HttpServerRequest request, Endpoint endpoint, String service) {
        StringBuilder page = new StringBuilder();
        page.append("This is ").append(service).append(" at ").append(endpoint.text());
        page.append("\n\n")
                .append(request.method())
                .append(' ')
                .append(request.uri())
                .append('\n');
        request.headers()
                .forEach(field -> page.append(field.getKey())
                        .append(": ")
                        .append(field.getValue())
                        .append('\n'));
        request.response()
                .putHeader("content-type", "text/plain; charset=utf-8")
                .end(page.toString());
    }

    private static void echo(ServerWebSocket socket) {
        socket.textMessageHandler(socket::writeTextMessage);
        socket.binaryMessageHandler(socket::writeBinaryMessage);
    }

    private static void await(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof StartException taken) {
                throw taken;
            }
            throw new IllegalStateException("sample backends", refused.getCause());
        } catch (TimeoutException slow) {
            throw new StartException("sample backends: not started within " + PATIENCE.toSeconds() + " s", slow);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted while starting", interrupted);
        }
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}
