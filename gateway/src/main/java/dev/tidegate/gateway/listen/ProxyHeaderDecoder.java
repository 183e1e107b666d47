package dev.tidegate.gateway.listen;

import dev.tidegate.gateway.exchange.ClientConnection;
import dev.tidegate.gateway.observe.ProxyHeaderFault;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import java.nio.charset.StandardCharsets;

/// Netty's decoder of PROXY headers, which takes itself out of the pipeline after the first; but what begins with
/// anything else is told from a malformed header, at its first wrong byte.
///
/// Source: "The PROXY protocol", §2.1 (`PROXY `) and §2.2 (a signature of twelve bytes).
final class ProxyHeaderDecoder extends HAProxyMessageDecoder {

    /// More than any sender fills: nginx takes 4096 bytes in all. Netty would hold 64 KiB for a stranger.
    private static final int MAX_TLV_BYTES = 4096;

    private static final byte[] TEXT = "PROXY ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BINARY = "\r\n\r\n\0\r\nQUIT\n".getBytes(StandardCharsets.US_ASCII);

    private final ClientConnection client;
    private int seen;
    private boolean text = true;
    private boolean binary = true;

    ProxyHeaderDecoder(ClientConnection client) {
        super(MAX_TLV_BYTES, true);
        this.client = client;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof ByteBuf bytes && !mayBegin(bytes)) {
            bytes.release();
            client.refuse(ProxyHeaderFault.MISSING);
            return;
        }
        super.channelRead(context, message);
    }

    private boolean mayBegin(ByteBuf bytes) {
        for (int i = bytes.readerIndex(); i < bytes.writerIndex() && seen < BINARY.length; i++, seen++) {
            byte next = bytes.getByte(i);
            text &= seen >= TEXT.length || TEXT[seen] == next;
            binary &= BINARY[seen] == next;
        }
        return text || binary;
    }
}
