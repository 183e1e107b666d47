package dev.tidegate.tls;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslCachingX509KeyManagerFactory;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.KeyManagerFactorySpi;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509ExtendedKeyManager;

/// The ways in which a server may ask a key manager for its certificates.
enum TlsEngine {
    JDK_SOCKET {
        @Override
        TlsServer start(X509ExtendedKeyManager keys) throws GeneralSecurityException, IOException {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {keys}, null, null);
            return SocketTlsServer.start(context);
        }
    },
    JDK_ENGINE {
        @Override
        TlsServer start(X509ExtendedKeyManager keys) throws GeneralSecurityException, IOException {
            return NettyTlsServer.start(context(SslProvider.JDK, factory(keys)));
        }
    },
    BORINGSSL {
        @Override
        TlsServer start(X509ExtendedKeyManager keys) throws GeneralSecurityException, IOException {
            OpenSsl.ensureAvailability();
            return NettyTlsServer.start(
                    context(SslProvider.OPENSSL, new OpenSslCachingX509KeyManagerFactory(factory(keys), CACHED_KEYS)));
        }
    };

    /// Fewer than a test rotates through, so that the cache has to ask what it may let go.
    private static final int CACHED_KEYS = 4;

    abstract TlsServer start(X509ExtendedKeyManager keys) throws GeneralSecurityException, IOException;

    private static SslContext context(SslProvider provider, KeyManagerFactory keys) throws IOException {
        return SslContextBuilder.forServer(keys)
                .sslProvider(provider)
                .protocols(TlsProfile.INTERMEDIATE.protocols())
                .ciphers(TlsProfile.INTERMEDIATE.cipherSuites())
                .build();
    }

    private static KeyManagerFactory factory(X509ExtendedKeyManager keys) throws GeneralSecurityException {
        Provider unregistered = KeyStore.getInstance(KeyStore.getDefaultType()).getProvider();
        KeyManagerFactory factory = new KeyManagerFactory(new FixedKeys(keys), unregistered, "fixed") {};
        factory.init(null, null);
        return factory;
    }

    private static final class FixedKeys extends KeyManagerFactorySpi {

        private final X509ExtendedKeyManager keys;

        FixedKeys(X509ExtendedKeyManager keys) {
            this.keys = keys;
        }

        @Override
        @SuppressWarnings("NullAway") // The JDK lets both be null, its annotations do not say so.
        protected void engineInit(KeyStore store, char[] password) {}

        @Override
        protected void engineInit(ManagerFactoryParameters parameters) {}

        @Override
        protected KeyManager[] engineGetKeyManagers() {
            return new KeyManager[] {keys};
        }
    }
}
