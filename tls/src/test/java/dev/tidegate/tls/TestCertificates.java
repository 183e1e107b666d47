package dev.tidegate.tls;

/// Certificates for tests, valid from an hour ago for a day.
public final class TestCertificates {

    private TestCertificates() {}

    /// EC P-256, the cheapest to make, for these DNS names; its common name is the first of them.
    public static TestCertificate selfSigned(String... hosts) {
        return selfSigned(KeyType.EC, hosts);
    }

    public static TestCertificate selfSigned(KeyType type, String... hosts) {
        return TestAuthority.selfSigned(type, hosts);
    }
}
