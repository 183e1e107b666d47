package dev.tidegate.tls;

import static dev.tidegate.tls.CertificateReading.CERTIFICATES;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.util.io.pem.PemObject;
import org.jspecify.annotations.Nullable;

/// The certificates of a PEM text, and the order in which a handshake sends them.
///
/// The JDK's factory hands out one object for equal certificates, so an intermediate that a thousand Secrets bring is
/// held once.
final class CertificateChain {

    private static final String EXPECTED = "the certificate chain as CERTIFICATE blocks in PEM, leaf first";
    private static final int MAX_CERTIFICATES = 32;

    // OpenSSL, and so nginx, reads all three. The trust settings that a TRUSTED one adds mean nothing to a server.
    private static final Set<String> LABELS = Set.of("CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE");

    private CertificateChain() {}

    /// Shape: PEM → at least one certificate, in the text's order, each once.
    static List<X509Certificate> read(byte[] pem) throws RefusedFieldException {
        PemBlocks found = PemBlocks.read(CERTIFICATES, pem, EXPECTED);
        List<PemObject> blocks = found.blocks().stream()
                .filter(block -> LABELS.contains(block.getType()))
                .toList();
        if (blocks.isEmpty()) {
            throw new RefusedFieldException(CERTIFICATES, "%s (expected: %s)".formatted(found.labels(), EXPECTED));
        }
        if (blocks.size() > MAX_CERTIFICATES) {
            throw new RefusedFieldException(
                    CERTIFICATES, "%d certificates (expected: at most %d)".formatted(blocks.size(), MAX_CERTIFICATES));
        }
        Set<X509Certificate> certificates = new LinkedHashSet<>();
        for (PemObject block : blocks) {
            certificates.add(parse(block, certificates.size() + 1));
        }
        return List.copyOf(certificates);
    }

    /// Shape: the leaf, and all certificates of the text → the same ones: the leaf, then each one's issuer as far as
    /// they are there, then the rest as it stood. A text that is in order stays as it is.
    ///
    /// Source: RFC 5246 §7.4.2 wants this order; RFC 8446 §4.4.2 lets extra ones follow.
    static List<X509Certificate> inOrder(X509Certificate leaf, List<X509Certificate> certificates) {
        List<X509Certificate> rest = new ArrayList<>(certificates);
        List<X509Certificate> chain = new ArrayList<>();
        for (X509Certificate next = leaf; next != null; next = issuer(next, rest)) {
            rest.remove(next);
            chain.add(next);
        }
        chain.addAll(rest);
        return chain;
    }

    private static @Nullable X509Certificate issuer(X509Certificate certificate, List<X509Certificate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .findFirst()
                .orElse(null);
    }

    private static X509Certificate parse(PemObject block, int number) throws RefusedFieldException {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(block.getContent()));
        } catch (CertificateException | RuntimeException malformed) {
            throw new RefusedFieldException(
                    CERTIFICATES,
                    "certificate %d cannot be read (expected: an X.509 certificate with a key of a known kind)"
                            .formatted(number));
        }
    }
}
