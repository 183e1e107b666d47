package dev.tidegate.tls;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The curves on which TLS signs with ECDSA: P-256, P-384, P-521. The JDK reads keys on others too, but cannot use
/// them.
///
/// Source: RFC 8446 §4.2.3.
final class SigningCurves {

    private static final Set<BigInteger> ORDERS = Stream.of("secp256r1", "secp384r1", "secp521r1")
            .map(SigningCurves::order)
            .collect(Collectors.toUnmodifiableSet());

    private SigningCurves() {}

    static boolean include(ECKey key) {
        return ORDERS.contains(key.getParams().getOrder());
    }

    private static BigInteger order(String curve) {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(curve));
            return parameters.getParameterSpec(ECParameterSpec.class).getOrder();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this JDK does not know the curve " + curve, impossible);
        }
    }
}
