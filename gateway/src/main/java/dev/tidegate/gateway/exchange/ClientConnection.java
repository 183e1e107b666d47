package dev.tidegate.gateway.exchange;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.TimeUnit;

/// One client's connection: how long it may take over a request's head, how long it may idle, and when it must go.
///
/// Vert.x' own idle timeout cannot do this: it counts any byte, so a client that drips one now and then stays for
/// ever, and it closes connections whose request is being worked on. This one looks at bytes before they are decoded
/// and knows of requests. Threads: the connection's event loop.
public final class ClientConnection extends ChannelInboundHandlerAdapter implements Watched {

    private static final AttributeKey<ClientConnection> KEY = AttributeKey.valueOf("tidegate-client");

    private final ExchangeLoop loop;
    private final HttpConnection connection;
    private final Channel channel;
    private final WatchList.Place place = new WatchList.Place();
    private final PeerAddress peer = new PeerAddress();
    private final boolean http2;
    private int active;
    private long idleSinceNs = System.nanoTime();
    private long headSinceNs;
    private boolean inHead;
    private boolean closing;
    private long lingerUntilNs;

    private ClientConnection(ExchangeLoop loop, HttpConnection connection, Channel channel, boolean http2) {
        this.loop = loop;
        this.connection = connection;
        this.channel = channel;
        this.http2 = http2;
    }

    /// Begins to watch a connection that the listener has just accepted.
    public static void accept(ExchangeLoop loop, HttpConnection connection) {
        Channel channel = ((ConnectionBase) connection).channel();
        boolean http2 = channel.pipeline().get("httpDecoder") == null;
        ClientConnection client = new ClientConnection(loop, connection, channel, http2);
        channel.attr(KEY).set(client);
        if (!http2) {
            channel.pipeline().addBefore("httpDecoder", "head-timer", client);
        }
        if (channel.pipeline().get("idle") != null) {
            channel.pipeline().remove("idle"); // it guarded the time before there was a connection to watch
        }
        if (channel.pipeline().get("chunkedWriter") != null) {
            channel.pipeline().remove("chunkedWriter"); // for files, which are never sent
        }
        loop.connections().add(client, client.place);
        loop.metrics().connected();
        channel.closeFuture().addListener(_ -> {
            loop.connections().remove(client.place);
            loop.metrics().disconnected();
        });
    }

    static ClientConnection of(HttpConnection connection) {
        return ((ConnectionBase) connection).channel().attr(KEY).get();
    }

    PeerAddress peer() {
        return peer;
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
        if (!inHead && active == 0) {
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
        connection.close();
    }

    void drain() {
        if (http2) {
            connection.shutdown(loop.options().linger().toMillis(), TimeUnit.MILLISECONDS);
        } else if (active == 0 && !inHead) {
            connection.close();
        }
    }

    @Override
    public void check(long nowNs) {
        if (lingerUntilNs != 0 && nowNs - lingerUntilNs > 0) {
            connection.close();
        } else if (active == 0
                && inHead
                && nowNs - headSinceNs > loop.options().head().toNanos()) {
            connection.close();
        } else if (active == 0
                && !inHead
                && nowNs - idleSinceNs > loop.options().keepAlive().toNanos()) {
            connection.close();
        }
    }
}
