package dev.tidegate.gateway.listen;

import static java.util.Objects.requireNonNull;

import dev.tidegate.tls.TlsProfile;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.OpenSslCachingX509KeyManagerFactory;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import io.vertx.core.spi.tls.SslContextFactory;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Builds the one TLS context of a listener.
///
/// BoringSSL keeps the native form of each key it has used, by the certificate's id; a certificate that leaves the
/// published index is let go. Without that cache every handshake would encode and parse its key anew.
final class ListenerContextFactory implements SslContextFactory {

    private static final int CACHED_KEYS = 100_000;

    private final boolean nativeTls;
    private final TlsProfile profile;
    private @Nullable KeyManagerFactory keys;
    private List<String> applicationProtocols = List.of();

    ListenerContextFactory(boolean nativeTls, TlsProfile profile) {
        this.nativeTls = nativeTls;
        this.profile = profile;
    }

    @Override
    public SslContextFactory keyMananagerFactory(KeyManagerFactory factory) {
        keys = factory;
        return this;
    }

    @Override
    public SslContextFactory applicationProtocols(List<String> protocols) {
        applicationProtocols = List.copyOf(protocols);
        return this;
    }

    @Override
    public SslContext create() throws SSLException {
        KeyManagerFactory factory = requireNonNull(keys, "a TLS listener has keys");
        return SslContextBuilder.forServer(
                        nativeTls ? new OpenSslCachingX509KeyManagerFactory(factory, CACHED_KEYS) : factory)
                .sslProvider(nativeTls ? SslProvider.OPENSSL : SslProvider.JDK)
                .protocols(profile.protocols())
                .ciphers(profile.cipherSuites(), SupportedCipherSuiteFilter.INSTANCE)
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        Protocol.ALPN,
                        SelectorFailureBehavior.NO_ADVERTISE,
                        SelectedListenerFailureBehavior.ACCEPT,
                        applicationProtocols))
                .build();
    }
}
