package dev.tidegate.gateway.upstream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;

/// Writes a request's head as HTTP/1.1 bytes.
///
/// Source: RFC 9112 §3 and §5. Header names and values were validated when they were decoded; method, target and
/// authority are checked here once more, because in HTTP/2 they are plain strings and here they become lines.
final class RequestEncoder implements HeaderSink {

    private static final byte[] VERSION_AND_HOST = ascii(" HTTP/1.1\r\nhost: ");
    private static final byte[] CHUNKED = ascii("transfer-encoding: chunked\r\n");
    private static final byte[] UPGRADE = ascii("connection: upgrade\r\nupgrade: ");
    private static final int COLON_SPACE = ':' << 8 | ' ';
    private static final int CRLF = '\r' << 8 | '\n';

    private final ByteBuf out;

    private RequestEncoder(ByteBuf out) {
        this.out = out;
    }

    /// Fails: `IllegalArgumentException` if method, target or authority hold a space, a control character or a
    /// non-ASCII one.
    static void encode(UpstreamRequest request, ByteBuf out) {
        String method = requireVisible(request.method().name());
        String target = requireVisible(request.target());
        String authority = requireVisible(request.authority());
        RequestEncoder encoder = new RequestEncoder(out);
        ByteBufUtil.writeAscii(out, method);
        out.writeByte(' ');
        ByteBufUtil.writeAscii(out, target);
        out.writeBytes(VERSION_AND_HOST);
        ByteBufUtil.writeAscii(out, authority);
        out.writeShort(CRLF);
        request.writeHeaders(encoder);
        String upgrade = request.upgrade();
        if (upgrade != null) {
            out.writeBytes(UPGRADE);
            ByteBufUtil.writeAscii(out, upgrade);
            out.writeShort(CRLF);
        }
        if (request.hasBody() && !request.hasLength()) {
            out.writeBytes(CHUNKED);
        }
        out.writeShort(CRLF);
    }

    @Override
    public void add(CharSequence name, CharSequence value) {
        ByteBufUtil.writeAscii(out, name);
        out.writeShort(COLON_SPACE);
        ByteBufUtil.writeAscii(out, value);
        out.writeShort(CRLF);
    }

    private static String requireVisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7f) {
                throw new IllegalArgumentException("request line: character " + (int) c + " (expected: visible ASCII)");
            }
        }
        return text;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
