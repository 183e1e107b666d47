package dev.tidegate.gateway.failure;

import dev.tidegate.gateway.table.Reason;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.AsciiString;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.Arrays;

/// The answers that the gateway gives itself: status, `Tidegate-Reason`, and a page that says the same to a person.
///
/// The page's heading is the one that checks of ingress-nginx users look for (`404 Not Found`); it holds the reason's
/// code and nothing that a client sent, so there is nothing to inject. The pages of the usual
/// statuses are made once.
public final class FailureAnswer {

    public static final AsciiString REASON_HEADER = AsciiString.cached("Tidegate-Reason");

    private static final AsciiString CONTENT_TYPE = AsciiString.cached("content-type");
    private static final AsciiString TEXT_HTML = AsciiString.cached("text/html; charset=utf-8");
    private static final Buffer[] PAGES = Arrays.stream(Reason.values())
            .map(reason -> page(reason, reason.status()))
            .toArray(Buffer[]::new);

    private FailureAnswer() {}

    /// Ends the response; returns the bytes of its body. The caller has checked that nothing was sent yet.
    public static int write(HttpServerResponse response, Reason reason) {
        return write(response, reason, reason.status());
    }

    /// The same with another status, for a reason whose status is configured.
    public static int write(HttpServerResponse response, Reason reason, int status) {
        Buffer page = status == reason.status() ? PAGES[reason.ordinal()] : page(reason, status);
        response.setStatusCode(status);
        response.headers().set(REASON_HEADER, reason.code());
        if (status == HttpResponseStatus.NO_CONTENT.code()) {
            response.end();
            return 0;
        }
        response.headers().set(CONTENT_TYPE, TEXT_HTML);
        response.end(page);
        return page.length();
    }

    private static Buffer page(Reason reason, int status) {
        String title = status + " " + ingressNginxPhrase(HttpResponseStatus.valueOf(status));
        return Buffer.buffer("""
            <!doctype html>
            <html><head><title>%s</title></head>
            <body><center><h1>%s</h1></center><hr><center>tidegate: %s</center></body></html>
            """.formatted(title, title, reason.code()));
    }

    private static String ingressNginxPhrase(HttpResponseStatus status) {
        return switch (status.code()) {
            case 503 -> "Service Temporarily Unavailable";
            case 504 -> "Gateway Time-out";
            default -> status.reasonPhrase();
        };
    }
}
