package dev.tidegate.dns.rfc2136;

import static java.util.Objects.requireNonNull;

import dev.tidegate.dns.record.DomainName;
import java.util.Base64;
import java.util.Locale;
import org.xbill.DNS.TSIG;

/// A key that a name server knows us by. Its secret is never printed.
///
/// Source: RFC 8945; the algorithms are those of its §6 that are not deprecated and widely had.
public final class TsigKey {

    public enum Algorithm {
        HMAC_SHA256("hmac-sha256"),
        HMAC_SHA512("hmac-sha512");

        private final String text;

        Algorithm(String text) {
            this.text = text;
        }

        /// Shape: `hmac-sha256` or `hmac-sha512`, in any case.
        public static Algorithm of(String text) {
            for (Algorithm algorithm : values()) {
                if (algorithm.text.equals(text.toLowerCase(Locale.ROOT))) {
                    return algorithm;
                }
            }
            throw new IllegalArgumentException("algorithm '" + text + "' (expected: hmac-sha256 or hmac-sha512)");
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private final DomainName name;
    private final Algorithm algorithm;
    private final byte[] secret;

    private TsigKey(DomainName name, Algorithm algorithm, byte[] secret) {
        this.name = requireNonNull(name);
        this.algorithm = requireNonNull(algorithm);
        this.secret = secret;
    }

    /// `secret`: base64, as name servers' configurations have it.
    ///
    /// Fails: `IllegalArgumentException` with one line that does not tell the secret.
    public static TsigKey of(String name, Algorithm algorithm, String secret) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(secret.strip());
        } catch (IllegalArgumentException noBase64) {
            throw new IllegalArgumentException("secret of key " + name + " (expected: base64)");
        }
        if (bytes.length == 0) {
            throw new IllegalArgumentException("secret of key " + name + " is empty (expected: base64)");
        }
        return new TsigKey(DomainName.of(name), algorithm, bytes);
    }

    public DomainName name() {
        return name;
    }

    TSIG signer() {
        return new TSIG(TSIG.algorithmToName(algorithm.text), Wire.name(name), secret);
    }

    @Override
    public String toString() {
        return name + " (" + algorithm + ")";
    }
}
