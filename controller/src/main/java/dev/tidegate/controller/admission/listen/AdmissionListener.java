package dev.tidegate.controller.admission.listen;

import dev.tidegate.controller.admission.AdmissionOptions;
import dev.tidegate.controller.admission.Outcome;
import dev.tidegate.controller.admission.Reply;
import dev.tidegate.controller.admission.ReviewDesk;
import dev.tidegate.gateway.listen.ListenException;
import dev.tidegate.tls.CertificateIndex;
import dev.tidegate.tls.CertificateKeyManager;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.KeyCertOptions;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the API server asks: POST of AdmissionReviews, over HTTPS alone.
///
/// The certificate is chosen at each handshake, so that a new one needs no restart. HTTP/1.1 only: over HTTP/2 an API
/// server would send all it has to ask through one connection, to one replica.
///
/// Threads: one event loop of its own for bytes, and two workers that decide, so that a large review holds up no small
/// one.
///
/// Source: Kubernetes "Dynamic Admission Control"; it appends `?timeout=10s` to the path.
public final class AdmissionListener {

    public static final String PATH = "/networking/v1/ingresses";

    private static final Logger log = LoggerFactory.getLogger(AdmissionListener.class);

    private static final int WORKERS = 2;

    /// Hears what became of each request, and how long it took from its first line.
    @FunctionalInterface
    public interface Observer {
        void onReply(Outcome outcome, Duration took);
    }

    private final Vertx vertx;
    private final ReviewDesk desk;
    private final ListenLimits limits;
    private final Observer observer;
    private final BodyBudget budget;
    private int port;

    private AdmissionListener(Vertx vertx, ReviewDesk desk, ListenLimits limits, Observer observer) {
        this.vertx = vertx;
        this.desk = desk;
        this.limits = limits;
        this.observer = observer;
        this.budget = new BodyBudget(limits.budgetBytes());
    }

    /// `certificates`: the one to present is its default.
    ///
    /// Fails: with a [ListenException] if the port cannot be bound; nothing is left running then.
    public static Future<AdmissionListener> start(
            AdmissionOptions options,
            ListenLimits limits,
            Supplier<CertificateIndex> certificates,
            ReviewDesk desk,
            Observer observer) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(WORKERS)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(new FileSystemOptions().setClassPathResolvingEnabled(false))
                .setDisableTCCL(true));
        AdmissionListener listener = new AdmissionListener(vertx, desk, limits, observer);
        // A promise of no event loop: by the time a refusal is told, there is none left to tell it on.
        Promise<AdmissionListener> started = Promise.promise();
        vertx.createHttpServer(serverOptions(limits, certificates))
                .requestHandler(listener::answer)
                .listen(options.port(), options.host())
                .onSuccess(server -> started.complete(listener.listening(server)))
                .onFailure(cause -> vertx.close()
                        .onComplete(
                                _ -> started.fail(ListenException.of("validating-webhook", options.port(), cause))));
        return started.future();
    }

    private static HttpServerOptions serverOptions(ListenLimits limits, Supplier<CertificateIndex> certificates) {
        return new HttpServerOptions()
                .setSsl(true)
                .setKeyCertOptions(KeyCertOptions.wrap(new CertificateKeyManager(certificates)))
                .setUseAlpn(false)
                .setHandle100ContinueAutomatically(true)
                .setIdleTimeout((int) limits.idle().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    }

    private AdmissionListener listening(HttpServer server) {
        port = server.actualPort();
        return this;
    }

    public int port() {
        return port;
    }

    public Future<Void> close() {
        return vertx.close();
    }

    private void answer(HttpServerRequest request) {
        long beganNs = System.nanoTime();
        if (!PATH.equals(request.path())) {
            refuse(request, 404, "path: not found (expected: " + PATH + ")", beganNs);
        } else if (!request.method().equals(HttpMethod.POST)) {
            request.response().putHeader(HttpHeaders.ALLOW, "POST");
            refuse(request, 405, "method: " + request.method() + " (expected: POST)", beganNs);
        } else if (!isJson(request.getHeader(HttpHeaders.CONTENT_TYPE))) {
            refuse(request, 415, "Content-Type: not JSON (expected: application/json)", beganNs);
        } else {
            ReviewBody.read(vertx, request, limits, budget)
                    .onSuccess(body -> decide(request, body, beganNs))
                    .onFailure(failure -> refuse(request, failure, beganNs));
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
        return type.toLowerCase(Locale.ROOT).equals("application/json");
    }

    private void decide(HttpServerRequest request, Buffer body, long beganNs) {
        vertx.executeBlocking(() -> desk.reply(body.getBytes()), false)
                .onComplete(_ -> budget.giveBack(body.length()))
                .onSuccess(reply -> send(request, reply, beganNs))
                .onFailure(fault -> {
                    log.error("admission webhook: internal fault", fault);
                    send(request, Reply.text(500, "internal fault; the log has the details", Outcome.FAILED), beganNs);
                });
    }

    private void refuse(HttpServerRequest request, Throwable failure, long beganNs) {
        if (failure instanceof ReviewBody.Refused refused) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            refuse(request, refused.status(), String.valueOf(refused.getMessage()), beganNs)
                    // Vert.x would wait for the end of a body that does not come.
                    .onComplete(_ -> request.connection().close());
        } // else the connection is gone, and nobody is there to be answered
    }

    private Future<Void> refuse(HttpServerRequest request, int status, String line, long beganNs) {
        log.debug("admission webhook: refused with {}: {}", status, line);
        return send(request, Reply.text(status, line, Outcome.REFUSED), beganNs);
    }

    private Future<Void> send(HttpServerRequest request, Reply reply, long beganNs) {
        reply.told().ifPresent(line -> log.info("admission webhook: {}", line));
        observer.onReply(reply.outcome(), Duration.ofNanos(System.nanoTime() - beganNs));
        return request.response()
                .setStatusCode(reply.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, reply.contentType())
                .end(Buffer.buffer(reply.body()));
    }
}
