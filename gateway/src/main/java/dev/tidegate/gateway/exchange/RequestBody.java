package dev.tidegate.gateway.exchange;

import dev.tidegate.gateway.upstream.UpstreamStream;
import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.buffer.BufferInternal;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// The request's body on its way from the client to the endpoint, never more of it in memory than the two sockets
/// hold.
///
/// What arrives before there is an endpoint is kept, and the client paused at once; from then on the endpoint's
/// socket says when the client may go on. Nothing is copied for a second try: a body that has begun to flow cannot be
/// sent again.
final class RequestBody {

    /// What the exchange must know.
    interface Owner {
        /// More has come than the route allows.
        void bodyTooLarge();

        /// The client broke off.
        void bodyBroken(Throwable cause);
    }

    private final HttpServerRequest request;
    private final Owner owner;
    private @Nullable Deque<ByteBuf> early;
    private @Nullable UpstreamStream stream;
    private long limit = Long.MAX_VALUE;
    private long bytes;
    private boolean complete;
    private boolean paused;
    private boolean discarding;
    private long activeNs = System.nanoTime();

    RequestBody(HttpServerRequest request, Owner owner) {
        this.request = request;
        this.owner = owner;
    }

    /// Begins to take what the client sends. Must be called before the request's handler returns.
    void listen() {
        request.handler(this::received);
        request.endHandler(_ -> ended());
        request.exceptionHandler(owner::bodyBroken);
    }

    /// There is none.
    void none() {
        complete = true;
    }

    void limit(long maxBytes) {
        limit = maxBytes;
    }

    long bytes() {
        return bytes;
    }

    boolean complete() {
        return complete;
    }

    boolean paused() {
        return paused;
    }

    boolean started() {
        return bytes > 0;
    }

    /// How long has the client, free to send, sent nothing?
    boolean silentSince(long ns) {
        return !complete && !paused && activeNs - ns < 0;
    }

    private void received(Buffer chunk) {
        activeNs = System.nanoTime();
        bytes += chunk.length();
        if (discarding) {
            return;
        }
        if (bytes > limit) {
            discarding = true;
            owner.bodyTooLarge();
            return;
        }
        ByteBuf data = ((BufferInternal) chunk).getByteBuf();
        if (stream == null) {
            keep(data);
            pause();
        } else {
            stream.write(data);
            if (!stream.isWritable()) {
                pause();
            }
        }
    }

    private void keep(ByteBuf data) {
        if (early == null) {
            early = new ArrayDeque<>(2);
        }
        early.add(data);
    }

    private @Nullable ByteBuf nextEarly() {
        return early == null ? null : early.poll();
    }

    private void ended() {
        complete = true;
        if (stream != null && !discarding) {
            stream.finish();
        }
    }

    /// The request's head has been sent on this stream: the body follows it.
    void flowTo(UpstreamStream to) {
        stream = to;
        for (ByteBuf data; (data = nextEarly()) != null; ) {
            to.write(data);
        }
        if (complete) {
            to.finish();
        } else if (to.isWritable()) {
            resume();
        }
    }

    void writable() {
        if (stream != null && !complete) {
            resume();
        }
    }

    /// Whatever still comes is thrown away.
    void discard() {
        discarding = true;
        stream = null;
        for (ByteBuf data; (data = nextEarly()) != null; ) {
            data.release();
        }
        resume();
    }

    private void pause() {
        if (!paused && !complete) {
            paused = true;
            request.pause();
        }
    }

    private void resume() {
        if (paused) {
            paused = false;
            activeNs = System.nanoTime();
            request.resume();
        }
    }
}
