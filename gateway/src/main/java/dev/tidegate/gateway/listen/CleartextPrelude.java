package dev.tidegate.gateway.listen;

import dev.tidegate.gateway.exchange.StrictRequestDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.Http1xOrH2CHandler;

/// Stands before Vert.x' choice between HTTP/1.1 and HTTP/2 on a clear-text port, until that choice is made.
///
/// Vert.x chooses by the first bytes and decodes in the same breath. Fed one byte at a time it chooses first; then
/// the decoder is exchanged for the strict one, and the rest follows.
final class CleartextPrelude extends ChannelInboundHandlerAdapter {

    private final HttpServerOptions options;

    CleartextPrelude(HttpServerOptions options) {
        this.options = options;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof ByteBuf bytes)) {
            ReferenceCountUtil.release(message);
            return;
        }
        ChannelPipeline pipeline = context.pipeline();
        while (bytes.isReadable() && pipeline.get(Http1xOrH2CHandler.class) != null) {
            context.fireChannelRead(bytes.readRetainedSlice(1));
        }
        if (pipeline.get(Http1xOrH2CHandler.class) == null) {
            StrictRequestDecoder.install(pipeline, options);
            pipeline.remove(this);
        }
        if (bytes.isReadable()) {
            context.fireChannelRead(bytes);
        } else {
            bytes.release();
        }
    }
}
