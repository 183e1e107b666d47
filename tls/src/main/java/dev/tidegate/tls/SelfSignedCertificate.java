package dev.tidegate.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/// The certificate to present where no other is configured, another in each process: EC P-256, signed by itself.
///
/// No client trusts it, and its subject tells a person who looks why. It has one DNS name, because some clients read
/// the first one without asking whether there is any.
///
/// It is made when its chain or its key is first asked for: that takes a third of a second of a JVM that has just
/// been started, and many never present it. Threads: any; whoever comes while it is being made waits.
public final class SelfSignedCertificate {

    static final String DNS_NAME = "tidegate.local";

    private static final String SUBJECT = "O=Tidegate, CN=Tidegate Default Certificate";
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);
    private static final Duration LIFETIME = Duration.ofDays(365);
    private static final int SERIAL_BITS = 127;

    private final BigInteger serialNumber = new BigInteger(SERIAL_BITS, new SecureRandom());
    private final Instant notBefore;
    private final Instant notAfter;
    private @Nullable KeyMaterial made;

    private SelfSignedCertificate(Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        this.notBefore = second.minus(CLOCK_SKEW);
        this.notAfter = second.plus(LIFETIME);
    }

    /// Valid from an hour before the clock's now, for clients whose clocks are behind, until a year after it.
    public static ServerCertificate generate(InstantSource clock) {
        SelfSignedCertificate it = new SelfSignedCertificate(clock.instant());
        return new ServerCertificate(
                KeyType.EC,
                new CertificateNames(List.of(DNS_NAME)),
                it.serialNumber,
                it.notBefore,
                it.notAfter,
                it::material);
    }

    private synchronized KeyMaterial material() {
        if (made == null) {
            made = make();
        }
        return made;
    }

    private KeyMaterial make() {
        try {
            KeyPair keys = newKeys();
            return new KeyMaterial(List.of(certify(keys)), keys.getPrivate());
        } catch (GeneralSecurityException | OperatorCreationException | IOException impossible) {
            throw new IllegalStateException("this JDK cannot sign with EC P-256", impossible);
        }
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private X509Certificate certify(KeyPair keys)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        X500Name subject = new X500Name(SUBJECT);
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                subject, serialNumber, Date.from(notBefore), Date.from(notAfter), subject, keys.getPublic());
        builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, DNS_NAME)))
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(
                        new JcaContentSignerBuilder(KeyType.EC.signatureAlgorithm()).build(keys.getPrivate())));
    }
}
