package dev.tidegate.e2e.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.cluster.AuditLog.Request;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ServiceReference;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhook;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the chart registers with the API server, and what its pods answer there. The network of the tests knows no
/// addresses of Services, so curl asks in the server's place, by the name, the port, the path and the authority that
/// the configuration tells it; [WebhookIT] has the server itself ask.
@InstallTest
class HelmWebhookIT {

    private static final String NAME = InstalledRelease.NAME + "-admission";

    private final TestBed bed;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    HelmWebhookIT(TestBed bed) {
        this.bed = bed;
    }

    @Test
    void the_webhook_that_is_registered_answers_by_a_certificate_that_is_trusted() {
        AuditLog audit = bed.cluster().server().orElseThrow().audit();
        long mark = audit.mark();
        try (TestNamespace namespace = bed.namespace();
                Helm helm = Helm.of(bed, namespace.name());
                InstalledRelease release =
                        InstalledRelease.install(bed, helm, "--set", "controller.admissionWebhooks.enabled=true")) {
            release.enforce("restricted");
            assertThat(registered().getFailurePolicy()).isEqualTo("Ignore");
            try (RunningPod pod = release.startPod()) {
                pod.awaitReady();
                Await.until(
                        "the configuration says whom to trust",
                        () -> !authority().isEmpty());
                assertThat(ask(pod, review("60"))).contains("\"allowed\":true");
                assertThat(ask(pod, review("soon")))
                        .contains("\"allowed\":false", "proxy-read-timeout]: soon (expected: whole seconds");
            }
            assertThat(audit.since(mark, InstalledRelease.NAME))
                    .filteredOn(request -> request.code() == 403)
                    .isEmpty();
            assertThat(audit.since(mark, InstalledRelease.NAME).stream()
                            .map(Request::right)
                            .toList())
                    .isSubsetOf(GrantedRights.by(helm.manifest(InstalledRelease.NAME)));
        }
        bed.cluster()
                .admin()
                .secrets()
                .inNamespace(InstalledRelease.NAME)
                .withName(NAME)
                .delete();
    }

    private ValidatingWebhook registered() {
        List<ValidatingWebhook> webhooks = bed.cluster()
                .admin()
                .resources(ValidatingWebhookConfiguration.class)
                .withName(NAME)
                .get()
                .getWebhooks();
        assertThat(webhooks).hasSize(1);
        return webhooks.getFirst();
    }

    private String authority() {
        String bundle = registered().getClientConfig().getCaBundle();
        return bundle == null ? "" : bundle;
    }

    /// Shape: → the answer's head and body.
    private String ask(RunningPod pod, String review) {
        ServiceReference called = registered().getClientConfig().getService();
        String host = called.getName() + "." + called.getNamespace() + ".svc";
        int port = called.getPort() == null ? 443 : called.getPort();
        Service service = bed.cluster()
                .admin()
                .services()
                .inNamespace(called.getNamespace())
                .withName(called.getName())
                .get();
        String target = service.getSpec().getPorts().stream()
                .filter(it -> it.getPort() == port)
                .findFirst()
                .orElseThrow()
                .getTargetPort()
                .getStrVal();
        Path trusted = Folders.write(
                folder.resolve("ca.crt"), new String(Base64.getDecoder().decode(authority()), UTF_8));
        return Program.run(
                Map.of(),
                "curl",
                "--silent",
                "--show-error",
                "--include",
                "--cacert",
                trusted.toString(),
                "--connect-to",
                host + ":" + port + ":" + pod.address() + ":" + pod.port(target),
                "--header",
                "Content-Type: application/json",
                "--data",
                review,
                "https://" + host + ":" + port + called.getPath() + "?timeout=10s");
    }

    private static String review(String timeout) {
        return """
            {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview", "request": {
              "uid": "b1", "operation": "CREATE", "namespace": "default", "name": "web", "dryRun": false,
              "kind": {"group": "networking.k8s.io", "version": "v1", "kind": "Ingress"},
              "resource": {"group": "networking.k8s.io", "version": "v1", "resource": "ingresses"},
              "userInfo": {"username": "somebody"},
              "object": {"apiVersion": "networking.k8s.io/v1", "kind": "Ingress",
                "metadata": {"namespace": "default", "name": "web",
                  "annotations": {"nginx.ingress.kubernetes.io/proxy-read-timeout": "%s"}},
                "spec": {"ingressClassName": "tidegate", "rules": [{"host": "web.example", "http": {"paths": [
                  {"path": "/", "pathType": "Prefix", "backend": {"service": {"name": "web", "port": {"number": 80}}}}]}}]}}}}
            """.formatted(timeout);
    }
}
