package dev.tidegate.gateway.listen;

import dev.tidegate.gateway.exchange.ClientConnection;
import dev.tidegate.gateway.exchange.ExchangeHandler;
import dev.tidegate.gateway.exchange.ExchangeLoop;
import dev.tidegate.gateway.observe.AccessLog;
import dev.tidegate.gateway.observe.GatewayMetrics;
import dev.tidegate.gateway.observe.LoopMetrics;
import dev.tidegate.gateway.publication.ActiveTable;
import dev.tidegate.gateway.upstream.LoopPools;
import dev.tidegate.gateway.upstream.LoopTransport;
import dev.tidegate.gateway.upstream.Upstreams;
import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// One event loop of the gateway: both listeners, and everything that their requests need, confined to it.
///
/// All instances listen on the same two ports; Vert.x accepts once and hands connections round.
public final class GatewayVerticle extends VerticleBase {

    /// To Vert.x, 0 is another port each time, and a negative number a random one that all who say it share.
    private static final int SHARED_RANDOM_PORT = -1;

    private final GatewayOptions options;
    private final ActiveTable active;
    private final GatewayMetrics metrics;
    private final @Nullable AccessLog accessLog;
    private final Loops loops;
    private final int httpPort;
    private final int httpsPort;
    private @Nullable ExchangeLoop loop;
    private @Nullable HttpServer http;
    private @Nullable HttpServer https;

    public GatewayVerticle(
            GatewayOptions options,
            ActiveTable active,
            GatewayMetrics metrics,
            @Nullable AccessLog accessLog,
            Loops loops,
            int httpPort,
            int httpsPort) {
        this.options = options;
        this.active = active;
        this.metrics = metrics;
        this.accessLog = accessLog;
        this.loops = loops;
        this.httpPort = httpPort;
        this.httpsPort = httpsPort;
    }

    @Override
    public Future<?> start() {
        EventLoop eventLoop = ((ContextInternal) context).nettyEventLoop();
        LoopMetrics counters = metrics.newLoop();
        LoopTransport transport = new LoopTransport((VertxInternal) vertx, eventLoop);
        Upstreams upstreams = new Upstreams(new LoopPools(vertx, transport, options.upstream(), counters));
        ExchangeLoop on = new ExchangeLoop(
                eventLoop,
                active,
                upstreams,
                counters,
                accessLog,
                loops.limits(),
                options.exchange(),
                InstantSource.system());
        loop = on;
        on.start();
        loops.put(eventLoop, on);
        return listen(on, false, ListenerOptions.cleartext(options), httpPort)
                .onSuccess(listening -> http = listening)
                .compose(_ -> listen(on, true, ListenerOptions.encrypted(options, active), httpsPort))
                .onSuccess(listening -> https = listening);
    }

    private Future<HttpServer> listen(ExchangeLoop on, boolean secure, HttpServerOptions listener, int port) {
        ExchangeHandler handler = new ExchangeHandler(on, secure);
        return vertx.createHttpServer(listener)
                .requestHandler(handler)
                .invalidRequestHandler(handler::handleInvalid)
                .connectionHandler(connection -> ClientConnection.of(connection).opened(connection, listener))
                .exceptionHandler(_ -> {})
                .listen(port == 0 ? SHARED_RANDOM_PORT - (secure ? 1 : 0) : port, options.address())
                .recover(cause ->
                        Future.failedFuture(ListenException.of(secure ? "https-port" : "http-port", port, cause)));
    }

    /// The ports that were bound, once started.
    public int httpPort() {
        return http == null ? httpPort : http.actualPort();
    }

    public int httpsPort() {
        return https == null ? httpsPort : https.actualPort();
    }

    /// Threads: any.
    public void drain() {
        if (loop != null) {
            loop.drain();
        }
    }

    @Override
    public Future<?> stop() {
        if (loop != null) {
            loop.stop();
        }
        return Future.succeededFuture();
    }
}
