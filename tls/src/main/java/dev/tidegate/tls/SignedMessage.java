package dev.tidegate.tls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;

/// The plainest proof: what the key has signed, the certificate verifies.
final class SignedMessage implements KeyProof {

    private static final byte[] MESSAGE = "Does this key belong to that certificate?".getBytes(StandardCharsets.UTF_8);

    private final KeyType type;
    private final byte[] signature;

    private SignedMessage(KeyType type, byte[] signature) {
        this.type = type;
        this.signature = signature;
    }

    static SignedMessage by(PrivateKey key, KeyType type) throws GeneralSecurityException {
        Signature signer = Signature.getInstance(type.signatureAlgorithm());
        signer.initSign(key);
        signer.update(MESSAGE);
        return new SignedMessage(type, signer.sign());
    }

    @Override
    public boolean fits(X509Certificate certificate) {
        try {
            Signature verifier = Signature.getInstance(type.signatureAlgorithm());
            // The key, not the certificate: its key usage is the clients' business.
            verifier.initVerify(certificate.getPublicKey());
            verifier.update(MESSAGE);
            return verifier.verify(signature);
        } catch (GeneralSecurityException | RuntimeException ofAnotherKind) {
            return false;
        }
    }
}
