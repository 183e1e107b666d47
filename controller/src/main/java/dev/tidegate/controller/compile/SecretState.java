package dev.tidegate.controller.compile;

import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.tls.CertificateReading;
import dev.tidegate.tls.PemCertificate;
import dev.tidegate.tls.ServerCertificate;
import dev.tidegate.tls.Validity;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What came of a Secret that an Ingress names for TLS: a certificate, or why there is none, or both, when it was
/// good once and is not now: then the last good one stands.
///
/// Source: Secret type `kubernetes.io/tls`, keys `tls.crt` and `tls.key`, whatever the type says.
///
/// `secret`: the object as it is now, if it is; `good`: the one that the certificate was read from; `awaited`: it is
/// not known yet whether there is one.
record SecretState(
        @Nullable Secret secret,
        @Nullable Secret good,
        Optional<ServerCertificate> certificate,
        Optional<Problem> problem,
        Validity validity,
        boolean awaited) {

    /// `message` names the Secret.
    record Problem(DiagnosticReason reason, String message) {}

    /// Shape: the Secret as it is now, or null, and what came of it before, if anything → what comes of it now. The
    /// earlier state itself is returned when nothing changed.
    static SecretState next(ObjectKey name, @Nullable Secret secret, @Nullable SecretState before, Instant now) {
        if (before != null && !before.awaited && Same.instance(before.secret, secret)) {
            return before.at(now);
        }
        Optional<ServerCertificate> lastGood = before == null ? Optional.empty() : before.certificate;
        if (secret == null) {
            return bad(name, null, DiagnosticReason.SECRET_NOT_FOUND, "not found", before, now);
        }
        if (before != null && lastGood.isPresent() && before.good != null && holdAlike(before.good, secret)) {
            return good(secret, lastGood.get(), lastGood, now); // it was proved once
        }
        return switch (read(secret)) {
            case CertificateReading.Accepted it -> good(secret, it.certificate(), lastGood, now);
            case CertificateReading.Refused it ->
                bad(name, secret, DiagnosticReason.INVALID_CERTIFICATE, it.field() + ": " + it.problem(), before, now);
        };
    }

    /// Nobody has said yet what it is. What was good before stands until then.
    static SecretState unknown(@Nullable SecretState before, Instant now) {
        if (before != null && before.awaited) {
            return before.at(now);
        }
        Optional<ServerCertificate> lastGood = before == null ? Optional.empty() : before.certificate;
        return new SecretState(
                null,
                before == null ? null : before.good,
                lastGood,
                Optional.empty(),
                lastGood.map(it -> it.validityAt(now)).orElse(Validity.VALID),
                true);
    }

    private static boolean holdAlike(Secret one, Secret other) {
        return Objects.equals(one.getData(), other.getData())
                && Objects.equals(one.getStringData(), other.getStringData());
    }

    /// Reading it failed in a way that nobody foresaw.
    static SecretState unreadable(
            ObjectKey name, @Nullable Secret secret, @Nullable SecretState before, String fault, Instant now) {
        return bad(name, secret, DiagnosticReason.INTERNAL_FAULT, fault, before, now);
    }

    private static SecretState good(
            Secret secret, ServerCertificate read, Optional<ServerCertificate> before, Instant now) {
        ServerCertificate certificate = before.filter(read::equals).orElse(read);
        return new SecretState(
                secret, secret, Optional.of(certificate), Optional.empty(), certificate.validityAt(now), false);
    }

    private static SecretState bad(
            ObjectKey name,
            @Nullable Secret secret,
            DiagnosticReason reason,
            String problem,
            @Nullable SecretState before,
            Instant now) {
        Optional<ServerCertificate> lastGood = before == null ? Optional.empty() : before.certificate;
        String consequence = lastGood.isPresent() ? "its last good certificate stands" : "it is of no use";
        return new SecretState(
                secret,
                before == null ? null : before.good,
                lastGood,
                Optional.of(new Problem(reason, "Secret " + name.path() + " " + problem + "; " + consequence)),
                lastGood.map(it -> it.validityAt(now)).orElse(Validity.VALID),
                false);
    }

    private SecretState at(Instant now) {
        Validity validity = certificate.map(it -> it.validityAt(now)).orElse(this.validity);
        return validity == this.validity
                ? this
                : new SecretState(secret, good, certificate, problem, validity, awaited);
    }

    /// When its certificate next begins or ceases to be valid; never, if it does so no more.
    Instant validityChangesAfter(Instant now) {
        return certificate
                .map(it -> switch (it.validityAt(now)) {
                    case NOT_YET_VALID -> it.notBefore();
                    case VALID -> it.notAfter().plusMillis(1); // at that very moment it still is
                    case EXPIRED -> Instant.MAX;
                })
                .orElse(Instant.MAX);
    }

    private static CertificateReading read(Secret secret) {
        byte[] chain = bytes(secret, CertificateReading.CERTIFICATES);
        byte[] key = bytes(secret, CertificateReading.KEY);
        if (chain == null) {
            return new CertificateReading.Refused(
                    CertificateReading.CERTIFICATES, "none (expected: a PEM certificate chain in base64)");
        }
        if (key == null) {
            return new CertificateReading.Refused(
                    CertificateReading.KEY, "none (expected: a PEM private key in base64)");
        }
        return PemCertificate.read(chain, key);
    }

    /// The API server folds `stringData` into `data`; in a folder nobody has.
    private static byte @Nullable [] bytes(Secret secret, String name) {
        Map<String, String> plain = secret.getStringData();
        if (plain != null && plain.get(name) != null) {
            return plain.get(name).getBytes(StandardCharsets.UTF_8);
        }
        String encoded = secret.getData() == null ? null : secret.getData().get(name);
        try {
            return encoded == null ? null : Base64.getMimeDecoder().decode(encoded);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
