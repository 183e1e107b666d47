package dev.tidegate.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.TidegateProcess;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `doctor` of the artifact, at a real API server.
@ClusterTest
class DoctorIT {

    private static final String ADMIN = "doctor-admin";

    private final TestBed bed;
    private final List<HasMetadata> made = new ArrayList<>();

    DoctorIT(TestBed bed) {
        this.bed = bed;
    }

    @BeforeEach
    void a_class_and_an_account_that_may_look_at_everything() {
        bed.account(ADMIN);
        make(administrator());
        TidegateAccount.awaitInForce(admin(), "cluster-admin", ADMIN, null);
    }

    @AfterEach
    void unmake() {
        made.forEach(it -> admin().resource(it).delete());
    }

    @Test
    void flannel_enforces_nothing_and_calico_does() {
        try (TestClass _ = TestClass.create(bed, "tidegate", "tidegate.dev/ingress-controller")) {
            make(node());
            try (PluginDaemon _ = PluginDaemon.create(bed, "kube-flannel", "ghcr.io/flannel-io/flannel:v0.26.1")) {
                Said first = doctor(ADMIN);
                assertThat(first.err()).isEmpty();
                assertThat(first.out())
                        .contains("api-server: Kubernetes v")
                        .contains("OK    rights: all ")
                        .contains("network-plugin: Flannel v0.26.1: NetworkPolicy is not enforced");
                assertThat(first.exit()).isZero();
            }
            try (PluginDaemon _ = PluginDaemon.create(bed, "calico-node", "quay.io/calico/node:v3.30.2")) {
                assertThat(doctor(ADMIN).out())
                        .contains("OK    network-plugin: Calico v3.30.2: NetworkPolicy is enforced");
            }
        }
    }

    @Test
    void an_account_with_few_rights_hears_which_are_missing() {
        bed.account("doctor-poor");

        Said said = doctor("doctor-poor");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).isEmpty();
        assertThat(said.out())
                .contains("OK    api-server: Kubernetes v")
                .contains("FAIL  rights: missing: list of ingresses.networking.k8s.io, watch of"
                        + " ingresses.networking.k8s.io\n      It means: No Ingress is served at all.\n")
                .contains("- not looked at: daemonsets.apps: forbidden")
                .contains("WARN  classes: ingressclasses may not be read by this account")
                .doesNotContain("leases");
    }

    @Test
    void no_class_of_ours_fails() {
        Said said = doctor(ADMIN, "--controller-class=nobody.example/has-it");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).contains("FAIL  classes: no IngressClass has the controller nobody.example/has-it");
    }

    private record Said(int exit, String out, String err) {}

    private Said doctor(String account, String... flags) {
        Path kubeconfig = bed.kubeconfigOf(account).file();
        List<String> arguments = new ArrayList<>(List.of("doctor", "--kubeconfig", kubeconfig.toString()));
        arguments.addAll(List.of(flags));
        try {
            Path err = Folders.create().resolve("err");
            ProcessBuilder command = new ProcessBuilder(TidegateProcess.command(arguments)).redirectError(err.toFile());
            command.environment().putAll(Map.of("POD_NAMESPACE", TidegateAccount.NAMESPACE, "POD_NAME", "doctor"));
            Process process = command.start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(Await.BOUND.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            return new Said(process.exitValue(), out, Files.readString(err));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stop);
        }
    }

    private KubernetesClient admin() {
        return bed.cluster().admin();
    }

    private void make(HasMetadata object) {
        made.add(admin().resource(object).forceConflicts().serverSideApply());
    }

    private static ClusterRoleBinding administrator() {
        return new ClusterRoleBindingBuilder()
                .withNewMetadata()
                .withName(ADMIN)
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "cluster-admin")
                .addNewSubject(null, "ServiceAccount", ADMIN, TidegateAccount.NAMESPACE)
                .build();
    }

    private static Node node() {
        return new NodeBuilder()
                .withNewMetadata()
                .withName("doctor-node")
                .addToAnnotations("flannel.alpha.coreos.com/backend-type", "vxlan")
                .endMetadata()
                .build();
    }
}
