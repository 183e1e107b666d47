package dev.tidegate.controller.compile;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.tls.ServerCertificate;
import dev.tidegate.tls.Validity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which certificate one host is served with, and what is to be said to those who asked for another.
///
/// The oldest Ingress whose Secret is usable for the host has its way. `listed`: whether any Ingress lists the host,
/// so that without a usable Secret the default certificate is served for it, and not some wildcard that happens to
/// match. `awaited`: the Secret that nobody knows yet, where it depends on that one.
record CertificateChoice(
        Optional<ServerCertificate> certificate,
        Optional<ObjectKey> awaited,
        boolean listed,
        List<Diagnostic> diagnostics) {

    CertificateChoice {
        diagnostics = List.copyOf(diagnostics);
    }

    /// Do handshakes go the same way, whatever there is to be said about it?
    boolean servesLike(CertificateChoice other) {
        return listed == other.listed && certificate.equals(other.certificate) && awaited.equals(other.awaited);
    }

    /// Shape: a host, who claims it (oldest first), and all Secrets → the choice.
    static CertificateChoice of(String host, List<Declaration> claimants, Map<ObjectKey, SecretState> secrets) {
        Chooser chooser = new Chooser(host, secrets);
        for (Declaration claimant : claimants) {
            claimant.tlsClaims(host).forEach(claim -> chooser.consider(claimant, claim));
        }
        return chooser.choice();
    }

    private static final class Chooser {
        private final String host;
        private final Map<ObjectKey, SecretState> secrets;
        private final List<Diagnostic> diagnostics = new ArrayList<>();
        private final List<Diagnostic> ifNoneCovers = new ArrayList<>();
        private @Nullable ServerCertificate chosen;
        private @Nullable Declaration holder;
        private @Nullable ObjectKey awaited;
        private boolean listed;

        Chooser(String host, Map<ObjectKey, SecretState> secrets) {
            this.host = host;
            this.secrets = secrets;
        }

        void consider(Declaration claimant, TlsClaim claim) {
            listed |= !claim.implied();
            SecretState state = claim.secret().map(secrets::get).orElse(null);
            if (state == null) {
                return; // names no Secret: the default certificate is what it asks for
            }
            if (state.awaited() && state.certificate().isEmpty()) {
                awaited = awaited == null && chosen == null ? claim.secret().orElseThrow() : awaited;
                return;
            }
            state.problem()
                    .ifPresent(it -> diagnostics.add(
                            Diagnostic.error(claimant.source(), claim.secretField(), it.reason(), it.message())));
            state.certificate().ifPresent(certificate -> consider(claimant, claim, certificate, state.validity()));
        }

        private void consider(Declaration claimant, TlsClaim claim, ServerCertificate certificate, Validity validity) {
            if (!certificate.names().cover(host)) {
                (claim.implied() ? ifNoneCovers : diagnostics)
                        .add(Diagnostic.error(
                                claimant.source(),
                                claim.hostField(),
                                DiagnosticReason.CERTIFICATE_MISMATCH,
                                host + " is not covered by Secret " + secret(claim) + ", which is for "
                                        + String.join(", ", certificate.names().names())
                                        + "; it is not used"));
                return;
            }
            warnOf(validity, claimant, claim, certificate);
            if (awaited != null) {
                return; // whose certificate it is to be will be seen then
            }
            if (chosen == null) {
                chosen = certificate;
                holder = claimant;
            } else if (holder != null && !chosen.equals(certificate)) {
                diagnostics.add(Diagnostic.error(
                        claimant.source(),
                        claim.hostField(),
                        DiagnosticReason.CERTIFICATE_CONFLICT,
                        host + " is served with the certificate that " + owner(claimant) + " names, not with Secret "
                                + secret(claim)));
            }
        }

        private String owner(Declaration claimant) {
            return holder == null || claimant.equals(holder)
                    ? "an earlier entry"
                    : "the older Ingress " + holder.source().path();
        }

        private void warnOf(Validity validity, Declaration claimant, TlsClaim claim, ServerCertificate certificate) {
            String problem =
                    switch (validity) {
                        case VALID -> "";
                        case EXPIRED -> "expired at " + certificate.notAfter();
                        case NOT_YET_VALID -> "is not valid before " + certificate.notBefore();
                    };
            if (!problem.isEmpty()) {
                diagnostics.add(Diagnostic.warning(
                        claimant.source(),
                        claim.secretField(),
                        DiagnosticReason.CERTIFICATE_EXPIRED,
                        "the certificate in Secret " + secret(claim) + " " + problem + "; it is served all the same"));
            }
        }

        private static String secret(TlsClaim claim) {
            return claim.secret().map(ObjectKey::path).orElse("");
        }

        CertificateChoice choice() {
            if (awaited != null) {
                // What an older one asks for goes before whatever was found.
                return new CertificateChoice(Optional.empty(), Optional.of(awaited), listed, diagnostics);
            }
            if (chosen == null) {
                diagnostics.addAll(ifNoneCovers);
            }
            return new CertificateChoice(Optional.ofNullable(chosen), Optional.empty(), listed, diagnostics);
        }
    }
}
