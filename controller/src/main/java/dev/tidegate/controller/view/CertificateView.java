package dev.tidegate.controller.view;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.gateway.table.ResourceRef;
import dev.tidegate.tls.ServerCertificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a handshake for a host presents: what stands in the certificate, and never its key.
///
/// `host`: as manifests write it, `*` for every host that asks for no certificate. `secret`: where it comes from;
/// absent for the self-signed one. `why`: why it is the default certificate, or absent if it is not. `fingerprint`:
/// SHA-256 of the certificate in hex. `validity`: `valid`, `expired` or `not-yet-valid`.
public record CertificateView(
        String host,
        @Nullable ResourceRef secret,
        String subject,
        List<String> names,
        String issuer,
        Instant notBefore,
        Instant notAfter,
        long daysLeft,
        String validity,
        String fingerprint,
        @Nullable String why) {

    public CertificateView {
        requireNonNull(host);
        requireNonNull(subject);
        names = List.copyOf(names);
        requireNonNull(issuer);
        requireNonNull(notBefore);
        requireNonNull(notAfter);
        requireNonNull(validity);
        requireNonNull(fingerprint);
    }

    public static CertificateView of(
            String host, ServerCertificate certificate, Optional<ObjectKey> secret, Optional<String> why, Instant now) {
        return new CertificateView(
                host,
                secret.map(key -> ResourceRef.of("Secret", key.namespace(), key.name()))
                        .orElse(null),
                certificate.leaf().getSubjectX500Principal().getName(),
                certificate.names().names(),
                certificate.leaf().getIssuerX500Principal().getName(),
                certificate.notBefore(),
                certificate.notAfter(),
                Duration.between(now, certificate.notAfter()).toDays(),
                certificate.validityAt(now).name().toLowerCase(Locale.ROOT).replace('_', '-'),
                certificate.fingerprint(),
                why.orElse(null));
    }
}
