package dev.tidegate.controller.admission.certificate;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.admission.AdmissionOptions.CertificateOrigin;
import dev.tidegate.controller.snapshot.ObjectKey;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A certificate in a Secret that the replicas share: whoever finds none, or one whose time comes, makes one; of
/// several who do, the first has made it for all.
///
/// The configuration is told whom to trust before the certificate is presented. Whoever may not tell it goes on with
/// what he has as long as that is valid.
final class SharedCertificate implements CertificateKeeper.Look {

    private static final Logger log = LoggerFactory.getLogger(SharedCertificate.class);

    private static final int TRIES = 5;

    private final KubernetesClient client;
    private final CertificateOrigin.Shared origin;
    private final Optional<CaBundle> bundle;
    private final ServedCertificate served;
    private final InstantSource clock;

    SharedCertificate(
            KubernetesClient client, CertificateOrigin.Shared origin, ServedCertificate served, InstantSource clock) {
        this.client = requireNonNull(client);
        this.origin = requireNonNull(origin);
        this.bundle = origin.configuration().map(name -> new CaBundle(client, name));
        this.served = requireNonNull(served);
        this.clock = requireNonNull(clock);
    }

    @Override
    public void look() throws CertificateTrouble {
        SharedPair pair = pair();
        try {
            if (bundle.isPresent()) {
                bundle.get().ensure(pair.authorities());
            }
        } catch (CertificateTrouble untold) {
            if (!served.isValidAt(clock.instant())) {
                serve(pair);
            }
            throw untold;
        }
        serve(pair);
    }

    private void serve(SharedPair pair) {
        if (served.swap(pair.certificate())) {
            log.info(
                    "admission webhook: presents the certificate of Secret {}, valid until {}",
                    origin.secret().path(),
                    pair.certificate().notAfter());
        }
    }

    private SharedPair pair() throws CertificateTrouble {
        String object = "Secret " + origin.secret().path();
        try {
            for (int i = 0; i < TRIES; i++) {
                Optional<SharedPair> found = found();
                if (found.isPresent()) {
                    return found.get();
                }
            }
            throw new CertificateTrouble(object + ": written by others each time (expected: to be left to Tidegate)");
        } catch (KubernetesClientException failure) {
            throw ApiTrouble.of(object, "get, create and update it", failure);
        }
    }

    /// What is there, or what is put there; empty if somebody else was faster.
    private Optional<SharedPair> found() {
        ObjectKey key = origin.secret();
        Secret secret = client.secrets()
                .inNamespace(key.namespace())
                .withName(key.name())
                .get();
        Instant now = clock.instant();
        Optional<SharedPair> before = Optional.ofNullable(secret).flatMap(SharedPair::of);
        if (before.filter(it -> it.isGood(origin.names(), now)).isPresent()) {
            return before;
        }
        SecretBuilder next = secret == null
                ? new SecretBuilder()
                        .withNewMetadata()
                        .withNamespace(key.namespace())
                        .withName(key.name())
                        .addToLabels("app.kubernetes.io/managed-by", "tidegate")
                        .endMetadata()
                        .withType("Opaque")
                : new SecretBuilder(secret);
        next.addToData(SharedPair.issue(origin.names(), now, before));
        try {
            Secret written = secret == null
                    ? client.resource(next.build()).create()
                    : client.resource(next.build()).update();
            log.info("admission webhook: a new certificate is in Secret {}", key.path());
            return SharedPair.of(written);
        } catch (KubernetesClientException failure) {
            if (failure.getCode() == HttpURLConnection.HTTP_CONFLICT) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
