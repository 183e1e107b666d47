package dev.tidegate.gateway.exchange;

import dev.tidegate.gateway.table.AnswerRules;
import dev.tidegate.gateway.upstream.UpstreamStream;
import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.internal.buffer.BufferInternal;
import org.jspecify.annotations.Nullable;

/// The response on its way from the endpoint to the client.
///
/// The head, and the first piece of the body, are held back until the endpoint pauses: then a small answer leaves in
/// one write, and a gRPC answer that is trailers only leaves as one HEADERS frame with END_STREAM (RFC 9113 §8.1).
/// What has to wait for the client's socket stops the endpoint's.
final class ResponseRelay {

    private static final AsciiString CLOSE = AsciiString.cached("close");

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final HttpVersion version;
    private @Nullable ByteBuf held;
    private boolean headHeld;
    private boolean begun;
    private boolean paused;
    private boolean closes;
    private long bytes;
    private long activeNs = System.nanoTime();

    ResponseRelay(HttpServerRequest request) {
        this.request = request;
        this.response = request.response();
        this.version = request.version();
    }

    /// Has a head been taken over, sent or held?
    boolean begun() {
        return begun;
    }

    long bytes() {
        return bytes;
    }

    /// Must the connection close after this answer, because nothing else tells the client where it ends?
    boolean closes() {
        return closes;
    }

    /// Has the client, with more to take, taken nothing since?
    boolean stuckSince(long ns) {
        return paused && activeNs - ns < 0;
    }

    boolean paused() {
        return paused;
    }

    void head(int status, String phrase, MultiMap fields, HttpDate date, boolean closing, AnswerRules rules) {
        begun = true;
        headHeld = true;
        response.setStatusCode(status);
        if (version != HttpVersion.HTTP_2 && !phrase.isEmpty()) {
            response.setStatusMessage(phrase);
        }
        MultiMap to = response.headers();
        ResponseFields.copy(fields, to, date, rules);
        frame(status, to);
        closes |= closing;
        boolean sayClose = closes && version != HttpVersion.HTTP_2;
        if (sayClose || status == 204) {
            response.headersEndHandler(_ -> mend(to, status, sayClose));
        }
    }

    /// Vert.x adds fields of its own at the last moment: a length to an answer that must have none, and keep-alive.
    private static void mend(MultiMap to, int status, boolean sayClose) {
        if (status == 204) {
            to.remove(HttpHeaders.CONTENT_LENGTH);
        }
        if (sayClose) {
            to.set(HttpHeaders.CONNECTION, CLOSE);
        }
    }

    /// Says where the body ends: by its length, by chunks, or for HTTP/1.0 by closing. Source: RFC 9112 §6.3.
    private void frame(int status, MultiMap to) {
        boolean bodiless = status == 204 || status == 304 || request.method().equals(HttpMethod.HEAD);
        if (bodiless || version == HttpVersion.HTTP_2 || to.contains(HttpHeaders.CONTENT_LENGTH)) {
            return;
        }
        if (version == HttpVersion.HTTP_1_0) {
            closes = true;
        } else {
            response.setChunked(true);
        }
    }

    void chunk(ByteBuf chunk, UpstreamStream from) {
        bytes += chunk.readableBytes();
        if (headHeld && held == null) {
            held = chunk;
            return;
        }
        release(from);
        write(chunk, from);
    }

    /// Nothing more is at hand: what was held goes out.
    void settle(UpstreamStream from) {
        if (headHeld) {
            release(from);
        }
    }

    private void release(UpstreamStream from) {
        headHeld = false;
        ByteBuf first = held;
        held = null;
        if (first != null) {
            write(first, from);
        } else if (!response.headWritten()) {
            response.writeHead();
        }
    }

    private void write(ByteBuf chunk, UpstreamStream from) {
        activeNs = System.nanoTime();
        response.write(BufferInternal.buffer(chunk)).onComplete(_ -> chunk.release());
        if (!paused && response.writeQueueFull()) {
            paused = true;
            from.pause();
            response.drainHandler(_ -> {
                paused = false;
                activeNs = System.nanoTime();
                from.resume();
            });
        }
    }

    void end(@Nullable MultiMap trailers) {
        if (trailers != null && (version == HttpVersion.HTTP_2 || response.isChunked())) {
            response.trailers().addAll(trailers);
        }
        ByteBuf last = held;
        held = null;
        headHeld = false;
        if (last == null) {
            response.end();
        } else {
            response.end(BufferInternal.buffer(last)).onComplete(_ -> last.release());
        }
    }

    /// Lets go of what was held for an answer that will not be sent.
    void drop() {
        ByteBuf last = held;
        held = null;
        if (last != null) {
            last.release();
        }
    }
}
