package dev.tidegate.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate for names of our own, and the authority that signed it, made for one client that is told whom to
/// trust. Both are EC P-256.
///
/// The authority signs once: its key is forgotten with that, so nobody can ever sign another in its name.
///
/// `certificate`, `key` and `authority` are PEM texts. Costs some milliseconds. Threads: any. Never printed.
public final class IssuedCertificate {

    /// How long it is valid: renewing it is cheap, and a cluster that stands still for a while still has one.
    public static final Duration LIFETIME = Duration.ofDays(365);

    private static final Duration CLOCK_SKEW = Duration.ofHours(1);
    private static final int SERIAL_BITS = 127;
    private static final String SUBJECT = "O=Tidegate, CN=";
    private static final int LONGEST_COMMON_NAME = 64;

    private final byte[] certificate;
    private final byte[] key;
    private final byte[] authority;

    private IssuedCertificate(byte[] certificate, byte[] key, byte[] authority) {
        this.certificate = certificate;
        this.key = key;
        this.authority = authority;
    }

    /// Shape: DNS names, the first for people who look, and a moment → a certificate for these names and the loopback
    /// addresses, valid from an hour before that moment.
    public static IssuedCertificate issue(List<String> names, Instant now) {
        try {
            Instant from = now.truncatedTo(ChronoUnit.SECONDS).minus(CLOCK_SKEW);
            Instant until = now.truncatedTo(ChronoUnit.SECONDS).plus(LIFETIME);
            KeyPair root = newKeys();
            KeyPair leaf = newKeys();
            // A name of its own for each, so that a client that trusts two of them knows which one signed.
            X500Name issuer = new X500Name(
                    SUBJECT + "Tidegate webhook authority " + serialNumber().toString(36));
            X509Certificate authority = sign(
                    new JcaX509v3CertificateBuilder(
                                    issuer, serialNumber(), Date.from(from), Date.from(until), issuer, root.getPublic())
                            .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                            .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign)),
                    root);
            X509Certificate certificate = sign(leaf(names, issuer, leaf, from, until), root);
            return new IssuedCertificate(
                    PemText.of("CERTIFICATE", certificate.getEncoded()),
                    PemText.of("PRIVATE KEY", leaf.getPrivate().getEncoded()),
                    PemText.of("CERTIFICATE", authority.getEncoded()));
        } catch (GeneralSecurityException | OperatorCreationException | IOException impossible) {
            throw new IllegalStateException("this JDK cannot sign with EC P-256", impossible);
        }
    }

    private static JcaX509v3CertificateBuilder leaf(
            List<String> names, X500Name issuer, KeyPair keys, Instant from, Instant until) throws CertIOException {
        String first = names.getFirst();
        X500Name subject = new X500Name(SUBJECT + first.substring(0, Math.min(first.length(), LONGEST_COMMON_NAME)));
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer, serialNumber(), Date.from(from), Date.from(until), subject, keys.getPublic());
        builder.addExtension(Extension.subjectAlternativeName, false, alternatives(names))
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        return builder;
    }

    private static GeneralNames alternatives(List<String> names) {
        return new GeneralNames(Stream.concat(
                        names.stream().map(name -> new GeneralName(GeneralName.dNSName, name)),
                        Stream.of("127.0.0.1", "::1")
                                .map(address -> new GeneralName(
                                        GeneralName.iPAddress,
                                        InetAddress.ofLiteral(address).getHostAddress())))
                .toArray(GeneralName[]::new));
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, KeyPair by)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(
                        new JcaContentSignerBuilder(KeyType.EC.signatureAlgorithm()).build(by.getPrivate())));
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static BigInteger serialNumber() {
        return new BigInteger(SERIAL_BITS, new SecureRandom());
    }

    public byte[] certificate() {
        return certificate.clone();
    }

    public byte[] key() {
        return key.clone();
    }

    public byte[] authority() {
        return authority.clone();
    }

    @Override
    public String toString() {
        return "IssuedCertificate[key redacted]";
    }
}
