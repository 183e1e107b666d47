package dev.tidegate.gateway.exchange;

import dev.tidegate.gateway.flush.FlushBatches;
import dev.tidegate.gateway.observe.ProxyHeaderFault;
import dev.tidegate.gateway.request.PeerAddress;
import dev.tidegate.gateway.request.ProxyHeader;
import dev.tidegate.gateway.table.ProxyProtocol;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.impl.ConnectionBase;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One client's connection: how long it may take over a request's head, how long it may idle, and when it must go.
///
/// Vert.x' own idle timeout cannot do this: it counts any byte, so a client that drips one now and then stays for
/// ever, and it closes connections whose request is being worked on. This one looks at bytes before they are decoded
/// and knows of requests. Threads: the connection's event loop.
public final class ClientConnection extends ChannelInboundHandlerAdapter implements Watched {

    private static final AttributeKey<ClientConnection> KEY = AttributeKey.valueOf("tidegate-client");

    /// How long a connection must have been silent before it is closed where the gateway leaves. One that was used a
    /// moment ago is about to be used again: a close would meet its next request on the way, and nobody could tell
    /// whether that was read (RFC 9112 §9.5). The answer to it says that the connection ends.
    private static final long SILENT_NS = TimeUnit.SECONDS.toNanos(1);

    private final ExchangeLoop loop;
    private final Channel channel;
    private final WatchList.Place place = new WatchList.Place();
    private final PeerAddress peer = new PeerAddress();
    private @Nullable HttpConnection connection;
    private boolean http2;
    private int active;
    private long idleSinceNs = System.nanoTime();
    private long headSinceNs;
    private boolean inHead;
    private boolean closing;
    private long lingerUntilNs;

    private ClientConnection(ExchangeLoop loop, Channel channel) {
        this.loop = loop;
        this.channel = channel;
    }

    /// Begins to watch a connection that was just accepted. The result is to be the first handler of its
    /// channel; only what reads a PROXY header stands before it, for that is no byte of a request.
    public static ClientConnection accept(ExchangeLoop loop, Channel channel) {
        ClientConnection client = new ClientConnection(loop, channel);
        channel.attr(KEY).set(client);
        loop.connections().add(client, client.place);
        loop.metrics().connected();
        channel.closeFuture().addListener(_ -> {
            loop.connections().remove(client.place);
            loop.metrics().disconnected();
        });
        return client;
    }

    public static ClientConnection of(HttpConnection connection) {
        return ((ConnectionBase) connection).channel().attr(KEY).get();
    }

    /// Vert.x has set its HTTP pipeline up. Its idle timeout guarded the time before; its file writer is never used.
    public void opened(HttpConnection as, HttpServerOptions options) {
        connection = as;
        ChannelPipeline pipeline = channel.pipeline();
        http2 = pipeline.get("httpDecoder") == null;
        if (http2) {
            FlushBatches.of(channel);
        }
        StrictRequestDecoder.install(pipeline, options);
        remove(pipeline, "idle");
        remove(pipeline, "chunkedWriter");
    }

    private static void remove(ChannelPipeline pipeline, String name) {
        if (pipeline.get(name) != null) {
            pipeline.remove(name);
        }
    }

    PeerAddress peer() {
        return peer;
    }

    /// A PROXY header came before the first byte of anything else.
    public void told(ProxyHeader header, ProxyProtocol protocol) {
        peer.told(header, SocketAddress.inetSocketAddress((InetSocketAddress) channel.remoteAddress()), protocol);
    }

    /// There is no knowing who this is, so nothing of it is read.
    public void refuse(ProxyHeaderFault fault) {
        if (closing) {
            return; // for something else that was wrong with the same bytes
        }
        closing = true;
        loop.refused().refused(fault, channel.remoteAddress());
        channel.close();
    }

    /// A request's head is complete.
    void began() {
        active++;
        inHead = false;
    }

    /// A request has been answered.
    void ended() {
        active--;
        idleSinceNs = System.nanoTime();
        if (active == 0 && http2 && loop.draining()) {
            drain();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!inHead && active == 0 && !http2) {
            inHead = true;
            headSinceNs = System.nanoTime();
        }
        context.fireChannelRead(message);
    }

    /// Must this connection close once its current answer is written?
    boolean closing() {
        return closing || loop.draining();
    }

    /// The answer was given before the request was read: what still comes is thrown away, for a while.
    void linger() {
        closing = true;
        lingerUntilNs = System.nanoTime() + loop.options().linger().toNanos();
    }

    void closeAfterWrites() {
        HttpConnection as = connection;
        if (as == null) {
            channel.close();
        } else {
            as.close();
        }
    }

    void drain() {
        HttpConnection as = connection;
        if (http2 && as != null) {
            as.shutdown(loop.options().linger().toMillis(), TimeUnit.MILLISECONDS);
        } else {
            check(System.nanoTime());
        }
    }

    @Override
    public void check(long nowNs) {
        if (lingerUntilNs != 0 && nowNs - lingerUntilNs > 0) {
            closeAfterWrites();
        } else if (active == 0) {
            boolean slow = inHead && nowNs - headSinceNs > loop.options().head().toNanos();
            boolean idle = !inHead && nowNs - idleSinceNs > mayIdleNs();
            if (slow || idle) {
                closeAfterWrites();
            }
        }
    }

    /// HTTP/2 has a word for leaving, and its connections close by it.
    private long mayIdleNs() {
        long keepAliveNs = loop.options().keepAlive().toNanos();
        return loop.draining() && !http2 ? Math.min(SILENT_NS, keepAliveNs) : keepAliveNs;
    }
}
