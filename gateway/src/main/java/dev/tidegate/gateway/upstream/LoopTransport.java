package dev.tidegate.gateway.upstream;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.vertx.core.internal.VertxInternal;
import java.net.InetSocketAddress;
import java.time.Duration;

/// Opens sockets on one event loop, with the same native transport that the listeners use, so that a request never
/// leaves the loop that accepted it.
public final class LoopTransport {

    private static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(32 * 1024, 128 * 1024);

    private final VertxInternal vertx;
    private final EventLoop eventLoop;

    public LoopTransport(VertxInternal vertx, EventLoop eventLoop) {
        this.vertx = vertx;
        this.eventLoop = eventLoop;
    }

    EventLoop eventLoop() {
        return eventLoop;
    }

    ChannelFuture connect(InetSocketAddress address, Duration timeout, ChannelHandler handler) {
        return new Bootstrap()
                .group(eventLoop)
                .channelFactory(() -> vertx.transport().channelFactory(false).newChannel())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(timeout.toMillis()))
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
                .handler(handler)
                .connect(address);
    }
}
