package dev.tidegate.gateway.upstream;

import dev.tidegate.gateway.failure.ProxyFailure;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.Reason;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// HTTP/1.1 connections to one endpoint: the youngest idle one is lent first, so that the others may age and go.
final class Http1Pool implements EndpointPool {

    private static final int MAX_HEADER_BYTES = 64 * 1024;

    private final LoopTransport transport;
    private final UpstreamOptions options;
    private final UpstreamCounters counters;
    private final Endpoint endpoint;
    private final String name;
    private final InetSocketAddress address;
    private final @Nullable SslContext tls;
    private final Deque<Http1Connection> idle = new ArrayDeque<>();
    private boolean retired;

    Http1Pool(
            LoopTransport transport,
            UpstreamOptions options,
            UpstreamCounters counters,
            Endpoint endpoint,
            @Nullable SslContext tls) {
        this.transport = transport;
        this.options = options;
        this.counters = counters;
        this.endpoint = endpoint;
        this.name = endpoint.text();
        this.address = new InetSocketAddress(endpoint.address(), endpoint.port());
        this.tls = tls;
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public String name() {
        return name;
    }

    UpstreamOptions options() {
        return options;
    }

    @Override
    public void open(UpstreamListener listener, Duration connectTimeout) {
        long nowNs = System.nanoTime();
        for (Http1Connection youngest; (youngest = idle.pollLast()) != null; ) {
            if (youngest.usable(nowNs)) {
                counters.reused();
                youngest.lend(listener);
                return;
            }
            youngest.close();
        }
        openNew(listener, connectTimeout);
    }

    @Override
    public void openNew(UpstreamListener listener, Duration timeout) {
        ChannelFuture connecting = transport.connect(address, timeout, new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel channel) {
                ResponseDecoder decoder = new ResponseDecoder(MAX_HEADER_BYTES);
                if (tls != null) {
                    channel.pipeline().addLast("tls", tls.newHandler(channel.alloc()));
                }
                channel.pipeline().addLast("decoder", decoder);
                channel.pipeline().addLast("connection", new Http1Connection(Http1Pool.this, decoder, channel));
            }
        });
        connecting.addListener(done -> {
            if (done.isSuccess()) {
                connected(connecting.channel(), listener);
            } else {
                listener.failed(refusal(done.cause()), Resend.ALWAYS);
            }
        });
    }

    private void connected(Channel channel, UpstreamListener listener) {
        SslHandler handshake = channel.pipeline().get(SslHandler.class);
        if (handshake == null) {
            lend(channel, listener);
            return;
        }
        handshake.handshakeFuture().addListener(done -> {
            if (done.isSuccess()) {
                lend(channel, listener);
            } else {
                channel.close();
                listener.failed(ProxyFailure.of(Reason.CONNECT_FAILED, "TLS with " + name + " failed"), Resend.ALWAYS);
            }
        });
    }

    private void lend(Channel channel, UpstreamListener listener) {
        channel.pipeline().get(Http1Connection.class).lend(listener);
    }

    private ProxyFailure refusal(@Nullable Throwable cause) {
        return cause instanceof ConnectTimeoutException
                ? ProxyFailure.of(Reason.CONNECT_TIMEOUT, name + " did not accept a connection in time")
                : ProxyFailure.of(Reason.CONNECT_FAILED, name + " refused the connection");
    }

    void keep(Http1Connection connection) {
        if (retired || idle.size() >= options.maxIdle()) {
            connection.close();
            return;
        }
        connection.idleSince(System.nanoTime());
        idle.addLast(connection);
    }

    void opened() {
        counters.opened();
    }

    void closed(Http1Connection connection) {
        idle.remove(connection);
        counters.closed();
    }

    /// How long a connection may idle: our own limit, or a second less than the endpoint's (`Keep-Alive: timeout=5`),
    /// so that we are the first to let go.
    long idleLimitNs(@Nullable String keepAlive) {
        long own = options.idleTimeout().toNanos();
        if (keepAlive == null) {
            return own;
        }
        int at = keepAlive.indexOf("timeout=");
        if (at < 0) {
            return own;
        }
        int seconds = 0;
        for (int i = at + 8;
                i < keepAlive.length() && Character.isDigit(keepAlive.charAt(i)) && seconds < 100_000;
                i++) {
            seconds = seconds * 10 + Character.digit(keepAlive.charAt(i), 10);
        }
        return Math.min(own, Math.max(0, Duration.ofSeconds(seconds - 1L).toNanos()));
    }

    @Override
    public void sweep(long nowNs) {
        for (Http1Connection oldest; (oldest = idle.peekFirst()) != null && !oldest.usable(nowNs); ) {
            idle.pollFirst();
            oldest.close();
        }
    }

    @Override
    public void retire() {
        retired = true;
        for (Http1Connection connection; (connection = idle.pollFirst()) != null; ) {
            connection.close();
        }
    }
}
