package dev.tidegate.controller.admin.api;

import dev.tidegate.controller.view.ErrorView;
import dev.tidegate.controller.view.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers in JSON. What costs time is made on a worker, so that a probe or a scrape never waits for an answer.
///
/// Threads: called on the event loop.
final class JsonAnswer {

    private static final Logger log = LoggerFactory.getLogger(JsonAnswer.class);

    private JsonAnswer() {}

    /// Shape: a request, and what makes its answer, which may throw [ApiRefused].
    static void make(RoutingContext context, Callable<Object> maker) {
        make(context, Optional.empty(), maker);
    }

    /// `tag`: the same as long as the answer is, if that is known beforehand (RFC 9110 §8.8.3).
    static void make(RoutingContext context, Optional<String> tag, Callable<Object> maker) {
        Optional<String> asked = Optional.ofNullable(context.request().getHeader(HttpHeaders.IF_NONE_MATCH));
        if (tag.isPresent() && tag.equals(asked)) {
            context.response()
                    .setStatusCode(304)
                    .putHeader(HttpHeaders.ETAG, tag.get())
                    .end();
            return;
        }
        context.vertx()
                .executeBlocking(() -> Buffer.buffer(Json.bytes(maker.call())), false)
                .onSuccess(json -> {
                    tag.ifPresent(it -> context.response().putHeader(HttpHeaders.ETAG, it));
                    write(context, 200, json);
                })
                .onFailure(failure -> refuse(context, failure));
    }

    static void refuse(RoutingContext context, Throwable failure) {
        if (failure instanceof ApiRefused refused) {
            error(context, refused.error());
        } else {
            log.error("admin API: {} failed", context.request().path(), failure);
            error(context, 500, "Internal", "internal fault; the log has the details");
        }
    }

    static void error(RoutingContext context, int status, String reason, String message) {
        error(context, ApiRefused.of(status, reason, message).error());
    }

    static void error(RoutingContext context, ErrorView error) {
        write(context, error.status(), Buffer.buffer(Json.bytes(error)));
    }

    private static void write(RoutingContext context, int status, Buffer json) {
        HttpServerResponse response = context.response();
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .putHeader("X-Content-Type-Options", "nosniff");
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(json.length()));
            response.end();
        } else {
            response.end(json);
        }
    }
}
