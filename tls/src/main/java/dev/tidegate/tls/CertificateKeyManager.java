package dev.tidegate.tls;

import static java.util.Objects.requireNonNull;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// Chooses the certificate of each handshake from the index that is current at that moment, so one TLS context serves
/// all hosts, and a rotation is seen by the next handshake.
///
/// An alias is the [ServerCertificate#id()]. An engine first asks for an alias and then, on the same thread and in
/// the same breath, for that alias's chain and key; both the JDK's and Netty's OpenSSL engine do. If the index is
/// swapped in between, even many times, the handshake goes on with the certificate it chose, because the thread
/// remembers it. Of a certificate that has left the index nothing else is kept: asked about its alias, this answers
/// null, which is how Netty's cache of key material learns that it may let go.
///
/// A certificate whose key is not of the kind that is asked for is not offered. Threads: any; no lock, no shared
/// write. Fails: with null, upon which the engine ends the handshake. Source: RFC 6066 §3 for the server name.
public final class CertificateKeyManager extends X509ExtendedKeyManager {

    // Of all key managers together: an alias means the same certificate to each of them.
    private static final ThreadLocal<@Nullable ServerCertificate> CHOSEN = new ThreadLocal<>();

    private final Supplier<CertificateIndex> current;

    /// Shape: `current` yields the index in force; it is asked once or more in each handshake and must not block.
    public CertificateKeyManager(Supplier<CertificateIndex> current) {
        this.current = requireNonNull(current);
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return choose(keyType, engine == null ? null : engine.getHandshakeSession());
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return choose(keyType, socket instanceof SSLSocket ssl ? ssl.getHandshakeSession() : null);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        ServerCertificate certificate = find(alias);
        return certificate == null ? null : certificate.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        ServerCertificate certificate = find(alias);
        return certificate == null ? null : certificate.key();
    }

    /// Out of spec: null rather than a list, which no TLS engine asks for and which would be as long as the index.
    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    /// Null: these are certificates of a server.
    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }

    private @Nullable String choose(String keyType, @Nullable SSLSession handshake) {
        ServerCertificate certificate = current.get().find(serverName(handshake));
        if (!certificate.keyType().answers(keyType)) {
            return null;
        }
        CHOSEN.set(certificate);
        return certificate.id();
    }

    private @Nullable ServerCertificate find(String alias) {
        ServerCertificate last = CHOSEN.get();
        return last != null && last.id().equals(alias) ? last : current.get().byId(alias);
    }

    /// A name that is no host name, as a malformed one, is as good as none.
    private static @Nullable String serverName(@Nullable SSLSession handshake) {
        if (handshake instanceof ExtendedSSLSession extended) {
            for (SNIServerName name : extended.getRequestedServerNames()) {
                if (name instanceof SNIHostName host) {
                    return host.getAsciiName();
                }
            }
        }
        return null;
    }
}
