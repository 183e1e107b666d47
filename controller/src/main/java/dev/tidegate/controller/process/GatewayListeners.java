package dev.tidegate.controller.process;

import dev.tidegate.controller.process.ControllerOptions.ListenOptions;
import dev.tidegate.gateway.exchange.ExchangeOptions;
import dev.tidegate.gateway.listen.GatewayOptions;
import dev.tidegate.gateway.upstream.UpstreamOptions;
import dev.tidegate.tls.TlsProfile;

/// The command line's choices in the gateway's own words.
final class GatewayListeners {

    private GatewayListeners() {}

    static GatewayOptions of(ListenOptions listen, Tls tls) {
        ExchangeOptions usual = ExchangeOptions.DEFAULT;
        ExchangeOptions exchange = new ExchangeOptions(
                usual.bodySilence(),
                usual.responseSilence(),
                usual.keepAlive(),
                usual.head(),
                usual.linger(),
                usual.maxTries(),
                listen.httpsPort());
        return new GatewayOptions(
                listen.address(),
                listen.httpPort(),
                listen.httpsPort(),
                listen.eventLoops(),
                tls.nativeEngine(),
                TlsProfile.INTERMEDIATE,
                exchange,
                UpstreamOptions.DEFAULT);
    }
}
