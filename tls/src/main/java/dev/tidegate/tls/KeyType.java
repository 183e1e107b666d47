package dev.tidegate.tls;

import java.security.Key;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.NamedParameterSpec;
import java.util.Optional;

/// The kinds of key that a server certificate may have.
public enum KeyType {
    RSA("SHA256withRSA"),
    EC("SHA256withECDSA"),
    ED25519("Ed25519");

    private final String signatureAlgorithm;

    KeyType(String signatureAlgorithm) {
        this.signatureAlgorithm = signatureAlgorithm;
    }

    /// Shape: a public or private key → its type, or empty if handshakes here do not use that kind (DSA, Ed448,
    /// RSASSA-PSS, other curves).
    static Optional<KeyType> of(Key key) {
        return Optional.ofNullable(
                switch (key) {
                    case RSAKey rsa when key.getAlgorithm().equals("RSA") -> RSA;
                    case ECKey ec when SigningCurves.include(ec) -> EC;
                    case EdECKey edwards
                    when edwards.getParams().getName().equals(NamedParameterSpec.ED25519.getName()) -> ED25519;
                    default -> null;
                });
    }

    /// Whether it is what a TLS engine means when it asks its key manager for a key of type `asked`.
    boolean answers(String asked) {
        return switch (this) {
            case RSA -> asked.equals("RSA");
            case EC -> asked.equals("EC");
            // BoringSSL asks for "EC" wherever the suite is an ECDHE_ECDSA one, and RFC 8422 §5.10 puts Ed25519 there;
            // the JDK asks for "EC" too, turns such a key down, and then asks for "EdDSA".
            case ED25519 -> asked.equals("EdDSA") || asked.equals("EC");
        };
    }

    String signatureAlgorithm() {
        return signatureAlgorithm;
    }
}
