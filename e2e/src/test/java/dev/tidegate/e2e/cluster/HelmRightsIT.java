package dev.tidegate.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.cluster.AuditLog.Request;
import dev.tidegate.e2e.cluster.AuditLog.Right;
import dev.tidegate.tls.TestAuthority;
import dev.tidegate.tls.TestCertificate;
import io.fabric8.kubernetes.api.model.Service;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A life of what the chart installs, by the API server's own record: what it asks for is granted, but for the watch of
/// a Secret that it tries once, and what is granted it asks for.
@InstallTest
class HelmRightsIT {

    private static final String HOST = "installed.example";
    private static final Right SECRET_WATCH = new Right("", "secrets", "watch");

    private final TestBed bed;

    HelmRightsIT(TestBed bed) {
        this.bed = bed;
    }

    @Test
    void the_defaults_grant_what_is_used_and_no_more() {
        try (TestNamespace namespace = bed.namespace()) {
            grantsWhatIsUsed(namespace);
        }
    }

    @Test
    void one_namespace_needs_no_right_in_others() {
        try (TestNamespace namespace = bed.namespace()) {
            grantsWhatIsUsed(
                    namespace,
                    "--set",
                    "controller.scope.enabled=true",
                    "--set",
                    "controller.scope.namespace=" + namespace.name());
        }
    }

    private void grantsWhatIsUsed(TestNamespace namespace, String... values) {
        try (PolicyKinds _ = PolicyKinds.install(bed);
                Helm helm = Helm.of(bed, namespace.name());
                InstalledRelease release = InstalledRelease.install(bed, helm, values)) {
            List<Request> requests = life(namespace, release);
            assertThat(requests)
                    .filteredOn(request -> request.code() == 403)
                    .allMatch(request -> request.right().equals(SECRET_WATCH));
            Set<Right> asked =
                    new HashSet<>(requests.stream().map(Request::right).toList());
            asked.remove(SECRET_WATCH);
            assertThat(asked)
                    .containsExactlyInAnyOrderElementsOf(GrantedRights.by(helm.manifest(InstalledRelease.NAME)));
        }
    }

    /// Policies of all sorts, a certificate that is rotated and a problem that comes twice, from its first request on.
    private List<Request> life(TestNamespace namespace, InstalledRelease release) {
        AuditLog audit = bed.cluster().server().orElseThrow().audit();
        long mark = audit.mark();
        bed.forgetLeader();
        release.balanceLoad();
        namespace.service("echo", 1);
        namespace.create(KubeObjects.letEverybodyIn());
        namespace.create(KubeObjects.tlsSecret("tls", certificate("first.example")));
        namespace.create(KubeObjects.tlsIngress(HOST, "echo", "tidegate", "tls"));
        try (RunningPod pod = release.startPod()) {
            pod.awaitReady();
            release.route(List.of(pod));
            namespace.awaitAddress(HOST);
            awaitCertificate(release, "first.example");
            namespace.update(KubeObjects.tlsSecret("tls", certificate("second.example")));
            awaitCertificate(release, "second.example");
            breakAndMendTwice(namespace);
            audit.await(mark, InstalledRelease.NAME, PolicyKinds.WATCHED);
            pod.process().terminate();
            assertThat(pod.process().awaitExit()).isZero();
        }
        return audit.since(mark, InstalledRelease.NAME);
    }

    private static TestCertificate certificate(String first) {
        return TestAuthority.create("rights").leaf(first, HOST);
    }

    private static void awaitCertificate(InstalledRelease release, String name) {
        Await.until(
                "the certificate of " + name,
                () -> release.curl("--insecure", "--verbose", "https://" + HOST + "/")
                        .contains("subject: CN=" + name));
    }

    private static void breakAndMendTwice(TestNamespace namespace) {
        namespace.create(KubeObjects.ingress("broken." + HOST, "missing", "tidegate"));
        namespace.awaitEvent("broken." + HOST, "ServiceNotFound", 1);
        Service missing = namespace.create(KubeObjects.service("missing", ""));
        namespace.awaitEvent("broken." + HOST, "Resolved", 1);
        namespace.admin().resource(missing).delete();
        namespace.awaitEvent("broken." + HOST, "ServiceNotFound", 2);
    }
}
