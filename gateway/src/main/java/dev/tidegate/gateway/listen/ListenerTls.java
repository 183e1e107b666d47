package dev.tidegate.gateway.listen;

import dev.tidegate.gateway.publication.ActiveTable;
import dev.tidegate.tls.CertificateKeyManager;
import dev.tidegate.tls.TlsProfile;
import io.netty.handler.ssl.OpenSsl;
import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.SSLEngineOptions;
import io.vertx.core.spi.tls.SslContextFactory;
import java.util.function.Function;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509KeyManager;

/// TLS for a listener: one context for all hosts, whose key manager reads the published certificates at each
/// handshake.
///
/// Vert.x' own way to serve several names builds a context a name and keeps sixteen of them, stale or not; here it is
/// told that there is one only, so a rotation touches no context, no listener and no connection.
public final class ListenerTls {

    private ListenerTls() {}

    /// Is BoringSSL there for this platform?
    public static boolean nativeAvailable() {
        return OpenSsl.isAvailable();
    }

    static KeyCertOptions certificates(ActiveTable active) {
        return new PublishedCertificates(
                new CertificateKeyManager(() -> active.current().certificates()));
    }

    static SSLEngineOptions engine(boolean nativeTls, TlsProfile profile) {
        return new Engine(nativeTls, profile);
    }

    private static final class PublishedCertificates implements KeyCertOptions {

        private final KeyCertOptions wrapped;

        PublishedCertificates(X509KeyManager keyManager) {
            wrapped = KeyCertOptions.wrap(keyManager);
        }

        @Override
        public KeyCertOptions copy() {
            return this;
        }

        @Override
        public KeyManagerFactory getKeyManagerFactory(Vertx vertx) throws Exception {
            return wrapped.getKeyManagerFactory(vertx);
        }

        /// Vert.x' way of saying: whatever the name, there is nothing but the one factory.
        @Override
        @SuppressWarnings("NullAway") // the interface is not annotated, and documents null as "use the default"
        public Function<String, KeyManagerFactory> keyManagerFactoryMapper(Vertx vertx) {
            return _ -> null;
        }
    }

    private static final class Engine extends SSLEngineOptions {

        private final boolean nativeTls;
        private final TlsProfile profile;

        Engine(boolean nativeTls, TlsProfile profile) {
            this.nativeTls = nativeTls;
            this.profile = profile;
        }

        @Override
        public SSLEngineOptions copy() {
            return this;
        }

        @Override
        public SslContextFactory sslContextFactory() {
            return new ListenerContextFactory(nativeTls, profile);
        }
    }
}
