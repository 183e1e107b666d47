package dev.tidegate.tls;

import static dev.tidegate.tls.CertificateReading.KEY;

import java.io.IOException;
import java.io.Reader;
import java.security.PrivateKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.util.io.pem.PemObject;

/// The private key of a PEM text: its first block whose label ends in `PRIVATE KEY`; others, as `EC PARAMETERS`, are
/// passed over.
///
/// Source: PKCS#8 (RFC 5958), PKCS#1 (RFC 8017 A.1.2), SEC 1 (RFC 5915), Ed25519 (RFC 8410). No problem's text says
/// more of the key than its kind and size.
final class PemPrivateKey {

    private static final String EXPECTED =
            "an unencrypted private key in PEM, RSA, EC (P-256, P-384, P-521) or Ed25519";

    // OpenSSL 3.2 and newer turn down smaller ones by default, BoringSSL larger ones.
    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_RSA_BITS = 8192;

    private PemPrivateKey() {}

    static PrivateKey read(byte[] pem) throws RefusedFieldException {
        PemBlocks found = PemBlocks.read(KEY, pem, EXPECTED);
        for (PemObject block : found.blocks()) {
            if (block.getType().endsWith("PRIVATE KEY")) {
                return checked(parse(block));
            }
        }
        throw refused(found.labels());
    }

    private static PrivateKey parse(PemObject block) throws RefusedFieldException {
        try (PEMParser parser = parserOf(block)) {
            return switch (parser.readObject()) {
                case PrivateKeyInfo info -> new JcaPEMKeyConverter().getPrivateKey(info);
                case PEMKeyPair pair -> new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo());
                case PKCS8EncryptedPrivateKeyInfo ignored -> throw refused("an encrypted key");
                case PEMEncryptedKeyPair ignored -> throw refused("an encrypted key");
                case null, default -> throw refused("a key of a kind that is not read");
            };
        } catch (IOException | RuntimeException malformed) {
            throw refused("a key that cannot be read");
        }
    }

    /// The parser of a block that is split off already; so the blocks around it need not be readable as well.
    private static PEMParser parserOf(PemObject block) {
        return new PEMParser(Reader.nullReader()) {
            @Override
            public PemObject readPemObject() {
                return block;
            }
        };
    }

    private static PrivateKey checked(PrivateKey key) throws RefusedFieldException {
        if (KeyType.of(key).isEmpty()) {
            throw refused(kind(key));
        }
        if (key instanceof RSAKey rsa) {
            int bits = rsa.getModulus().bitLength();
            if (bits < MIN_RSA_BITS || bits > MAX_RSA_BITS) {
                throw new RefusedFieldException(
                        KEY, "an RSA key of %d bits (expected: %d to %d)".formatted(bits, MIN_RSA_BITS, MAX_RSA_BITS));
            }
        }
        return key;
    }

    private static String kind(PrivateKey key) {
        return switch (key) {
            case ECKey otherCurve -> "an EC key on another curve";
            case EdECKey edwards -> "a key of kind " + edwards.getParams().getName();
            default -> "a key of kind " + key.getAlgorithm();
        };
    }

    private static RefusedFieldException refused(String found) {
        return new RefusedFieldException(KEY, "%s (expected: %s)".formatted(found, EXPECTED));
    }
}
