package dev.tidegate.gateway.exchange;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;

/// Vert.x' request decoder, and Netty's below it, with one thing more that is refused: header fields folded over
/// lines.
///
/// Netty joins them; another server on the way may not, and then two read two different requests (RFC 9112 §5.2 lets
/// a server answer 400). While a head is being read, the bytes at hand always begin at the start of a line, so a line
/// that begins with a blank can be seen before it is decoded.
public final class StrictRequestDecoder extends VertxHttpRequestDecoder {

    private static final String NAME = "httpDecoder";

    private boolean inHead = true;
    private boolean broken;

    private StrictRequestDecoder(HttpServerOptions options) {
        super(options);
    }

    /// Puts one in the place of Vert.x' own, if the pipeline has that. What was read but not decoded is handed on.
    public static void install(ChannelPipeline pipeline, HttpServerOptions options) {
        if (pipeline.get(NAME) instanceof VertxHttpRequestDecoder own && !(own instanceof StrictRequestDecoder)) {
            pipeline.replace(NAME, NAME, new StrictRequestDecoder(options));
        }
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf buffer, List<Object> out) throws Exception {
        if (broken) {
            buffer.skipBytes(buffer.readableBytes());
            return;
        }
        if (inHead && isFolded(buffer)) {
            broken = true;
            buffer.skipBytes(buffer.readableBytes());
            HttpMessage refused = createInvalidMessage();
            refused.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("a header field is folded")));
            out.add(refused);
            return;
        }
        int before = out.size();
        super.decode(context, buffer, out);
        for (int i = before; i < out.size(); i++) {
            Object decoded = out.get(i);
            inHead = decoded instanceof LastHttpContent || (inHead && !(decoded instanceof HttpMessage));
        }
    }

    private static boolean isFolded(ByteBuf buffer) {
        int end = buffer.writerIndex();
        int line = buffer.readerIndex();
        while (line < end) {
            byte first = buffer.getByte(line);
            if (first == ' ' || first == '\t') {
                return true;
            }
            int feed = buffer.indexOf(line, end, (byte) '\n');
            if (feed < 0 || feed - line <= 1) {
                return false; // the line is incomplete, or it is the empty one that ends the head
            }
            line = feed + 1;
        }
        return false;
    }
}
