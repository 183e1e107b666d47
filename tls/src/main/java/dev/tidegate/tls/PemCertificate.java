package dev.tidegate.tls;

import static dev.tidegate.tls.CertificateReading.KEY;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/// Reads a certificate chain and its private key from PEM, and checks that they belong together.
///
/// More forgiving than the peers in one thing: they refuse a chain whose first certificate is not the key's own;
/// here the leaf is the one that the key belongs to, wherever it stands, and its issuers are put after it. What
/// else stands in the fields (comments, keys beside certificates, parameters) is passed over, as OpenSSL and Go do.
/// An expired certificate is read like any other: whether to serve it is the caller's choice. Threads: any; costs
/// one signature (about a millisecond for RSA), so not on an event loop.
public final class PemCertificate {

    private PemCertificate() {}

    /// Shape: the bytes of `tls.crt` and `tls.key`, any bytes at all → what they came to. Never throws.
    public static CertificateReading read(byte[] certificates, byte[] key) {
        try {
            List<X509Certificate> chain = CertificateChain.read(certificates);
            return new CertificateReading.Accepted(join(chain, PemPrivateKey.read(key)));
        } catch (RefusedFieldException refusal) {
            return refusal.refused();
        }
    }

    private static ServerCertificate join(List<X509Certificate> certificates, PrivateKey key)
            throws RefusedFieldException {
        KeyProof proof = proof(key);
        for (X509Certificate certificate : certificates) {
            if (proof.fits(certificate)) {
                return new ServerCertificate(CertificateChain.inOrder(certificate, certificates), key);
            }
        }
        throw new RefusedFieldException(
                KEY,
                "%s key that belongs to another certificate (expected: the key of the leaf in %s, which is %s)"
                        .formatted(
                                key.getAlgorithm(),
                                CertificateReading.CERTIFICATES,
                                certificates.getFirst().getPublicKey().getAlgorithm()));
    }

    private static KeyProof proof(PrivateKey key) throws RefusedFieldException {
        try {
            return KeyProof.of(key, KeyType.of(key).orElseThrow());
        } catch (GeneralSecurityException | RuntimeException broken) {
            throw new RefusedFieldException(
                    KEY,
                    "%s key that cannot sign (expected: a key whose numbers fit together)"
                            .formatted(key.getAlgorithm()));
        }
    }
}
