package dev.tidegate.tls;

/// A certificate and its key as a Secret holds them.
///
/// `certificates`: PEM chain, leaf first, for `tls.crt`. `key`: PKCS#8 PEM, for `tls.key`.
public record TestCertificate(String certificates, String key, ServerCertificate certificate) {}
