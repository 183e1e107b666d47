package dev.tidegate.tls;

import java.io.ByteArrayInputStream;
import java.lang.ref.SoftReference;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.stream.Stream;

/// A chain and its key as a handshake needs them.
///
/// Held as bytes, and made into objects when somebody asks; these stay while memory is plenty. As objects a leaf and
/// its key are ten kilobytes, as bytes two, and of ten thousand certificates few are asked for in any minute. Issuers
/// stay objects: few of them serve all leaves.
///
/// Threads: any.
final class KeyMaterial {

    private final byte[] leaf;
    private final List<X509Certificate> issuers;
    private final byte[] key;
    private final String keyAlgorithm;
    private volatile SoftReference<Objects> objects = new SoftReference<>(null);

    private record Objects(List<X509Certificate> chain, PrivateKey key) {}

    /// `chain`: leaf first. `key`: with an encoding, as all have that were read from one.
    KeyMaterial(List<X509Certificate> chain, PrivateKey key) {
        try {
            this.leaf = chain.getFirst().getEncoded();
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("a certificate that was parsed from DER has none", impossible);
        }
        this.issuers = List.copyOf(chain.subList(1, chain.size()));
        this.key = key.getEncoded();
        this.keyAlgorithm = key.getAlgorithm();
    }

    List<X509Certificate> chain() {
        return objects().chain;
    }

    PrivateKey key() {
        return objects().key;
    }

    private Objects objects() {
        Objects known = objects.get();
        if (known == null) {
            known = made();
            objects = new SoftReference<>(known);
        }
        return known;
    }

    private Objects made() {
        try {
            X509Certificate first = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(leaf));
            PrivateKey second = KeyFactory.getInstance(keyAlgorithm).generatePrivate(new PKCS8EncodedKeySpec(key));
            return new Objects(Stream.concat(Stream.of(first), issuers.stream()).toList(), second);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("what was read once cannot be read again", impossible);
        }
    }
}
