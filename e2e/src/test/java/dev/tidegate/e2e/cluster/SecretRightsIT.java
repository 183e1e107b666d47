package dev.tidegate.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.TidegateProcess;
import dev.tidegate.e2e.cluster.AuditLog.Request;
import dev.tidegate.tls.TestAuthority;
import dev.tidegate.tls.TestCertificate;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a role that allows to get Secrets in the whole cluster, and neither to watch nor to list them, is enough for.
@ClusterTest
class SecretRightsIT {

    private static final String HOST = "by-name.example";

    private final TestBed bed;
    private final TestAuthority authority = TestAuthority.create("by-name");

    SecretRightsIT(TestBed bed) {
        this.bed = bed;
    }

    @BeforeEach
    void the_api_server_writes_an_audit_log() {
        assumeTrue(bed.cluster().server().isPresent(), "the cluster of KUBECONFIG writes no audit log for us");
    }

    @Test
    void a_certificate_that_is_renewed_deleted_or_made_again_is_followed() {
        long mark = audit().mark();
        ClusterRole readOnly = applied(role("get"));
        try (TestClass _ = TestClass.create(bed, "tidegate", "tidegate.dev/ingress-controller");
                TidegateAccount.Binding _ =
                        bed.bindEverywhere(readOnly.getMetadata().getName());
                TestNamespace namespace = bed.namespace()) {
            namespace.service("echo", 1);
            namespace.create(KubeObjects.tlsSecret("tls", leaf("first.example")));
            namespace.create(KubeObjects.tlsIngress(HOST, "echo", "tidegate", "tls"));
            try (TidegateProcess tidegate = bed.tidegate()) {
                awaitCertificate(tidegate, "first.example");
                namespace.update(KubeObjects.tlsSecret("tls", leaf("second.example")));
                awaitCertificate(tidegate, "second.example");
                assertThat(tidegate.admin("/api/diagnostics").body()).doesNotContain("Forbidden");

                namespace
                        .admin()
                        .secrets()
                        .inNamespace(namespace.name())
                        .withName("tls")
                        .delete();
                Await.until(
                        "the missing Secret is told",
                        () -> tidegate.admin("/api/diagnostics").body().contains("SecretNotFound"));
                namespace.create(KubeObjects.tlsSecret("tls", leaf("third.example")));
                awaitCertificate(tidegate, "third.example");
            }
        }
        assertThat(refused(mark))
                .as("one watch, of which the log tells beginning and end; not one for each reading")
                .containsExactly("watch tls", "watch tls");
    }

    private TestCertificate leaf(String first) {
        return authority.leaf(first, HOST);
    }

    private static void awaitCertificate(TidegateProcess tidegate, String name) {
        Caller caller = new Caller(tidegate);
        Await.until(
                "the certificate of " + name,
                () -> caller.send("GET", "https", HOST, "/").certificate().equals(name));
    }

    private static ClusterRole role(String... verbs) {
        return new ClusterRoleBuilder()
                .withNewMetadata()
                .withName("tidegate-secrets-by-name")
                .endMetadata()
                .addNewRule()
                .addToApiGroups("")
                .addToResources("secrets")
                .addToVerbs(verbs)
                .endRule()
                .build();
    }

    private ClusterRole applied(ClusterRole role) {
        return bed.cluster().admin().resource(role).forceConflicts().serverSideApply();
    }

    private List<String> refused(long mark) {
        return audit().since(mark, TidegateAccount.NAME).stream()
                .filter(request -> request.code() == 403)
                .map(SecretRightsIT::text)
                .toList();
    }

    private static String text(Request request) {
        return request.verb() + " " + request.name();
    }

    private AuditLog audit() {
        return bed.cluster().server().orElseThrow().audit();
    }
}
