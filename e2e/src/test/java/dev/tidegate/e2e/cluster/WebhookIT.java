package dev.tidegate.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.Metric;
import dev.tidegate.e2e.TidegateProcess;
import dev.tidegate.e2e.TlsTrust;
import dev.tidegate.e2e.cluster.AuditLog.Request;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A real API server asks before it stores an Ingress; the certificate for that is made by Tidegate itself.
@ClusterTest
class WebhookIT {

    private static final String HOST = "webhook.example";
    private static final String TIMEOUT = "tidegate.dev/proxy-read-timeout";

    private final TestBed bed;
    private TestClass ours;
    private TestNamespace namespace;
    private TestWebhook webhook;

    WebhookIT(TestBed bed) {
        this.bed = bed;
    }

    @BeforeEach
    void settle() {
        bed.forgetLeader();
        ours = TestClass.create(bed, "tidegate", "tidegate.dev/ingress-controller");
        namespace = bed.namespace();
        namespace.service("echo", 1);
        webhook = TestWebhook.permit(bed);
    }

    @AfterEach
    void clear() {
        webhook.close();
        namespace.close();
        ours.close();
    }

    @Test
    void a_value_that_cannot_be_read_is_denied_with_what_was_expected() {
        try (TidegateProcess tidegate = bed.tidegate(TestWebhook.FLAGS)) {
            webhook.configure(namespace, "Ignore", tidegate);
            awaitAsked();

            assertThatThrownBy(() -> namespace.create(annotated("soon")))
                    .isInstanceOf(KubernetesClientException.class)
                    .hasMessageContaining("admission webhook \"" + TestWebhook.NAME + "\" denied the request: Ingress "
                            + namespace.name() + "/" + HOST + ": metadata.annotations[" + TIMEOUT
                            + "]: soon (expected: ");
            namespace.create(annotated("5"));
            new Caller(tidegate).awaitOutcome(HOST, "/", "echo");
            assertThatThrownBy(() -> namespace.editIngress(HOST, it -> timeout(it, "later")))
                    .hasMessageContaining(": later (expected: ");
            namespace.editIngress(HOST, it -> timeout(it, "6"));
            assertThat(metric(tidegate, "tidegate_admission_reviews_total{outcome=\"denied\"}"))
                    .isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void a_path_that_another_holds_is_denied_and_the_other_is_named() {
        try (TidegateProcess tidegate = bed.tidegate(TestWebhook.FLAGS)) {
            webhook.configure(namespace, "Ignore", tidegate);
            awaitAsked();
            namespace.create(KubeObjects.ingress(HOST, "echo", "tidegate"));
            new Caller(tidegate).awaitOutcome(HOST, "/", "echo");

            // Both may be of the same second, and then the name decides.
            Ingress younger = named("younger", KubeObjects.ingress(HOST, "echo", "tidegate"));
            assertThatThrownBy(() -> namespace.create(younger))
                    .hasMessageContaining("Prefix / of host " + HOST + " is held by Ingress " + namespace.name() + "/"
                            + HOST + " (spec.rules[0].http.paths[0]), which comes first");
            namespace.editIngress(HOST, it -> timeout(it, "6"));
        }
    }

    /// The webhook advises; what it could not say is told by diagnostics, and kept from harm by quarantine.
    @Test
    void while_tidegate_is_away_what_is_written_is_stored() {
        try (TidegateProcess tidegate = bed.tidegate(TestWebhook.FLAGS)) {
            webhook.configure(namespace, "Ignore", tidegate);
            awaitAsked();
            tidegate.kill();
            tidegate.awaitExit();
            assertThat(namespace.create(annotated("soon")).getMetadata().getUid())
                    .isNotEmpty();
        }
    }

    /// Both must agree, so both are asked, and the API server must trust both.
    @Test
    void two_replicas_that_start_at_once_share_a_certificate_that_is_trusted() throws Exception {
        assumeTrue(bed.cluster().server().isPresent(), "the cluster of KUBECONFIG writes no audit log for us");
        long mark = audit().mark();
        try (TidegateProcess one = bed.tidegate(TestWebhook.FLAGS);
                TidegateProcess other = bed.tidegate(TestWebhook.FLAGS)) {
            webhook.configure(namespace, "Fail", one, other);
            Await.untilStarted(
                    "both present the same certificate", () -> serial(one).equals(serial(other)));
            awaitAsked();
            Await.untilStarted("an Ingress that is sound is let in by both", () -> {
                try {
                    namespace.create(KubeObjects.ingress(HOST, "echo", "tidegate"));
                    return true;
                } catch (KubernetesClientException notYet) {
                    return false;
                }
            });
            assertThat(webhook.secret().getData()).containsOnlyKeys("cert", "key", "ca");
            for (TidegateProcess replica : List.of(one, other)) {
                assertThat(metric(replica, "tidegate_admission_reviews_total{outcome=\"allowed\"}"))
                        .isPositive();
            }
        }
        List<Request> requests = audit().since(mark, TidegateAccount.NAME);
        assertThat(requests).filteredOn(request -> request.code() == 403).isEmpty();
    }

    private static BigInteger serial(TidegateProcess tidegate) throws IOException {
        return TlsTrust.inAnyone().serial(TestWebhook.port(tidegate), "tidegate-admission.tidegate.svc");
    }

    /// The API server hears of a configuration by a watch of its own, so it may be a moment late.
    private void awaitAsked() {
        Ingress broken = named("asked", annotated("not yet"));
        Await.untilStarted("the API server asks", () -> {
            try {
                namespace
                        .admin()
                        .resource(broken)
                        .inNamespace(namespace.name())
                        .dryRun()
                        .create();
                return false;
            } catch (KubernetesClientException denied) {
                return String.valueOf(denied.getMessage()).contains("denied the request");
            }
        });
    }

    private static Ingress annotated(String value) {
        return timeout(KubeObjects.ingress(HOST, "echo", "tidegate"), value);
    }

    private static Ingress timeout(Ingress ingress, String value) {
        return new IngressBuilder(ingress)
                .editMetadata()
                .addToAnnotations(TIMEOUT, value)
                .endMetadata()
                .build();
    }

    private static Ingress named(String name, Ingress ingress) {
        return new IngressBuilder(ingress)
                .editMetadata()
                .withName(name)
                .endMetadata()
                .build();
    }

    private static double metric(TidegateProcess tidegate, String name) {
        return Metric.of(tidegate, name);
    }

    private AuditLog audit() {
        return bed.cluster().server().orElseThrow().audit();
    }
}
