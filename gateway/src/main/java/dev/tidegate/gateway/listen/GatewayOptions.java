package dev.tidegate.gateway.listen;

import static java.util.Objects.requireNonNull;

import dev.tidegate.gateway.exchange.ExchangeOptions;
import dev.tidegate.gateway.upstream.UpstreamOptions;
import dev.tidegate.tls.TlsProfile;

/// How a gateway listens. Port 0 lets the system choose, for tests.
///
/// `eventLoops`: how many threads do all the work; the CPU quota is right. `nativeTls`: BoringSSL where it loads.
public record GatewayOptions(
        String address,
        int httpPort,
        int httpsPort,
        int eventLoops,
        boolean nativeTls,
        TlsProfile tls,
        ExchangeOptions exchange,
        UpstreamOptions upstream) {

    public GatewayOptions {
        requireNonNull(address);
        requirePort("httpPort", httpPort);
        requirePort("httpsPort", httpsPort);
        if (eventLoops < 1) {
            throw new IllegalArgumentException("eventLoops: " + eventLoops + " (expected: >= 1)");
        }
        requireNonNull(tls);
        requireNonNull(exchange);
        requireNonNull(upstream);
    }

    private static void requirePort(String name, int port) {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException(name + ": " + port + " (expected: 0 to 65535)");
        }
    }
}
