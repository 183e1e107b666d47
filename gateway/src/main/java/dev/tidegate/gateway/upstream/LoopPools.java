package dev.tidegate.gateway.upstream;

import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.Protocol;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import javax.net.ssl.SSLException;

/// Makes one event loop's pools: our own HTTP/1.1 connections, and Vert.x's client for HTTP/2.
///
/// TLS to endpoints is not verified, as ingress-nginx does not by default: pod addresses are in no certificate.
public final class LoopPools implements PoolFactory {

    private static final int STREAM_WINDOW = 256 * 1024;
    private static final int CONNECTION_WINDOW = 4 * 1024 * 1024;

    private final LoopTransport transport;
    private final UpstreamOptions options;
    private final UpstreamCounters counters;
    private final HttpClientAgent cleartext;
    private final HttpClientAgent encrypted;
    private final SslContext unverified;

    public LoopPools(Vertx vertx, LoopTransport transport, UpstreamOptions options, UpstreamCounters counters) {
        this.transport = transport;
        this.options = options;
        this.counters = counters;
        this.cleartext = vertx.createHttpClient(http2().setHttp2ClearTextUpgrade(false));
        this.encrypted = vertx.createHttpClient(
                http2().setSsl(true).setUseAlpn(true).setTrustAll(true).setVerifyHost(false));
        this.unverified = unverified();
    }

    @Override
    public EndpointPool create(Endpoint endpoint, Protocol protocol) {
        return switch (protocol) {
            case HTTP -> new Http1Pool(transport, options, counters, endpoint, null);
            case HTTPS -> new Http1Pool(transport, options, counters, endpoint, unverified);
            case H2C -> new Http2Pool(cleartext, options, counters, endpoint);
            case H2 -> new Http2Pool(encrypted, options, counters, endpoint);
        };
    }

    private static HttpClientOptions http2() {
        return new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setAlpnVersions(List.of(HttpVersion.HTTP_2))
                .setConnectTimeout(5_000)
                .setDecompressionSupported(false)
                .setHttp2ConnectionWindowSize(CONNECTION_WINDOW)
                .setInitialSettings(
                        new Http2Settings().setInitialWindowSize(STREAM_WINDOW).setPushEnabled(false));
    }

    private static SslContext unverified() {
        try {
            return SslContextBuilder.forClient()
                    .trustManager(InsecureTrustManagerFactory.INSTANCE)
                    .endpointIdentificationAlgorithm("")
                    .build();
        } catch (SSLException impossible) {
            throw new IllegalStateException("no TLS client can be made", impossible);
        }
    }
}
