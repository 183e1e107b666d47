package dev.tidegate.gateway.listen;

import dev.tidegate.gateway.exchange.ClientConnection;
import dev.tidegate.gateway.publication.CertificateWaits;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.transports.EpollTransport;
import io.vertx.core.impl.transports.NioTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.transport.Transport;

/// The platform's transport, with handlers of our own in front of Vert.x' on each accepted connection.
///
/// Vert.x offers no hook before its HTTP pipeline, and it tells of a clear-text connection only once a first request
/// was decoded: a client that never finishes one would be nobody's.
public final class GatewayTransport implements io.vertx.core.transport.Transport {

    private final Transport implementation;

    private GatewayTransport(Transport implementation) {
        this.implementation = implementation;
    }

    /// `waits`: what a client's hello may have to wait for.
    public static GatewayTransport of(Loops loops, CertificateWaits waits) {
        return new GatewayTransport(isNative() ? epoll(loops, waits) : nio(loops, waits));
    }

    public static boolean isNative() {
        io.vertx.core.transport.Transport epoll = io.vertx.core.transport.Transport.EPOLL;
        return epoll != null && epoll.available();
    }

    private static Transport epoll(Loops loops, CertificateWaits waits) {
        return new EpollTransport() {
            @Override
            public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
                super.configure(options, domainSocket, bootstrap);
                wrap(options, bootstrap, loops, waits);
            }
        };
    }

    private static Transport nio(Loops loops, CertificateWaits waits) {
        return new NioTransport() {
            @Override
            public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
                super.configure(options, domainSocket, bootstrap);
                wrap(options, bootstrap, loops, waits);
            }
        };
    }

    private static void wrap(NetServerOptions options, ServerBootstrap bootstrap, Loops loops, CertificateWaits waits) {
        ChannelHandler vertx = bootstrap.config().childHandler();
        bootstrap.childHandler(new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline().addLast("client", ClientConnection.accept(loops.of(channel.eventLoop()), channel));
                if (!options.isSsl() && options instanceof HttpServerOptions http) {
                    channel.pipeline().addLast("prelude", new CleartextPrelude(http));
                } else if (options.isSsl() && waits.any()) {
                    channel.pipeline().addLast("certificate", new CertificateGate(waits));
                }
                channel.pipeline().addLast(vertx);
            }
        });
    }

    @Override
    public String name() {
        return isNative() ? "epoll" : "nio";
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public Throwable unavailabilityCause() {
        return new IllegalStateException("available");
    }

    @Override
    public Transport implementation() {
        return implementation;
    }
}
