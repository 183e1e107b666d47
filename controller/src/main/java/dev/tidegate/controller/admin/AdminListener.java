package dev.tidegate.controller.admin;

import dev.tidegate.controller.admin.api.Api;
import dev.tidegate.controller.admin.api.ApiState;
import dev.tidegate.gateway.listen.ListenException;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/healthz`, `/readyz` and `/metrics`, as plain text and for everybody; and the JSON [Api], for few. Threads: one
/// event loop of its own, and a few workers for what takes longer.
///
/// Source: Kubernetes "API health endpoints" for the first two; Prometheus exposition formats for the third, text or
/// OpenMetrics as the scraper asks.
public final class AdminListener {

    private static final Logger log = LoggerFactory.getLogger(AdminListener.class);

    private static final int WORKERS = 4;

    private final Vertx vertx;
    private final HttpServer server;

    private AdminListener(Vertx vertx, HttpServer server) {
        this.vertx = vertx;
        this.server = server;
    }

    /// Fails: with a [ListenException] if the port cannot be bound; nothing is left running then.
    public static Future<AdminListener> start(
            AdminOptions options, Health health, PrometheusRegistry registry, ApiState api) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(WORKERS)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(new FileSystemOptions().setClassPathResolvingEnabled(false))
                .setDisableTCCL(true));
        // A promise of no event loop: by the time a refusal is told, there is none left to tell it on.
        Promise<AdminListener> started = Promise.promise();
        HttpServer created = vertx.createHttpServer(new HttpServerOptions().setHost(options.host()));
        Router router = router(vertx, options, health, registry);
        Api.mount(router, vertx, api, options.allow(), created::actualPort);
        created.requestHandler(router)
                .listen(options.port(), options.host())
                .onSuccess(server -> started.complete(new AdminListener(vertx, server)))
                .onFailure(cause -> vertx.close()
                        .onComplete(_ -> started.fail(ListenException.of("healthz-port", options.port(), cause))));
        return started.future();
    }

    public int port() {
        return server.actualPort();
    }

    public Future<Void> close() {
        return vertx.close();
    }

    private static Router router(Vertx vertx, AdminOptions options, Health health, PrometheusRegistry registry) {
        Router router = Router.router(vertx);
        router.get(options.healthPath()).handler(context -> answerHealth(context, health));
        router.get("/readyz").handler(context -> answerReadiness(context, health));
        router.get("/metrics").handler(context -> answerMetrics(context, registry));
        router.errorHandler(
                404, context -> answerUnrouted(context, 404, "not found: try /healthz, /readyz, /metrics or /api\n"));
        router.errorHandler(405, context -> answerUnrouted(context, 405, "method not allowed (expected: GET)\n"));
        router.errorHandler(500, AdminListener::answerFault);
        return router;
    }

    private static void answerHealth(RoutingContext context, Health health) {
        text(context, health.alive() ? 200 : 500, health.alive() ? "ok\n" : "stopping\n");
    }

    private static void answerReadiness(RoutingContext context, Health health) {
        var missing = health.missing();
        text(context, missing.isEmpty() ? 200 : 503, missing.isEmpty() ? "ok\n" : String.join("\n", missing) + "\n");
    }

    private static void answerMetrics(RoutingContext context, PrometheusRegistry registry) {
        ExpositionFormatWriter writer =
                ExpositionFormats.init().findWriter(context.request().getHeader("Accept"));
        context.vertx()
                .executeBlocking(() -> scrape(writer, registry))
                .onSuccess(page -> context.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, writer.getContentType())
                        .end(page))
                .onFailure(context::fail);
    }

    private static Buffer scrape(ExpositionFormatWriter writer, PrometheusRegistry registry) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        writer.write(out, registry.scrape());
        return Buffer.buffer(out.toByteArray());
    }

    private static void answerUnrouted(RoutingContext context, int status, String body) {
        if (Api.owns(context)) {
            Api.refuse(context, status);
        } else {
            text(context, status, body);
        }
    }

    private static void answerFault(RoutingContext context) {
        if (Api.owns(context)) {
            Api.fail(context);
            return;
        }
        log.error("admin listener: {} failed", context.request().path(), context.failure());
        text(context, 500, "internal fault; the log has the details\n");
    }

    private static void text(RoutingContext context, int status, String body) {
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .end(body);
    }
}
