package dev.tidegate.controller.process;

import dev.tidegate.controller.admin.AdmissionMetrics;
import dev.tidegate.controller.admission.AdmissionOptions;
import dev.tidegate.controller.admission.Judge;
import dev.tidegate.controller.admission.ReviewDesk;
import dev.tidegate.controller.admission.certificate.CertificateKeeper;
import dev.tidegate.controller.admission.certificate.CertificateKeepers;
import dev.tidegate.controller.admission.certificate.KeepPace;
import dev.tidegate.controller.admission.certificate.ServedCertificate;
import dev.tidegate.controller.admission.listen.AdmissionListener;
import dev.tidegate.controller.admission.listen.ListenLimits;
import dev.tidegate.controller.compile.Trials;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The admission webhook of a running controller.
///
/// Its port is bound before the controller is ready, so that a taken one ends the start like any other. All else is no
/// condition of readiness: what serves users does not wait for what advises their authors, and `failurePolicy` says
/// what to do meanwhile.
final class Admission implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Admission.class);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final CertificateKeeper keeper;
    private final AdmissionListener listener;

    private Admission(CertificateKeeper keeper, AdmissionListener listener) {
        this.keeper = keeper;
        this.listener = listener;
    }

    /// Shape: options, and what was compiled last → a webhook that listens.
    ///
    /// Fails: [StartException] if the port is taken, `SourceRefused` if there is no cluster to share a certificate
    /// in; nothing is left running then.
    static Admission start(
            AdmissionOptions options,
            Supplier<Optional<Trials>> trials,
            PrometheusRegistry registry,
            InstantSource clock) {
        ServedCertificate served = new ServedCertificate(clock);
        CertificateKeeper keeper = CertificateKeepers.of(options.certificate(), served, KeepPace.DEFAULT, clock);
        AdmissionMetrics metrics = new AdmissionMetrics(served::notAfter, keeper::failures);
        try {
            AdmissionListener listener = Waiting.forStart(AdmissionListener.start(
                    options,
                    ListenLimits.DEFAULT,
                    served::index,
                    new ReviewDesk(new Judge(options.namespaces()), trials, clock),
                    (outcome, took) -> metrics.reviewed(outcome.label(), took)));
            registry.register(metrics);
            keeper.start();
            log.info("admission webhook: listens at {}:{}", options.host(), listener.port());
            return new Admission(keeper, listener);
        } catch (RuntimeException refused) {
            keeper.close();
            throw refused;
        }
    }

    @Override
    public void close() {
        Waiting.forEnd(listener.close(), CLOSING);
        keeper.close();
    }
}
