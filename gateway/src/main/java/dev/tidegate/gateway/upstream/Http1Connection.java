package dev.tidegate.gateway.upstream;

import dev.tidegate.gateway.failure.ProxyFailure;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.Reason;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.MultiMap;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One HTTP/1.1 connection to an endpoint: the last handler of its channel, and the stream of the request it serves.
///
/// States: *idle* (in the pool, `listener` is null) → `lend` → *busy* → both halves complete → idle again, or closed.
/// A connection is kept only if the request was sent whole, the response had a length, and neither side asked to
/// close. Anything the endpoint says while idle closes it: there is no request it could be an answer to (RFC 9112
/// §9.2). A switch of protocols (101) hands the channel over for good.
///
/// Threads: the event loop of the channel.
final class Http1Connection extends ChannelInboundHandlerAdapter implements UpstreamStream {

    private static final ByteBuf CRLF = constant("\r\n");
    private static final ByteBuf LAST_CHUNK = constant("0\r\n\r\n");

    private final Http1Pool pool;
    private final ResponseDecoder decoder;
    private final Channel channel;
    private final long openedNs = System.nanoTime();

    private @Nullable UpstreamListener listener;
    private long idleSinceNs;
    private long idleLimitNs;
    private int requests;
    private boolean chunked;
    private boolean upgrading;
    private boolean finished;
    private boolean answered;
    private boolean keep;
    private boolean flushing;

    Http1Connection(Http1Pool pool, ResponseDecoder decoder, Channel channel) {
        this.pool = pool;
        this.decoder = decoder;
        this.channel = channel;
    }

    void lend(UpstreamListener to) {
        listener = to;
        to.ready(this);
    }

    boolean usable(long nowNs) {
        return channel.isActive()
                && nowNs - idleSinceNs < idleLimitNs
                && nowNs - openedNs < pool.options().maxAge().toNanos();
    }

    void close() {
        channel.close();
    }

    @Override
    public Endpoint endpoint() {
        return pool.endpoint();
    }

    @Override
    public void send(UpstreamRequest request) {
        requests++;
        chunked = request.hasBody() && !request.hasLength();
        upgrading = request.upgrade() != null;
        finished = !request.hasBody();
        answered = false;
        keep = true;
        decoder.expect(request.method().toNetty().equals(HttpMethod.HEAD));
        ByteBuf head = channel.alloc().buffer(512);
        try {
            RequestEncoder.encode(request, head);
        } catch (RuntimeException unencodable) {
            head.release();
            throw unencodable;
        }
        if (finished) {
            channel.writeAndFlush(head, channel.voidPromise());
        } else {
            channel.write(head, channel.voidPromise());
            flushSoon();
        }
    }

    @Override
    public void write(ByteBuf chunk) {
        if (!chunk.isReadable()) {
            chunk.release();
            return;
        }
        if (chunked) {
            channel.write(chunkHead(chunk.readableBytes()), channel.voidPromise());
            channel.write(chunk, channel.voidPromise());
            channel.write(CRLF.duplicate(), channel.voidPromise());
        } else {
            channel.write(chunk, channel.voidPromise());
        }
        flushSoon();
    }

    @Override
    public void finish() {
        finished = true;
        if (chunked) {
            channel.write(LAST_CHUNK.duplicate(), channel.voidPromise());
        }
        channel.flush();
    }

    @Override
    public boolean isWritable() {
        return channel.isWritable();
    }

    @Override
    public void pause() {
        channel.config().setAutoRead(false);
    }

    @Override
    public void resume() {
        channel.config().setAutoRead(true);
    }

    @Override
    public void release() {
        listener = null;
        pool.keep(this);
    }

    @Override
    public void cancel() {
        listener = null;
        channel.close();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        pool.opened();
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        UpstreamListener to = listener;
        if (to == null) {
            ReferenceCountUtil.release(message);
            channel.close();
        } else if (message instanceof HttpResponse response) {
            onHead(to, response);
        } else if (message instanceof HttpContent content) {
            onContent(to, content);
        } else {
            ReferenceCountUtil.release(message);
        }
    }

    private void onHead(UpstreamListener to, HttpResponse response) {
        int status = response.status().code();
        if (response.decoderResult().isFailure()) {
            fail(Reason.UPSTREAM_PROTOCOL, "the endpoint's answer is not HTTP/1.1");
        } else if (status == 101) {
            onSwitch(to, (MultiMap) response.headers());
        } else if (status < 200) {
            to.informed(status, (MultiMap) response.headers());
        } else {
            answered = true;
            keep = HttpUtil.isKeepAlive(response) && hasLength(response);
            idleLimitNs = pool.idleLimitNs(response.headers().get("keep-alive"));
            to.answered(status, response.status().reasonPhrase(), (MultiMap) response.headers());
        }
    }

    private static boolean hasLength(HttpResponse response) {
        int status = response.status().code();
        return response.headers().contains(HttpHeaderNames.CONTENT_LENGTH)
                || HttpUtil.isTransferEncodingChunked(response)
                || status == 204
                || status == 304;
    }

    private void onContent(UpstreamListener to, HttpContent content) {
        if (content.decoderResult().isFailure()) {
            content.release();
            fail(Reason.UPSTREAM_PROTOCOL, "the endpoint's answer has broken chunks");
            return;
        }
        if (!answered) {
            content.release(); // the empty end of an interim response
            return;
        }
        if (content.content().isReadable()) {
            to.received(content.content());
        } else {
            content.release();
        }
        if (content instanceof LastHttpContent last && to.equals(listener)) {
            onEnd(to, last);
        }
    }

    private void onEnd(UpstreamListener to, LastHttpContent last) {
        MultiMap trailers = last.trailingHeaders().isEmpty() ? null : copy(last);
        boolean reading = channel.config().isAutoRead();
        listener = null;
        if (!reading) {
            channel.config().setAutoRead(true);
        }
        boolean complete = finished;
        if (complete) {
            recycle();
        }
        to.ended(trailers);
        if (!complete) {
            channel.close(); // the client is still sending what nobody will read
        }
    }

    private static MultiMap copy(LastHttpContent last) {
        HeadersMultiMap trailers = HeadersMultiMap.httpHeaders();
        last.trailingHeaders().forEach(field -> trailers.add(field.getKey(), field.getValue()));
        return trailers;
    }

    private void recycle() {
        if (keep && requests < pool.options().maxRequests()) {
            pool.keep(this);
        } else {
            channel.close();
        }
    }

    private void onSwitch(UpstreamListener to, MultiMap headers) {
        if (!upgrading) {
            fail(Reason.UPSTREAM_PROTOCOL, "the endpoint switched protocols unasked");
            return;
        }
        listener = null;
        channel.config().setAutoRead(false);
        channel.pipeline().remove(this);
        to.switched(headers, channel);
        channel.pipeline().remove(decoder);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        UpstreamListener to = listener;
        if (to != null) {
            to.paused();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        UpstreamListener to = listener;
        if (to != null && channel.isWritable()) {
            to.writable();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        pool.closed(this);
        fail(
                Reason.UPSTREAM_RESET,
                answered ? "the endpoint closed in the middle of its answer" : "the endpoint closed without an answer");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        fail(Reason.UPSTREAM_RESET, "the connection to the endpoint broke: " + cause.getMessage());
    }

    private void fail(Reason reason, String detail) {
        UpstreamListener to = listener;
        listener = null;
        channel.close();
        if (to != null) {
            // A kept connection that its peer closed, and a new one that waited in vain to be accepted, look the same
            // from here as an endpoint that read the request and died.
            boolean unanswered = !answered && reason == Reason.UPSTREAM_RESET;
            to.failed(ProxyFailure.of(reason, detail), unanswered ? Resend.IF_IDEMPOTENT : Resend.NEVER);
        }
    }

    private void flushSoon() {
        if (!flushing) {
            flushing = true;
            channel.eventLoop().execute(this::flushNow);
        }
    }

    private void flushNow() {
        flushing = false;
        channel.flush();
    }

    void idleSince(long nowNs) {
        idleSinceNs = nowNs;
        if (idleLimitNs == 0) {
            idleLimitNs = pool.options().idleTimeout().toNanos();
        }
    }

    private ByteBuf chunkHead(int length) {
        ByteBuf head = channel.alloc().buffer(10);
        ByteBufUtil.writeAscii(head, Integer.toHexString(length));
        return head.writeShort('\r' << 8 | '\n');
    }

    private static ByteBuf constant(String text) {
        return Unpooled.unreleasableBuffer(Unpooled.directBuffer(text.length())
                .writeBytes(text.getBytes(StandardCharsets.US_ASCII))
                .asReadOnly());
    }
}
