package dev.tidegate.tls;

import static java.util.Objects.requireNonNull;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A certificate chain, leaf first, and the private key that belongs to it. Checked when it was read, so it always
/// works.
///
/// `id` is the SHA-256 of the chain in hex: equal chains are equal certificates, and a renewed one has another id.
/// Threads: any; immutable. The key is never printed.
public final class ServerCertificate {

    private final String id;
    private final List<X509Certificate> chain;
    private final PrivateKey key;
    private final KeyType keyType;
    private final CertificateNames names;

    ServerCertificate(List<X509Certificate> chain, PrivateKey key) {
        this.chain = List.copyOf(chain);
        this.key = requireNonNull(key);
        this.id = Fingerprint.ofChain(this.chain);
        this.keyType = KeyType.of(key).orElseThrow();
        this.names = CertificateNames.of(this.chain.getFirst());
    }

    public String id() {
        return id;
    }

    public List<X509Certificate> chain() {
        return chain;
    }

    public X509Certificate leaf() {
        return chain.getFirst();
    }

    public PrivateKey key() {
        return key;
    }

    public KeyType keyType() {
        return keyType;
    }

    public CertificateNames names() {
        return names;
    }

    /// SHA-256 of the leaf alone, in hex: what `openssl x509 -fingerprint -sha256` prints, without the colons.
    public String fingerprint() {
        return Fingerprint.ofChain(List.of(leaf()));
    }

    public Instant notBefore() {
        return leaf().getNotBefore().toInstant();
    }

    public Instant notAfter() {
        return leaf().getNotAfter().toInstant();
    }

    /// Of the leaf alone. Shape: a moment → whether clients whose clock shows it will take the certificate.
    public Validity validityAt(Instant moment) {
        if (moment.isBefore(notBefore())) {
            return Validity.NOT_YET_VALID;
        }
        return moment.isAfter(notAfter()) ? Validity.EXPIRED : Validity.VALID;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ServerCertificate that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "ServerCertificate[" + id + ", " + names + ", key [redacted]]";
    }
}
