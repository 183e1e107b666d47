package dev.tidegate.gateway;

import dev.tidegate.gateway.listen.GatewayOptions;
import dev.tidegate.gateway.listen.GatewayTransport;
import dev.tidegate.gateway.listen.GatewayVerticle;
import dev.tidegate.gateway.listen.Loops;
import dev.tidegate.gateway.observe.AccessLog;
import dev.tidegate.gateway.observe.GatewayMetrics;
import dev.tidegate.gateway.publication.ActiveTable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A running gateway: event loops of its own, both listeners bound on each.
///
/// Shape: an [ActiveTable] in, requests served. It may start with an empty table, and answers `not-ready` until the
/// first is swapped in. Threads: any.
public final class Gateway {

    private static final Duration QUIET = Duration.ofMillis(500);
    /// The same as long as clients are connected: those that were just served may be sending their next request.
    private static final Duration QUIET_WITH_CLIENTS = Duration.ofMillis(1_500);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Vertx vertx;
    private final GatewayMetrics metrics;
    private final List<GatewayVerticle> loops;

    private Gateway(Vertx vertx, GatewayMetrics metrics, List<GatewayVerticle> loops) {
        this.vertx = vertx;
        this.metrics = metrics;
        this.loops = loops;
    }

    /// Fails: with a [dev.tidegate.gateway.listen.ListenException] if a port cannot be bound; nothing is left running
    /// then.
    ///
    /// `accessLog` is null if requests are not to be logged.
    public static Future<Gateway> start(
            GatewayOptions options, ActiveTable active, GatewayMetrics metrics, @Nullable AccessLog accessLog) {
        Loops byEventLoop = new Loops();
        Vertx vertx = Vertx.builder()
                .with(new VertxOptions()
                        .setEventLoopPoolSize(options.eventLoops())
                        // else it keeps a folder of its own among the temporary files, and there may be no disk
                        .setFileSystemOptions(new FileSystemOptions().setClassPathResolvingEnabled(false))
                        .setDisableTCCL(true))
                .withTransport(GatewayTransport.of(byEventLoop, active))
                .build();
        List<GatewayVerticle> loops = new CopyOnWriteArrayList<>();
        GatewayVerticle first = new GatewayVerticle(
                options, active, metrics, accessLog, byEventLoop, options.httpPort(), options.httpsPort());
        loops.add(first);
        // A promise of no event loop: by the time a refusal is told, there is none left to tell it on.
        Promise<Gateway> started = Promise.promise();
        vertx.deployVerticle(first)
                .compose(_ -> deployRest(vertx, options, active, metrics, accessLog, byEventLoop, loops))
                .onSuccess(_ -> started.complete(new Gateway(vertx, metrics, loops)))
                .onFailure(cause -> vertx.close().onComplete(_ -> started.fail(cause)));
        return started.future();
    }

    private static Future<?> deployRest(
            Vertx vertx,
            GatewayOptions options,
            ActiveTable active,
            GatewayMetrics metrics,
            @Nullable AccessLog accessLog,
            Loops byEventLoop,
            List<GatewayVerticle> loops) {
        if (options.eventLoops() == 1) {
            return Future.succeededFuture();
        }
        DeploymentOptions rest = new DeploymentOptions().setInstances(options.eventLoops() - 1);
        return vertx.deployVerticle(
                () -> {
                    GatewayVerticle next = new GatewayVerticle(
                            options, active, metrics, accessLog, byEventLoop, options.httpPort(), options.httpsPort());
                    loops.add(next);
                    return next;
                },
                rest);
    }

    public int httpPort() {
        return loops.getFirst().httpPort();
    }

    public int httpsPort() {
        return loops.getFirst().httpsPort();
    }

    /// Is epoll, or whatever the platform has, in use?
    public boolean nativeTransport() {
        return GatewayTransport.isNative();
    }

    /// Asks clients to go elsewhere and waits until no request has been in flight for a moment, or the bound has
    /// passed. New connections are accepted all the while: whoever still sends them has not yet heard that we
    /// leave.
    public Future<Void> drain(Duration bound) {
        loops.forEach(GatewayVerticle::drain);
        Promise<Void> drained = Promise.promise();
        long beganNs = System.nanoTime();
        long[] busyNs = {beganNs};
        vertx.setPeriodic(LOOK.toMillis(), timer -> {
            long nowNs = System.nanoTime();
            if (metrics.requestsActive() > 0) {
                busyNs[0] = nowNs;
            }
            Duration enough = metrics.clientConnectionsActive() > 0 ? QUIET_WITH_CLIENTS : QUIET;
            boolean quiet = nowNs - busyNs[0] >= enough.toNanos();
            if (quiet || nowNs - beganNs >= bound.toNanos()) {
                vertx.cancelTimer(timer);
                drained.complete();
            }
        });
        return drained.future();
    }

    /// Stops listening and closes every connection.
    public Future<Void> close() {
        return vertx.close();
    }
}
