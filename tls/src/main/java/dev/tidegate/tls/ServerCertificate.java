package dev.tidegate.tls;

import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A certificate chain, leaf first, and the private key that belongs to it. Checked when it was read, so it always
/// works.
///
/// `id` is the SHA-256 of the chain in hex: equal chains are equal certificates, and a renewed one has another id.
/// That of our own has its serial number in it, which no other has. Threads: any; immutable. The key is never
/// printed. `chain`, `leaf` and `key` may have to be parsed anew, which takes some tenths of a millisecond: for
/// handshakes and for people who ask, not for passes over all certificates.
public final class ServerCertificate {

    private final String id;
    private final Supplier<KeyMaterial> material;
    private final KeyType keyType;
    private final CertificateNames names;
    private final BigInteger serialNumber;
    private final Instant notBefore;
    private final Instant notAfter;

    ServerCertificate(List<X509Certificate> chain, PrivateKey key) {
        X509Certificate leaf = chain.getFirst();
        KeyMaterial read = new KeyMaterial(chain, key);
        this.material = () -> read;
        this.id = Fingerprint.ofChain(chain);
        this.keyType = KeyType.of(key).orElseThrow();
        this.names = CertificateNames.of(leaf);
        this.serialNumber = leaf.getSerialNumber();
        this.notBefore = leaf.getNotBefore().toInstant();
        this.notAfter = leaf.getNotAfter().toInstant();
    }

    /// One that is yet to be made, with these values: `material` makes it when it is first asked for, and answers
    /// the same from then on.
    ServerCertificate(
            KeyType keyType,
            CertificateNames names,
            BigInteger serialNumber,
            Instant notBefore,
            Instant notAfter,
            Supplier<KeyMaterial> material) {
        this.id = "self-signed-" + serialNumber.toString(16);
        this.material = material;
        this.keyType = keyType;
        this.names = names;
        this.serialNumber = serialNumber;
        this.notBefore = notBefore;
        this.notAfter = notAfter;
    }

    public String id() {
        return id;
    }

    public List<X509Certificate> chain() {
        return material.get().chain();
    }

    public X509Certificate leaf() {
        return chain().getFirst();
    }

    public PrivateKey key() {
        return material.get().key();
    }

    public KeyType keyType() {
        return keyType;
    }

    /// Of the leaf, as its issuer gave it.
    public BigInteger serialNumber() {
        return serialNumber;
    }

    public CertificateNames names() {
        return names;
    }

    /// SHA-256 of the leaf alone, in hex: what `openssl x509 -fingerprint -sha256` prints, without the colons.
    public String fingerprint() {
        return Fingerprint.ofChain(List.of(leaf()));
    }

    public Instant notBefore() {
        return notBefore;
    }

    public Instant notAfter() {
        return notAfter;
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
