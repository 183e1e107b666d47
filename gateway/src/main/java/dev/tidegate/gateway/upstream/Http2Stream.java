package dev.tidegate.gateway.upstream;

import dev.tidegate.gateway.failure.ProxyFailure;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.Reason;
import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.buffer.BufferInternal;
import io.vertx.core.net.HostAndPort;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// One request on a shared HTTP/2 connection. Source: RFC 9113 §8; gRPC needs the trailers, also where they are all
/// there is.
final class Http2Stream implements UpstreamStream {

    private static final long CANCEL = 0x8;
    private static final long REFUSED_STREAM = 0x7;

    private final Http2Pool pool;
    private final Http2Pool.Shared shared;
    private final HttpClientRequest request;
    private @Nullable UpstreamListener listener;
    private @Nullable HttpClientResponse response;
    private boolean finished;
    private boolean over;

    Http2Stream(Http2Pool pool, Http2Pool.Shared shared, HttpClientRequest request, UpstreamListener listener) {
        this.pool = pool;
        this.shared = shared;
        this.request = request;
        this.listener = listener;
    }

    @Override
    public Endpoint endpoint() {
        return pool.endpoint();
    }

    @Override
    public void send(UpstreamRequest from) {
        request.setMethod(from.method()).setURI(from.target()).authority(authority(from.authority()));
        MultiMap headers = request.headers();
        from.writeHeaders((name, value) -> headers.add(lowerCase(name), value));
        request.exceptionHandler(this::broken);
        request.continueHandler(_ -> informed(100, HttpHeaders.headers()));
        request.earlyHintsHandler(hints -> informed(103, hints));
        request.response().onComplete(done -> {
            if (done.succeeded()) {
                answered(done.result());
            } else {
                broken(done.cause());
            }
        });
        if (from.hasBody()) {
            request.setChunked(!from.hasLength()); // Vert.x' word for "of unknown length", in HTTP/2 as well
            request.drainHandler(_ -> drained());
            request.sendHead();
        } else {
            finished = true;
            request.end();
        }
    }

    private static HostAndPort authority(String authority) {
        HostAndPort parsed = HostAndPort.parseAuthority(authority, -1);
        if (parsed == null) {
            throw new IllegalArgumentException("authority: " + authority + " (expected: host and port)");
        }
        return parsed;
    }

    private static CharSequence lowerCase(CharSequence name) {
        return AsciiString.of(name).toLowerCase();
    }

    private void answered(HttpClientResponse from) {
        UpstreamListener to = listener;
        if (to == null) {
            return;
        }
        response = from;
        from.handler(chunk -> received(((BufferInternal) chunk).getByteBuf()));
        from.endHandler(_ -> ended(from));
        from.exceptionHandler(this::broken);
        to.answered(from.statusCode(), from.statusMessage(), from.headers());
        // An end that came in the same frame is told in this turn of the loop, and may have to leave in one frame too.
        ContextInternal.current().runOnContext(_ -> paused());
    }

    private void paused() {
        UpstreamListener to = listener;
        if (to != null) {
            to.paused();
        }
    }

    private void received(ByteBuf chunk) {
        UpstreamListener to = listener;
        if (to != null) {
            to.received(chunk);
            to.paused();
        }
    }

    private void ended(HttpClientResponse from) {
        UpstreamListener to = listener;
        if (to == null) {
            return;
        }
        listener = null;
        if (!finished) {
            request.reset(CANCEL); // the answer is complete; nobody reads the rest of the request
        }
        over();
        to.ended(from.trailers().isEmpty() ? null : from.trailers());
    }

    private void informed(int status, MultiMap headers) {
        UpstreamListener to = listener;
        if (to != null) {
            to.informed(status, headers);
        }
    }

    private void drained() {
        UpstreamListener to = listener;
        if (to != null) {
            to.writable();
        }
    }

    private void broken(Throwable cause) {
        UpstreamListener to = listener;
        if (to == null) {
            return;
        }
        listener = null;
        if (!(cause instanceof StreamResetException)) {
            pool.leave(shared); // a request that is sent again at once must not meet this connection
        }
        over();
        to.failed(
                ProxyFailure.of(Reason.UPSTREAM_RESET, "the endpoint broke the stream: " + cause.getMessage()),
                response == null ? resend(cause) : Resend.NEVER);
    }

    /// A refused stream was not read (RFC 9113 §8.7), nor was one that a GOAWAY does not count among those it will
    /// serve (§6.8). Of any other that ended before its answer nobody knows.
    private Resend resend(Throwable cause) {
        return switch (cause) {
            case StreamResetException reset -> reset.getCode() == REFUSED_STREAM ? Resend.ALWAYS : Resend.IF_IDEMPOTENT;
            case HttpClosedException closed
            when closed.goAway() != null && closed.goAway().getLastStreamId() < request.streamId() -> Resend.ALWAYS;
            case HttpClosedException _, IOException _ -> Resend.IF_IDEMPOTENT;
            default -> Resend.NEVER;
        };
    }

    @Override
    public void write(ByteBuf chunk) {
        request.write(BufferInternal.buffer(chunk)).onComplete(_ -> chunk.release());
    }

    @Override
    public void finish() {
        finished = true;
        request.end();
    }

    @Override
    public boolean isWritable() {
        return !request.writeQueueFull();
    }

    @Override
    public void pause() {
        if (response != null) {
            response.pause();
        }
    }

    @Override
    public void resume() {
        if (response != null) {
            response.resume();
        }
    }

    @Override
    public void release() {
        cancel();
    }

    @Override
    public void cancel() {
        listener = null;
        request.reset(CANCEL);
        over();
    }

    private void over() {
        if (!over) {
            over = true;
            pool.done(shared);
        }
    }
}
