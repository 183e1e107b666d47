package dev.tidegate.gateway.exchange;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.internal.net.NetSocketInternal;

/// Two sockets joined after a switch of protocols (RFC 9110 §7.8): bytes pass uncopied both ways, each side reads
/// only as fast as the other writes, and when one closes so does the other, once it has what was on its way.
///
/// Threads: the event loop of both sockets.
final class Tunnel extends ChannelInboundHandlerAdapter {

    private final NetSocketInternal client;
    private final Channel endpoint;
    private final Runnable onEnd;
    private long toClient;
    private long toEndpoint;
    private long activeNs = System.nanoTime();
    private boolean over;

    Tunnel(NetSocketInternal client, Channel endpoint, Runnable onEnd) {
        this.client = client;
        this.endpoint = endpoint;
        this.onEnd = onEnd;
    }

    void join() {
        endpoint.pipeline().addLast("tunnel", this);
        client.messageHandler(this::fromClient);
        client.closeHandler(_ -> end());
        client.exceptionHandler(_ -> end());
        if (endpoint.isActive()) {
            endpoint.config().setAutoRead(true);
        } else {
            end();
        }
    }

    long toClient() {
        return toClient;
    }

    long toEndpoint() {
        return toEndpoint;
    }

    /// When a byte last passed, either way.
    long activeNs() {
        return activeNs;
    }

    private void fromClient(Object message) {
        if (!(message instanceof ByteBuf bytes)) {
            ReferenceCountUtil.release(message);
            return;
        }
        activeNs = System.nanoTime();
        toEndpoint += bytes.readableBytes();
        endpoint.writeAndFlush(bytes, endpoint.voidPromise());
        if (!endpoint.isWritable()) {
            client.pause();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (endpoint.isWritable()) {
            client.resume();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof ByteBuf bytes)) {
            ReferenceCountUtil.release(message); // the empty end of the switching response
            return;
        }
        activeNs = System.nanoTime();
        toClient += bytes.readableBytes();
        client.writeMessage(bytes);
        if (client.writeQueueFull()) {
            endpoint.config().setAutoRead(false);
            client.drainHandler(_ -> endpoint.config().setAutoRead(true));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        end();
    }

    void end() {
        if (!over) {
            over = true;
            client.close();
            endpoint.close();
            onEnd.run();
        }
    }
}
