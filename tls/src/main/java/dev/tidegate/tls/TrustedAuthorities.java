package dev.tidegate.tls;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The authorities of a PEM text, as a client holds them that trusts these and no others.
///
/// Threads: any; immutable.
public final class TrustedAuthorities {

    public static final TrustedAuthorities NONE = new TrustedAuthorities(List.of());

    private final List<X509Certificate> authorities;

    private TrustedAuthorities(List<X509Certificate> authorities) {
        this.authorities = List.copyOf(authorities);
    }

    /// Shape: PEM, any bytes at all → the authorities; none if it cannot be read.
    public static TrustedAuthorities read(byte[] pem) {
        try {
            return new TrustedAuthorities(CertificateChain.read(pem));
        } catch (RefusedFieldException unreadable) {
            return NONE;
        }
    }

    /// Has one of them that is valid at that moment signed this certificate itself?
    public boolean trust(ServerCertificate certificate, Instant moment) {
        return issuerOf(certificate).filter(it -> isValid(it, moment)).isPresent();
    }

    /// As PEM, the one that has signed this certificate; nothing if none of them has. It is what remains to be trusted
    /// once another certificate begins to take its place.
    public byte[] pemOfIssuer(ServerCertificate certificate) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        issuerOf(certificate).ifPresent(it -> text.writeBytes(pem(it)));
        return text.toByteArray();
    }

    private Optional<X509Certificate> issuerOf(ServerCertificate certificate) {
        X509Certificate leaf = certificate.leaf();
        return authorities.stream().filter(it -> hasSigned(it, leaf)).findFirst();
    }

    private static byte[] pem(X509Certificate authority) {
        try {
            return PemText.of("CERTIFICATE", authority.getEncoded());
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("a certificate that was parsed from DER has none", impossible);
        }
    }

    private static boolean isValid(X509Certificate authority, Instant moment) {
        return !moment.isBefore(authority.getNotBefore().toInstant())
                && !moment.isAfter(authority.getNotAfter().toInstant());
    }

    private static boolean hasSigned(X509Certificate authority, X509Certificate leaf) {
        if (!authority.getSubjectX500Principal().equals(leaf.getIssuerX500Principal())) {
            return false;
        }
        try {
            leaf.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException another) {
            return false;
        }
    }
}
