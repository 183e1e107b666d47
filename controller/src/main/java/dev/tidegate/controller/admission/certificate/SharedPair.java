package dev.tidegate.controller.admission.certificate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

import dev.tidegate.tls.CertificateReading;
import dev.tidegate.tls.IssuedCertificate;
import dev.tidegate.tls.PemCertificate;
import dev.tidegate.tls.ServerCertificate;
import dev.tidegate.tls.TrustedAuthorities;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A certificate and whom to trust for it, as they stand in the Secret that the replicas share: `cert`, `key`, `ca`,
/// as with ingress-nginx. `authorities`: the PEM of `ca`.
///
/// One that takes another's place has the other's authority beside its own, so that replicas that still present the
/// other are trusted until they have read of it.
record SharedPair(ServerCertificate certificate, String authorities) {

    private static final String CERTIFICATE = "cert";
    private static final String KEY = "key";
    private static final String AUTHORITIES = "ca";

    SharedPair {
        requireNonNull(certificate);
        requireNonNull(authorities);
    }

    /// Empty if there is none, or none that can be read.
    static Optional<SharedPair> of(Secret secret) {
        Map<String, String> data = secret.getData() == null ? Map.of() : secret.getData();
        return PemCertificate.read(bytes(data, CERTIFICATE), bytes(data, KEY))
                        instanceof CertificateReading.Accepted accepted
                ? Optional.of(new SharedPair(accepted.certificate(), new String(bytes(data, AUTHORITIES), ISO_8859_1)))
                : Optional.empty();
    }

    /// Shape: names, a moment, and what is there now → the `data` of the Secret with a new certificate.
    static Map<String, String> issue(List<String> names, Instant now, Optional<SharedPair> before) {
        IssuedCertificate issued = IssuedCertificate.issue(names, now);
        ByteArrayOutputStream authorities = new ByteArrayOutputStream();
        authorities.writeBytes(issued.authority());
        before.filter(it -> it.isTrusted(now))
                .map(it -> it.trusted().pemOfIssuer(it.certificate))
                .ifPresent(authorities::writeBytes);
        return Map.of(
                CERTIFICATE, base64(issued.certificate()),
                KEY, base64(issued.key()),
                AUTHORITIES, base64(authorities.toByteArray()));
    }

    /// Is it for these names, and is there no reason to take another at that moment? A third of its time before its
    /// end there is.
    boolean isGood(List<String> names, Instant now) {
        Duration lifetime = Duration.between(certificate.notBefore(), certificate.notAfter());
        Instant renewal = certificate.notAfter().minus(lifetime.dividedBy(3));
        return names.stream().limit(1).allMatch(certificate.names()::cover) && isTrusted(now) && now.isBefore(renewal);
    }

    private boolean isTrusted(Instant now) {
        return trusted().trust(certificate, now);
    }

    private TrustedAuthorities trusted() {
        return TrustedAuthorities.read(authorities.getBytes(ISO_8859_1));
    }

    private static byte[] bytes(Map<String, String> data, String key) {
        try {
            return Base64.getMimeDecoder().decode(data.getOrDefault(key, ""));
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
