package dev.tidegate.tls;

import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;

/// The numbers of an RSA key, which fit together: so what it signs, its public half verifies. That is a fiftieth of
/// the work of signing, and ten thousand keys are proved when a gateway starts.
///
/// Source: RFC 8017 §3.2; what Go's `rsa.PrivateKey.Validate` looks at.
final class RsaNumbers implements KeyProof {

    private static final BigInteger ONE = BigInteger.ONE;

    private final BigInteger modulus;
    private final BigInteger exponent;

    private RsaNumbers(BigInteger modulus, BigInteger exponent) {
        this.modulus = modulus;
        this.exponent = exponent;
    }

    /// Fails: [InvalidKeyException] if they do not fit together.
    static RsaNumbers of(RSAPrivateCrtKey key) throws InvalidKeyException {
        BigInteger p = key.getPrimeP();
        BigInteger q = key.getPrimeQ();
        boolean fit = p.compareTo(ONE) > 0
                && q.compareTo(ONE) > 0
                && p.multiply(q).equals(key.getModulus())
                && inverse(key, key.getPrimeExponentP(), p)
                && inverse(key, key.getPrimeExponentQ(), q)
                && key.getCrtCoefficient().multiply(q).mod(p).equals(ONE);
        if (!fit) {
            throw new InvalidKeyException("numbers that do not fit together");
        }
        return new RsaNumbers(key.getModulus(), key.getPublicExponent());
    }

    /// Both private exponents undo the public one, modulo a prime less one.
    private static boolean inverse(RSAPrivateCrtKey key, BigInteger primeExponent, BigInteger prime) {
        BigInteger order = prime.subtract(ONE);
        BigInteger e = key.getPublicExponent();
        return e.multiply(primeExponent).mod(order).equals(ONE)
                && e.multiply(key.getPrivateExponent()).mod(order).equals(ONE);
    }

    @Override
    public boolean fits(X509Certificate certificate) {
        return certificate.getPublicKey() instanceof RSAPublicKey it
                && it.getModulus().equals(modulus)
                && it.getPublicExponent().equals(exponent);
    }
}
