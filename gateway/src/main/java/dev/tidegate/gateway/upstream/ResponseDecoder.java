package dev.tidegate.gateway.upstream;

import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.impl.headers.HeadersMultiMap;

/// Decodes HTTP/1.1 responses into the header map that the listener side writes out, so that no map is copied twice.
///
/// Netty's decoder does the parsing and refuses ambiguous framing. What it cannot know is told to it: a response to
/// HEAD has no body, whatever its headers say (RFC 9112 §6.3).
final class ResponseDecoder extends HttpResponseDecoder {

    private boolean toHead;

    ResponseDecoder(int maxHeaderBytes) {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(8 * 1024)
                .setMaxHeaderSize(maxHeaderBytes)
                .setMaxChunkSize(64 * 1024)
                .setInitialBufferSize(512));
    }

    void expect(boolean responseToHead) {
        toHead = responseToHead;
    }

    @Override
    protected HttpMessage createMessage(String[] line) {
        return new DefaultHttpResponse(
                HttpVersion.valueOf(line[0]),
                HttpResponseStatus.valueOf(Integer.parseInt(line[1]), line[2]),
                HeadersMultiMap.httpHeaders());
    }

    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage message) {
        return super.isContentAlwaysEmpty(message) || toHead;
    }
}
