package dev.tidegate.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate authority for tests: it signs server certificates, and other authorities.
///
/// What it signs is valid from an hour ago for a day, unless the method's name says otherwise. Threads: any;
/// immutable.
public final class TestAuthority {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /// This authority's certificate, then those above it; the last one is the root.
    private final List<X509Certificate> chain;

    private final X500Name name;
    private final PrivateKey key;

    private TestAuthority(List<X509Certificate> chain, X500Name name, PrivateKey key) {
        this.chain = List.copyOf(chain);
        this.name = name;
        this.key = key;
    }

    /// A root with an EC P-256 key.
    public static TestAuthority create(String commonName) {
        X500Name name = named(commonName);
        KeyPair keys = keyPair(KeyType.EC);
        Instant now = Instant.now();
        X509Certificate root = sign(name, keys.getPrivate(), name, keys, now.minus(HOUR), now.plus(DAY), true);
        return new TestAuthority(List.of(root), name, keys.getPrivate());
    }

    /// An authority that this one vouches for.
    public TestAuthority intermediate(String commonName) {
        X500Name subject = named(commonName);
        KeyPair keys = keyPair(KeyType.EC);
        Instant now = Instant.now();
        X509Certificate signed = sign(name, key, subject, keys, now.minus(HOUR), now.plus(DAY), true);
        return new TestAuthority(prepend(signed, chain), subject, keys.getPrivate());
    }

    public TestCertificate leaf(String... hosts) {
        return leaf(KeyType.EC, hosts);
    }

    public TestCertificate leaf(KeyType type, String... hosts) {
        Instant now = Instant.now();
        return leaf(type, now.minus(HOUR), now.plus(DAY), hosts);
    }

    /// Its time ended an hour ago.
    public TestCertificate expired(String... hosts) {
        Instant now = Instant.now();
        return leaf(KeyType.EC, now.minus(DAY), now.minus(HOUR), hosts);
    }

    public TestCertificate leaf(KeyType type, Instant notBefore, Instant notAfter, String... hosts) {
        KeyPair keys = keyPair(type);
        X509Certificate leaf = sign(name, key, named(hosts[0]), keys, notBefore, notAfter, false, hosts);
        // A server sends its chain without the root, which the client has.
        return of(prepend(leaf, chain.subList(0, chain.size() - 1)), keys.getPrivate());
    }

    /// The root's certificate, which clients trust.
    public X509Certificate root() {
        return chain.getLast();
    }

    /// For a client that trusts this authority's root and nothing else.
    public TrustManagerFactory trust() {
        return trust(root());
    }

    /// For a client that trusts these certificates and nothing else.
    public static TrustManagerFactory trust(X509Certificate... certificates) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (X509Certificate certificate : certificates) {
                store.setCertificateEntry("trusted-" + store.size(), certificate);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static TestCertificate selfSigned(KeyType type, String... hosts) {
        X500Name name = named(hosts[0]);
        KeyPair keys = keyPair(type);
        Instant now = Instant.now();
        return of(
                List.of(sign(name, keys.getPrivate(), name, keys, now.minus(HOUR), now.plus(DAY), false, hosts)),
                keys.getPrivate());
    }

    static KeyPair keyPair(KeyType type) {
        return switch (type) {
            case RSA -> keyPair("RSA", 2048);
            case EC -> keyPair("EC", 256);
            case ED25519 -> keyPair("Ed25519", 255);
        };
    }

    static KeyPair keyPair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Any object that OpenSSL's tools would write, in the form they would write it: keys as PKCS#1, SEC 1.
    static String pem(Object... objects) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (Object object : objects) {
                writer.writeObject(object);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    static String pkcs8(PrivateKey key) {
        try {
            return pem(new JcaPKCS8Generator(key, null));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static X509Certificate sign(
            X500Name issuer,
            PrivateKey issuerKey,
            X500Name subject,
            KeyPair keys,
            Instant notBefore,
            Instant notAfter,
            boolean authority,
            String... hosts) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    new BigInteger(64, new SecureRandom()),
                    Date.from(notBefore),
                    Date.from(notAfter),
                    subject,
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (hosts.length > 0) {
                builder.addExtension(Extension.subjectAlternativeName, false, dnsNames(hosts));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder(signatureAlgorithm(issuerKey)).build(issuerKey)));
        } catch (GeneralSecurityException | OperatorCreationException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static X500Name named(String commonName) {
        return new X500Name("CN=" + commonName);
    }

    private static String signatureAlgorithm(PrivateKey key) {
        return KeyType.of(key).map(KeyType::signatureAlgorithm).orElse("SHA256with" + key.getAlgorithm());
    }

    private static GeneralNames dnsNames(String... hosts) {
        return new GeneralNames(Arrays.stream(hosts)
                .map(host -> new GeneralName(GeneralName.dNSName, host))
                .toArray(GeneralName[]::new));
    }

    private static TestCertificate of(List<X509Certificate> chain, PrivateKey key) {
        String certificates = pem(chain.toArray());
        String keyPem = pkcs8(key);
        CertificateReading reading = PemCertificate.read(certificates.getBytes(US_ASCII), keyPem.getBytes(US_ASCII));
        return switch (reading) {
            case CertificateReading.Accepted(ServerCertificate certificate) ->
                new TestCertificate(certificates, keyPem, certificate);
            case CertificateReading.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    private static List<X509Certificate> prepend(X509Certificate first, List<X509Certificate> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }
}
