package dev.tidegate.gateway.upstream;

import java.time.Duration;

/// How long and how many connections are kept, per endpoint and event loop. The defaults are those of ingress-nginx
/// (`upstream-keepalive-connections`, `-timeout`, `-requests`, `-time`).
///
/// `http2Streams`: how many requests share one HTTP/2 connection before another is opened.
public record UpstreamOptions(int maxIdle, Duration idleTimeout, int maxRequests, Duration maxAge, int http2Streams) {

    public static final UpstreamOptions DEFAULT =
            new UpstreamOptions(320, Duration.ofSeconds(60), 10_000, Duration.ofHours(1), 100);
}
