package dev.tidegate.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.util.io.pem.PemObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PemCertificateTest {

    private static final String CHAIN_EXPECTED =
            "(expected: the certificate chain as CERTIFICATE blocks in PEM, leaf first)";
    private static final String KEY_EXPECTED =
            "(expected: an unencrypted private key in PEM, RSA, EC (P-256, P-384, P-521) or Ed25519)";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        rsa.crt                            | rsa.key               | RSA
        rsa.crt                            | rsa-pkcs8.key         | RSA
        ec.crt                             | ec.key                | EC
        ec.crt                             | ec-pkcs8.key          | EC
        ec384.crt                          | ec384.key             | EC
        ed25519.crt                        | ed25519.key           | ED25519
        rsa-trusted.crt                    | rsa.key               | RSA
        windows:rsa.crt                    | windows:rsa.key       | RSA
        indented:rsa.crt                   | indented:rsa.key      | RSA
        text:a comment+rsa.crt+text:another| text:a comment+ec.key | -
        text:a comment+rsa.crt+text:another| text:one+rsa.key      | RSA
        rsa.crt+rsa.key                    | rsa.crt+rsa.key       | RSA
        rsa.key+rsa.crt                    | half:ec.crt+rsa.key   | -
        rsa.crt                            | rsa.key+ec.key        | RSA
        """)
    void every_form_that_openssl_writes_is_read(String certificates, String key, String type) {
        CertificateReading reading = read(certificates, key);
        if (type.equals("-")) {
            assertThat(reading).isInstanceOf(CertificateReading.Refused.class);
        } else {
            assertThat(accepted(reading).keyType()).isEqualTo(KeyType.valueOf(type));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        empty               | rsa.key                 | tls.crt | empty (expected: CHAIN)
        text: +text:        | rsa.key                 | tls.crt | empty (expected: CHAIN)
        text:garbage        | rsa.key                 | tls.crt | not PEM (expected: CHAIN)
        bare:rsa.crt        | rsa.key                 | tls.crt | not PEM (expected: CHAIN)
        half:rsa.crt        | rsa.key                 | tls.crt | PEM block 1 is malformed (expected: base64 between its BEGIN and END lines)
        rsa.crt+half:ec.crt | rsa.key                 | tls.crt | PEM block 2 is malformed (expected: base64 between its BEGIN and END lines)
        rsa.crt+text:-----BEGIN CERTIFICATE----+ec.crt | rsa.key | tls.crt | PEM block 2 is malformed (expected: base64 between its BEGIN and END lines)
        rsa.key             | rsa.key                 | tls.crt | RSA PRIVATE KEY (expected: CHAIN)
        ec.key              | ec.key                  | tls.crt | 2 blocks: EC PARAMETERS, EC PRIVATE KEY (expected: CHAIN)
        text:-----BEGIN <b>-----+text:-----END <b>----- | rsa.key | tls.crt | an unknown label (expected: CHAIN)
        text:-----BEGIN CERTIFICATE-----+text:AAAA+text:-----END CERTIFICATE----- | rsa.key | tls.crt | certificate 1 cannot be read (expected: an X.509 certificate with a key of a known kind)
        secp256k1.crt       | secp256k1.key           | tls.key | an EC key on another curve (expected: KEY)
        rsa.crt             | empty                   | tls.key | empty (expected: KEY)
        rsa.crt             | text:garbage            | tls.key | not PEM (expected: KEY)
        rsa.crt             | bare:rsa.key            | tls.key | not PEM (expected: KEY)
        rsa.crt             | half:rsa.key            | tls.key | PEM block 1 is malformed (expected: base64 between its BEGIN and END lines)
        rsa.crt             | rsa.crt                 | tls.key | CERTIFICATE (expected: KEY)
        rsa.crt             | rsa-pkcs8-encrypted.key | tls.key | an encrypted key (expected: KEY)
        rsa.crt             | rsa-pkcs1-encrypted.key | tls.key | an encrypted key (expected: KEY)
        rsa.crt             | ec.key                  | tls.key | EC key that belongs to another certificate (expected: the key of the leaf in tls.crt, which is RSA)
        ec.crt              | ec384.key               | tls.key | EC key that belongs to another certificate (expected: the key of the leaf in tls.crt, which is EC)
        rsa1024.crt         | rsa1024.key             | tls.key | an RSA key of 1024 bits (expected: 2048 to 8192)
        dsa.crt             | dsa.key                 | tls.key | a key of kind DSA (expected: KEY)
        ed448.crt           | ed448.key               | tls.key | a key of kind Ed448 (expected: KEY)
        rsa-pss.crt         | rsa-pss.key             | tls.key | a key of kind RSASSA-PSS (expected: KEY)
        ec.crt              | ec-explicit.key         | tls.key | a key that cannot be read (expected: KEY)
        """)
    void what_cannot_be_served_is_refused_with_its_field_and_a_reason(
            String certificates, String key, String field, String problem) {
        String spelledOut =
                problem.replace("(expected: CHAIN)", CHAIN_EXPECTED).replace("(expected: KEY)", KEY_EXPECTED);

        assertThat(read(certificates, key)).isEqualTo(new CertificateReading.Refused(field, spelledOut));
    }

    @ParameterizedTest
    @EnumSource
    void what_java_writes_is_read_too(KeyType type) {
        TestCertificate written = TestCertificates.selfSigned(type, "a.example");

        ServerCertificate read = accepted(read(written));

        assertThat(read.leaf()).isEqualTo(written.certificate().leaf());
        assertThat(read.keyType()).isEqualTo(type);
        assertThat(read.key()).isEqualTo(written.certificate().key());
    }

    @Test
    void a_private_key_that_brings_its_public_key_is_read() throws IOException {
        KeyPair keys = TestAuthority.keyPair(KeyType.ED25519);
        PrivateKeyInfo alone = PrivateKeyInfo.getInstance(keys.getPrivate().getEncoded());
        PrivateKeyInfo both = new PrivateKeyInfo(
                new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519),
                alone.parsePrivateKey(),
                null,
                SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded())
                        .getPublicKeyData()
                        .getOctets());
        String pem = TestAuthority.pem(new PemObject("PRIVATE KEY", both.getEncoded()));

        assertThat(PemCertificate.read(bytes(TestAuthority.pem(selfSigned(keys))), bytes(pem)))
                .isInstanceOf(CertificateReading.Accepted.class);
    }

    @Test
    void a_key_whose_numbers_do_not_fit_together_is_refused() throws IOException {
        KeyPair keys = TestAuthority.keyPair(KeyType.RSA);
        RSAPrivateKey good = RSAPrivateKey.getInstance(
                PrivateKeyInfo.getInstance(keys.getPrivate().getEncoded()).parsePrivateKey());
        RSAPrivateKey bad = new RSAPrivateKey(
                good.getModulus(),
                good.getPublicExponent(),
                good.getPrivateExponent(),
                good.getPrime1(),
                good.getPrime2(),
                good.getExponent1().add(BigInteger.TWO),
                good.getExponent2(),
                good.getCoefficient());

        CertificateReading reading = PemCertificate.read(
                bytes(TestAuthority.pem(selfSigned(keys))),
                bytes(TestAuthority.pem(new PemObject("RSA PRIVATE KEY", bad.getEncoded()))));

        assertThat(reading)
                .isEqualTo(new CertificateReading.Refused(
                        "tls.key", "RSA key that cannot sign (expected: a key whose numbers fit together)"));
    }

    @Test
    void absurd_sizes_are_refused_unread() {
        TestCertificate good = TestCertificates.selfSigned("a.example");
        byte[] huge = bytes(good.certificates() + " ".repeat(1 << 20));
        byte[] many = bytes(good.certificates().repeat(33));

        assertThat(PemCertificate.read(huge, bytes(good.key())))
                .isEqualTo(new CertificateReading.Refused(
                        "tls.crt", "%d bytes (expected: at most 1048576)".formatted(huge.length)));
        assertThat(PemCertificate.read(bytes(good.certificates()), huge))
                .isEqualTo(new CertificateReading.Refused(
                        "tls.key", "%d bytes (expected: at most 1048576)".formatted(huge.length)));
        assertThat(PemCertificate.read(many, bytes(good.key())))
                .isEqualTo(new CertificateReading.Refused("tls.crt", "33 certificates (expected: at most 32)"));
    }

    @ParameterizedTest
    @CsvSource({"RSA PRIVATE KEY", "EC PRIVATE KEY", "PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "DSA PRIVATE KEY"})
    void sequences_nested_without_end_are_refused(String label) {
        TestCertificate good = TestCertificates.selfSigned("a.example");
        byte[] nested = bytes(TestAuthority.pem(new PemObject(label, nestedSequences(700_000))));

        assertThat(PemCertificate.read(bytes(good.certificates()), nested))
                .isInstanceOfSatisfying(
                        CertificateReading.Refused.class,
                        refused -> assertThat(refused.field()).isEqualTo("tls.key"));
    }

    @Test
    void a_key_whose_parameters_are_nested_without_end_is_refused() throws IOException {
        TestCertificate good = TestCertificates.selfSigned("a.example");
        byte[] nested = nestedSequences(700_000);
        byte[] head = {
            0x30,
            (byte) 0x84,
            0,
            0,
            0,
            0, // PrivateKeyInfo
            0x02,
            0x01,
            0x00, // version 0
            0x30,
            (byte) 0x84,
            0,
            0,
            0,
            0, // AlgorithmIdentifier
            0x06,
            0x07,
            0x2a,
            (byte) 0x86,
            0x48,
            (byte) 0xce,
            0x3d,
            0x02,
            0x01, // id-ecPublicKey
        };
        byte[] tail = {0x04, 0x00}; // the key, of no bytes
        ByteBuffer der = ByteBuffer.allocate(head.length + nested.length + tail.length);
        der.put(head).put(nested).put(tail).putInt(2, der.capacity() - 6).putInt(11, 9 + nested.length);
        byte[] key = bytes(TestAuthority.pem(new PemObject("PRIVATE KEY", der.array())));

        assertThat(PemCertificate.read(bytes(good.certificates()), key))
                .isInstanceOfSatisfying(
                        CertificateReading.Refused.class,
                        refused -> assertThat(refused.field()).isEqualTo("tls.key"));
    }

    @Test
    void certificates_nested_without_end_are_refused() {
        byte[] nested = bytes(TestAuthority.pem(new PemObject("CERTIFICATE", nestedSequences(700_000))));

        assertThat(PemCertificate.read(nested, nested))
                .isInstanceOfSatisfying(
                        CertificateReading.Refused.class,
                        refused -> assertThat(refused.field()).isEqualTo("tls.crt"));
    }

    /// DER: each SEQUENCE, in the long form of four length bytes, holds the next and nothing else.
    private static byte[] nestedSequences(int bytes) {
        byte[] der = new byte[bytes - bytes % 6];
        for (int at = 0; at < der.length; at += 6) {
            int inside = der.length - at - 6;
            der[at] = 0x30;
            der[at + 1] = (byte) 0x84;
            der[at + 2] = (byte) (inside >>> 24);
            der[at + 3] = (byte) (inside >>> 16);
            der[at + 4] = (byte) (inside >>> 8);
            der[at + 5] = (byte) inside;
        }
        return der;
    }

    private static X509Certificate selfSigned(KeyPair keys) {
        Instant now = Instant.now();
        return TestAuthority.sign(
                TestAuthority.named("a.example"),
                keys.getPrivate(),
                TestAuthority.named("a.example"),
                keys,
                now.minusSeconds(60),
                now.plusSeconds(60),
                false);
    }

    private static CertificateReading read(String certificates, String key) {
        return PemCertificate.read(OpenSslFixture.bytes(certificates), OpenSslFixture.bytes(key));
    }

    private static CertificateReading read(TestCertificate written) {
        return PemCertificate.read(bytes(written.certificates()), bytes(written.key()));
    }

    private static ServerCertificate accepted(CertificateReading reading) {
        return switch (reading) {
            case CertificateReading.Accepted(ServerCertificate certificate) -> certificate;
            case CertificateReading.Refused refused -> throw new AssertionError(refused);
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }
}
