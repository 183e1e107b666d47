package dev.tidegate.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tidegate.e2e.Await;
import dev.tidegate.tls.TestAuthority;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `helm install`, `test`, `upgrade` and `uninstall`, and what the release's pods do when they are run as their
/// template says.
@InstallTest
class HelmInstallIT {

    private final TestBed bed;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    HelmInstallIT(TestBed bed) {
        this.bed = bed;
    }

    @Test
    void pod_security_restricted_takes_the_pods_and_would_refuse_others() {
        try (TestNamespace namespace = bed.namespace();
                Helm helm = Helm.of(bed, namespace.name());
                InstalledRelease release = InstalledRelease.install(bed, helm)) {
            release.enforce("restricted");
            PodTemplateSpec asAnybody = new PodTemplateSpecBuilder(release.template())
                    .editSpec()
                    .editSecurityContext()
                    .withRunAsNonRoot(null)
                    .endSecurityContext()
                    .editFirstContainer()
                    .editSecurityContext()
                    .withRunAsNonRoot(null)
                    .endSecurityContext()
                    .endContainer()
                    .endSpec()
                    .build();
            assertThatExceptionOfType(KubernetesClientException.class)
                    .isThrownBy(() -> release.tryPod(asAnybody))
                    .withMessageContaining("violates PodSecurity \"restricted")
                    .withMessageContaining("runAsNonRoot");
            release.tryPod(release.template());
        }
    }

    @Test
    void a_release_serves_as_its_notes_say_and_follows_its_values_and_goes_without_a_trace() {
        try (TestNamespace namespace = bed.namespace();
                Helm helm = Helm.of(bed, namespace.name());
                InstalledRelease release = InstalledRelease.install(bed, helm)) {
            release.enforce("restricted");
            release.balanceLoad();
            shop(namespace);
            try (RunningPod pod = release.startPod()) {
                pod.awaitReady();
                release.route(List.of(pod));
                assertThat(pod.healthy()).isTrue();

                servesAsItsNotesSay(namespace, helm, release);
                servesOverTls(namespace, release);
                assertThat(release.test())
                        .contains("http://tidegate.tidegate:80/", "https://tidegate.tidegate:443/")
                        .contains("no-host")
                        .containsPattern("Phase: +Succeeded");
                followsItsValues(helm, release, pod);
            }
            goesWithoutATrace(helm);
        }
    }

    /// By the very lines of the notes: kubectl makes an Ingress, and curl asks for it.
    private static void servesAsItsNotesSay(TestNamespace namespace, Helm helm, InstalledRelease release) {
        helm.shell(line(release.notes(), "kubectl create ingress"));
        namespace.awaitAddress("shop");
        assertThat(namespace.addresses("shop")).first().returns(release.address(), it -> it.getIp());
        assertThat(helm.shell(line(release.notes(), "address=") + "\n" + line(release.notes(), "curl -i --connect-to")))
                .contains("HTTP/1.1 200 OK", "\"host\":\"shop.example\"");
    }

    private void servesOverTls(TestNamespace namespace, InstalledRelease release) {
        TestAuthority authority = TestAuthority.create("install");
        Path root = Folders.write(folder.resolve("ca.crt"), Pem.of(authority.root()));
        namespace.create(KubeObjects.tlsSecret("shop-tls", authority.leaf("secure.example")));
        namespace.ingress("""
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: secure}
            spec:
              ingressClassName: tidegate
              tls: [{hosts: [secure.example], secretName: shop-tls}]
              rules:
                - host: secure.example
                  http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: shop, port: {number: 80}}}}]}
            """);
        namespace.awaitAddress("secure");
        assertThat(release.curl("http://secure.example/"))
                .startsWith("HTTP/1.1 308")
                .containsIgnoringCase("location: https://secure.example");
        assertThat(release.curl("--cacert", root.toString(), "https://secure.example/"))
                .startsWith("HTTP/2 200")
                .contains("\"host\":\"secure.example\"");
    }

    /// The pod that runs reads the ConfigMap that is upgraded under it.
    private static void followsItsValues(Helm helm, InstalledRelease release, RunningPod pod) {
        String[] large = {"--data", "x".repeat(2_000), "http://shop.example/"};
        assertThat(release.curl(large)).startsWith("HTTP/1.1 200");
        helm.upgrade(InstalledRelease.NAME, "--reuse-values", "--set", "controller.config.proxy-body-size=1k");
        Await.untilServed(
                "what is too large is refused", () -> release.curl(large).startsWith("HTTP/1.1 413"));
        assertThat(pod.process().alive()).isTrue();
    }

    /// Besides the namespace, which `--create-namespace` does not give to the release, nothing is left but what a
    /// namespace has anyway, and the Lease.
    private static void goesWithoutATrace(Helm helm) {
        helm.uninstall(InstalledRelease.NAME);
        assertThat(helm.shell("""
            kubectl api-resources --verbs=list --namespaced=false -o name | paste -sd, |
              xargs -I{} kubectl get {} -l app.kubernetes.io/instance=tidegate -o name
            kubectl api-resources --verbs=list --namespaced -o name | paste -sd, |
              xargs -I{} kubectl get {} -n tidegate -o name
            """).lines().filter(line -> !line.startsWith("Warning:")))
                .containsExactlyInAnyOrder("serviceaccount/default", "lease.coordination.k8s.io/tidegate-leader");
    }

    /// The Service that the notes speak of, on port 80.
    private static void shop(TestNamespace namespace) {
        Service shop = namespace.create(new ServiceBuilder(KubeObjects.service("shop", ""))
                .editSpec()
                .editFirstPort()
                .withPort(80)
                .endPort()
                .endSpec()
                .build());
        namespace.create(KubeObjects.slice(shop, List.of(namespace.pod("shop"))));
    }

    /// The first line of the notes that begins so.
    private static String line(String notes, String begin) {
        return notes.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(begin))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line '" + begin + "…' in the notes:\n" + notes));
    }
}
