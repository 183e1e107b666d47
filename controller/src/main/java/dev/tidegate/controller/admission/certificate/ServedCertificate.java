package dev.tidegate.controller.admission.certificate;

import dev.tidegate.tls.CertificateIndex;
import dev.tidegate.tls.SelfSignedCertificate;
import dev.tidegate.tls.ServerCertificate;
import dev.tidegate.tls.Validity;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// The certificate that the webhook presents now. Until there is one it is self-signed, which the API server refuses:
/// the `failurePolicy` decides then.
///
/// Threads: any; a swap is seen by the next handshake.
public final class ServedCertificate {

    private volatile CertificateIndex index;
    private volatile Optional<ServerCertificate> given = Optional.empty();

    public ServedCertificate(InstantSource clock) {
        this.index = CertificateIndex.of(Map.of(), SelfSignedCertificate.generate(clock));
    }

    public CertificateIndex index() {
        return index;
    }

    /// When it ceases to be valid; empty as long as there is none.
    public Optional<Instant> notAfter() {
        return given.map(ServerCertificate::notAfter);
    }

    /// Is it another than before?
    boolean swap(ServerCertificate certificate) {
        boolean another = !given.filter(certificate::equals).isPresent();
        given = Optional.of(certificate);
        index = CertificateIndex.of(Map.of(), certificate);
        return another;
    }

    boolean isValidAt(Instant moment) {
        return given.filter(it -> it.validityAt(moment) == Validity.VALID).isPresent();
    }
}
