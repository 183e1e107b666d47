package dev.tidegate.controller.admission.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tidegate.controller.admission.AdmissionOptions.CertificateOrigin;
import dev.tidegate.controller.fixture.TestApiServer;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.tls.IssuedCertificate;
import dev.tidegate.tls.ServerCertificate;
import dev.tidegate.tls.TrustedAuthorities;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfigurationBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A Secret that replicas share, and a configuration that trusts what is in it.
final class SharedCertificateTest {

    private static final Instant START = Instant.parse("2026-06-01T12:00:00Z");
    private static final CertificateOrigin.Shared ORIGIN = new CertificateOrigin.Shared(
            new ObjectKey("tidegate", "tidegate-admission"),
            new ObjectKey("tidegate", "tidegate-admission"),
            Optional.of("tidegate"),
            Optional.empty());
    private static final KeepPace FAST =
            new KeepPace(Duration.ofMillis(20), Duration.ofMillis(20), Duration.ofMillis(40));

    private final TestApiServer server = TestApiServer.start();
    private final KubernetesClient client = server.client();
    private volatile Instant now = START;
    private final InstantSource clock = () -> now;
    private final Replica first = new Replica();
    private final Replica second = new Replica();

    /// What one process knows.
    private final class Replica {
        private final ServedCertificate served = new ServedCertificate(clock);
        private final SharedCertificate certificate = new SharedCertificate(client, ORIGIN, served, clock);

        void look() throws CertificateTrouble {
            certificate.look();
        }

        ServerCertificate presents() {
            return served.index().defaultCertificate();
        }

        CertificateKeeper keeper() {
            return new CertificateKeeper(certificate, FAST, () -> {});
        }
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void whoever_comes_first_makes_it_and_tells_whom_to_trust() throws Exception {
        configure("validate.tidegate.dev", "another.tidegate.dev");
        first.look();
        assertThat(first.presents().names().cover("tidegate-admission.tidegate.svc"))
                .isTrue();
        assertThat(secret().getData()).containsOnlyKeys("cert", "key", "ca");
        assertThat(configuration().getWebhooks())
                .hasSize(2)
                .allSatisfy(it -> assertThat(trusts(it.getClientConfig().getCaBundle(), first.presents()))
                        .isTrue());
    }

    @Test
    void a_second_look_writes_nothing() throws Exception {
        configure("validate.tidegate.dev");
        first.look();
        server.forgetRequests();
        first.look();
        assertThat(server.calls()).hasSize(2).allMatch(call -> call.startsWith("GET "));
    }

    @Test
    void two_replicas_that_start_at_once_share_one() {
        configure("validate.tidegate.dev");
        server.hold("/secrets/");
        CertificateKeeper one = first.keeper();
        CertificateKeeper other = second.keeper();
        one.start();
        other.start();
        await().until(() -> server.calls().size() >= 2);
        server.answerAll();
        await().untilAsserted(() -> {
            assertThat(second.presents()).isEqualTo(first.presents());
            assertThat(trusts(bundle(), first.presents())).isTrue();
        });
        assertThat(server.calls()).filteredOn(call -> call.startsWith("POST ")).hasSize(2);
        assertThat(one.failures() + other.failures())
                .as("who comes second takes what is there")
                .isZero();
        one.close();
        other.close();
    }

    @Test
    void a_third_of_its_time_before_its_end_another_takes_its_place_and_both_are_trusted() throws Exception {
        configure("validate.tidegate.dev");
        first.look();
        second.look();
        ServerCertificate before = first.presents();
        now = START.plus(IssuedCertificate.LIFETIME.multipliedBy(2).dividedBy(3));
        first.look();
        assertThat(first.presents()).isNotEqualTo(before);
        assertThat(trusts(bundle(), first.presents())).isTrue();
        assertThat(trusts(bundle(), before)).as("the second still presents it").isTrue();

        second.look();
        assertThat(second.presents()).isEqualTo(first.presents());
    }

    @Test
    void the_last_but_one_authority_is_forgotten() throws Exception {
        configure("validate.tidegate.dev");
        first.look();
        ServerCertificate oldest = first.presents();
        for (int i = 0; i < 2; i++) {
            now = now.plus(IssuedCertificate.LIFETIME.multipliedBy(2).dividedBy(3));
            first.look();
        }
        assertThat(trusts(bundle(), oldest)).isFalse();
        assertThat(new String(Base64.getDecoder().decode(bundle()), US_ASCII).split("BEGIN CERTIFICATE"))
                .hasSize(3);
    }

    @Test
    void a_bundle_that_somebody_empties_is_filled_again() throws Exception {
        configure("validate.tidegate.dev");
        first.look();
        configure("validate.tidegate.dev");
        assertThat(bundle()).isNull();
        first.look();
        assertThat(trusts(bundle(), first.presents())).isTrue();
    }

    @Test
    void a_secret_that_holds_nothing_of_use_is_filled_and_what_else_it_holds_stays() throws Exception {
        configure("validate.tidegate.dev");
        server.put(new SecretBuilder()
                .withNewMetadata()
                .withNamespace("tidegate")
                .withName("tidegate-admission")
                .endMetadata()
                .addToData("cert", "bm9uc2Vuc2U=")
                .addToData("more", "bW9yZQ==")
                .build());
        first.look();
        assertThat(secret().getData()).containsOnlyKeys("cert", "key", "ca", "more");
        assertThat(trusts(bundle(), first.presents())).isTrue();
    }

    @Test
    void a_certificate_is_presented_even_if_nobody_can_be_told() {
        assertThatThrownBy(first::look)
                .isInstanceOf(CertificateTrouble.class)
                .hasMessage("ValidatingWebhookConfiguration tidegate: not found (expected: the one that names this"
                        + " webhook, or another --validating-webhook-configuration)");
        assertThat(first.served.notAfter()).isPresent();
    }

    @Test
    void who_may_not_tell_goes_on_with_what_is_trusted() throws Exception {
        configure("validate.tidegate.dev");
        first.look();
        ServerCertificate before = first.presents();
        now = START.plus(IssuedCertificate.LIFETIME.multipliedBy(2).dividedBy(3));
        server.refuse("validatingwebhookconfigurations");
        assertThatThrownBy(first::look)
                .hasMessage("ValidatingWebhookConfiguration tidegate: forbidden"
                        + " (expected: the right to get and patch it)");
        assertThat(first.presents()).isEqualTo(before);

        server.allowAll();
        first.look();
        assertThat(first.presents()).isNotEqualTo(before);
    }

    @Test
    void a_right_that_is_missing_is_told() {
        server.refuse("/secrets");
        assertThatThrownBy(first::look)
                .hasMessage("Secret tidegate/tidegate-admission: forbidden"
                        + " (expected: the right to get, create and update it)");
        assertThat(first.served.notAfter()).isEmpty();
    }

    @Test
    void a_keeper_tries_again_until_it_is_right() {
        server.refuse("/secrets");
        CertificateKeeper keeper = first.keeper();
        keeper.start();
        await().until(() -> keeper.failures() > 2);
        configure("validate.tidegate.dev");
        server.allowAll();
        await().until(() -> first.served.notAfter().isPresent());
        keeper.close();
    }

    private void configure(String... webhooks) {
        ValidatingWebhookConfigurationBuilder configuration = new ValidatingWebhookConfigurationBuilder()
                .withNewMetadata()
                .withName("tidegate")
                .endMetadata();
        for (String webhook : webhooks) {
            configuration
                    .addNewWebhook()
                    .withName(webhook)
                    .withNewClientConfig()
                    .withUrl("https://127.0.0.1:9443/networking/v1/ingresses")
                    .endClientConfig()
                    .endWebhook();
        }
        server.put(configuration.build());
    }

    private Secret secret() {
        return client.secrets()
                .inNamespace("tidegate")
                .withName("tidegate-admission")
                .get();
    }

    private ValidatingWebhookConfiguration configuration() {
        return client.resources(ValidatingWebhookConfiguration.class)
                .withName("tidegate")
                .get();
    }

    private String bundle() {
        return configuration().getWebhooks().getFirst().getClientConfig().getCaBundle();
    }

    private boolean trusts(String bundle, ServerCertificate certificate) {
        return bundle != null
                && TrustedAuthorities.read(Base64.getDecoder().decode(bundle)).trust(certificate, now);
    }
}
