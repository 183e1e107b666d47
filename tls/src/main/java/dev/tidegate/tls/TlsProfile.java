package dev.tidegate.tls;

import java.util.List;

/// Which protocols and cipher suites a TLS listener offers, the preferred first.
///
/// Shape: the names of the Java Security Standard Algorithm Names, which the JDK and Netty's OpenSSL both take.
public record TlsProfile(List<String> protocols, List<String> cipherSuites) {

    /// TLS 1.2 and 1.3, and of their suites only those with forward secrecy and authenticated encryption.
    ///
    /// Source: RFC 9325 §4.2, Mozilla's "intermediate" profile, ingress-nginx's default; without finite-field DHE,
    /// which BoringSSL does not have.
    public static final TlsProfile INTERMEDIATE = new TlsProfile(
            List.of("TLSv1.3", "TLSv1.2"),
            List.of(
                    "TLS_AES_128_GCM_SHA256",
                    "TLS_AES_256_GCM_SHA384",
                    "TLS_CHACHA20_POLY1305_SHA256",
                    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
                    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
                    "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
                    "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"));

    public TlsProfile {
        protocols = List.copyOf(protocols);
        cipherSuites = List.copyOf(cipherSuites);
    }
}
