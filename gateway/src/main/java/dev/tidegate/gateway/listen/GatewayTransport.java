package dev.tidegate.gateway.listen;

import dev.tidegate.gateway.exchange.ClientConnection;
import dev.tidegate.gateway.publication.ActiveTable;
import dev.tidegate.gateway.table.ProxyProtocol;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.transports.EpollTransport;
import io.vertx.core.impl.transports.NioTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.transport.Transport;
import java.util.Optional;

/// The platform's transport, with handlers of our own in front of Vert.x' on each accepted connection.
///
/// Vert.x offers no hook before its HTTP pipeline, and it tells of a clear-text connection only once a first request
/// was decoded: a client that never finishes one would be nobody's.
public final class GatewayTransport implements io.vertx.core.transport.Transport {

    private final Transport implementation;

    private GatewayTransport(Transport implementation) {
        this.implementation = implementation;
    }

    /// `active`: says what a connection that is being accepted begins with, and what its hello may have to wait for.
    public static GatewayTransport of(Loops loops, ActiveTable active) {
        return new GatewayTransport(isNative() ? epoll(loops, active) : nio(loops, active));
    }

    public static boolean isNative() {
        io.vertx.core.transport.Transport epoll = io.vertx.core.transport.Transport.EPOLL;
        return epoll != null && epoll.available();
    }

    private static Transport epoll(Loops loops, ActiveTable active) {
        return new EpollTransport() {
            @Override
            public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
                super.configure(options, domainSocket, bootstrap);
                wrap(options, bootstrap, loops, active);
            }
        };
    }

    private static Transport nio(Loops loops, ActiveTable active) {
        return new NioTransport() {
            @Override
            public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
                super.configure(options, domainSocket, bootstrap);
                wrap(options, bootstrap, loops, active);
            }
        };
    }

    private static void wrap(NetServerOptions options, ServerBootstrap bootstrap, Loops loops, ActiveTable active) {
        ChannelHandler vertx = bootstrap.config().childHandler();
        bootstrap.childHandler(new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel channel) {
                ClientConnection client = ClientConnection.accept(loops.of(channel.eventLoop()), channel);
                Optional<ProxyProtocol> proxied =
                        active.current().table().forwarding().proxyProtocol();
                if (proxied.isPresent()) {
                    ProxyHeaderGate.install(
                            channel.pipeline(), proxied.get(), client, () -> open(options, channel, client));
                } else {
                    open(options, channel, client);
                }
            }

            private void open(NetServerOptions listener, Channel channel, ClientConnection client) {
                channel.pipeline().addLast("client", client);
                if (!listener.isSsl() && listener instanceof HttpServerOptions http) {
                    channel.pipeline().addLast("prelude", new CleartextPrelude(http));
                } else if (listener.isSsl() && active.waits().any()) {
                    channel.pipeline().addLast("certificate", new CertificateGate(active.waits()));
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
