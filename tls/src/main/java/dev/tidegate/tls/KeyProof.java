package dev.tidegate.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;

/// What shows which certificate a private key belongs to, and that the key can sign at all, which a comparison of
/// public values would not.
///
/// Threads: any; immutable.
interface KeyProof {

    boolean fits(X509Certificate certificate);

    /// Fails: if the key cannot sign.
    static KeyProof of(PrivateKey key, KeyType type) throws GeneralSecurityException {
        return key instanceof RSAPrivateCrtKey rsa ? RsaNumbers.of(rsa) : SignedMessage.by(key, type);
    }
}
