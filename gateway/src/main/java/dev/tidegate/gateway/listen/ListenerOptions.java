package dev.tidegate.gateway.listen;

import dev.tidegate.gateway.publication.ActiveTable;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/// What the listeners accept: sizes, HTTP/2 windows and flood limits, and TLS.
///
/// Sizes follow ingress-nginx (`large-client-header-buffers` 4 × 8k). The connection window is larger than a
/// stream's, so that one paused upload does not stall all the others. RST, SETTINGS and CONTINUATION floods are
/// bounded (CVE-2023-44487, CVE-2024-27316 and their kin).
final class ListenerOptions {

    /// The longest that one may take.
    static final Duration HANDSHAKE = Duration.ofSeconds(10);

    private static final int MAX_LINE_BYTES = 8 * 1024;
    private static final int MAX_HEADER_BYTES = 32 * 1024;
    private static final int CHUNK_BYTES = 64 * 1024;
    private static final int STREAM_WINDOW = 256 * 1024;
    private static final int CONNECTION_WINDOW = 1024 * 1024;

    private ListenerOptions() {}

    static HttpServerOptions cleartext(GatewayOptions options) {
        return new HttpServerOptions()
                .setHost(options.address())
                .setTcpNoDelay(true)
                .setAcceptBacklog(4096)
                .setReuseAddress(true)
                .setStrictThreadMode(true)
                .setHandle100ContinueAutomatically(false)
                .setDecompressionSupported(false)
                .setCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setMaxInitialLineLength(MAX_LINE_BYTES)
                .setMaxHeaderSize(MAX_HEADER_BYTES)
                .setMaxChunkSize(CHUNK_BYTES)
                .setDecoderInitialBufferSize(512)
                .setIdleTimeout(Math.toIntExact(options.exchange().keepAlive().toSeconds()))
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setHttp2ClearTextEnabled(true)
                .setInitialSettings(new Http2Settings()
                        .setMaxConcurrentStreams(128)
                        .setMaxHeaderListSize(MAX_HEADER_BYTES)
                        .setInitialWindowSize(STREAM_WINDOW))
                .setHttp2ConnectionWindowSize(CONNECTION_WINDOW)
                .setHttp2RstFloodMaxRstFramePerWindow(400)
                .setHttp2RstFloodWindowDuration(30)
                .setHttp2RstFloodWindowDurationTimeUnit(TimeUnit.SECONDS)
                .setHttp2MaxSmallContinuationFrames(16);
    }

    static HttpServerOptions encrypted(GatewayOptions options, ActiveTable active) {
        Set<String> protocols = new TreeSet<>(options.tls().protocols());
        return cleartext(options)
                .setSsl(true)
                .setUseAlpn(true)
                .setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1))
                .setEnabledSecureTransportProtocols(protocols)
                .setSslHandshakeTimeout(HANDSHAKE.toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setSslEngineOptions(ListenerTls.engine(options.nativeTls(), options.tls()))
                .setKeyCertOptions(ListenerTls.certificates(active));
    }
}
