package dev.tidegate.gateway.exchange;

import dev.tidegate.gateway.failure.ProxyFailure;
import dev.tidegate.gateway.table.Reason;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where requests enter: one for each listener and event loop.
public final class ExchangeHandler implements Handler<HttpServerRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeHandler.class);

    private final ExchangeLoop loop;
    private final boolean secure;

    public ExchangeHandler(ExchangeLoop loop, boolean secure) {
        this.loop = loop;
        this.secure = secure;
    }

    @Override
    public void handle(HttpServerRequest request) {
        Exchange exchange = new Exchange(loop, request, secure);
        try {
            exchange.begin();
        } catch (RuntimeException fault) {
            LOG.error("A request could not be handled: {} {}", request.method(), request.uri(), fault);
            exchange.fault();
        }
    }

    /// Answers a request whose head could not be decoded; its connection closes after it.
    public void handleInvalid(HttpServerRequest request) {
        new Exchange(loop, request, secure)
                .refuseUnread(verdict(request.decoderResult().cause()));
    }

    private static ProxyFailure verdict(@Nullable Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException _ -> ProxyFailure.of(Reason.URI_TOO_LONG, "the request line is too long");
            case TooLongHttpHeaderException _ ->
                ProxyFailure.of(Reason.HEADERS_TOO_LARGE, "the header fields are too large");
            case TooLongFrameException _ -> ProxyFailure.of(Reason.HEADERS_TOO_LARGE, "the head is too large");
            case null -> ProxyFailure.of(Reason.BAD_REQUEST, "the request is not HTTP");
            default -> ProxyFailure.of(Reason.BAD_REQUEST, "the request is not HTTP: " + cause.getMessage());
        };
    }
}
