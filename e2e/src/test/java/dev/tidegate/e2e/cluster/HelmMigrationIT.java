package dev.tidegate.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.e2e.Await;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressLoadBalancerIngress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The way from ingress-nginx that `docs/helm.md` tells, by its own commands: beside it, one Ingress first, then all.
/// What ingress-nginx would do here, it has done: its class is there, and an Ingress with its status.
@InstallTest
class HelmMigrationIT {

    private static final Path TOLD = Path.of("../docs/helm.md");
    private static final Pattern COMMANDS = Pattern.compile("(?s) *```\n *(helm .*?)```");
    private static final String OURS = "oci://ghcr.io/tidegate/charts/tidegate";
    private static final Path VALUES = Path.of("src/test/helm/takes-over-ingress-nginx.values.yaml");

    private static final String HOST = "migrated.example";
    private static final String THEIR_ADDRESS = "192.0.2.80";

    private final TestBed bed;

    HelmMigrationIT(TestBed bed) {
        this.bed = bed;
    }

    @Test
    void an_estate_is_taken_over_by_the_commands_of_the_documentation() throws IOException {
        try (TestClass _ = TestClass.create(bed, "nginx", "k8s.io/ingress-nginx");
                TestNamespace namespace = bed.namespace();
                Helm helm = Helm.of(bed, namespace.name());
                InstalledRelease release = InstalledRelease.installBy(bed, helm, command("helm install tidegate"))) {
            release.balanceLoad();
            namespace.service("echo", 1);
            theirs(namespace);
            besideThem(namespace, release);

            helm.shell(command("helm upgrade tidegate .*--set controller.ingressClass=nginx"));
            servesAllAndWritesNoStatus(namespace, release);

            helm.shell(command("helm upgrade tidegate .*update-status=null"));
            writesStatus(namespace, release);
        }
    }

    private static void theirs(TestNamespace namespace) {
        namespace.create(KubeObjects.ingress(HOST, "echo", "nginx"));
        namespace
                .ingresses()
                .withName(HOST)
                .editStatus(it -> new IngressBuilder(it)
                        .editOrNewStatus()
                        .editOrNewLoadBalancer()
                        .addNewIngress()
                        .withIp(THEIR_ADDRESS)
                        .endIngress()
                        .endLoadBalancer()
                        .endStatus()
                        .build());
    }

    private static void besideThem(TestNamespace namespace, InstalledRelease release) {
        try (RunningPod pod = release.startPod()) {
            pod.awaitReady();
            release.route(List.of(pod));
            assertThat(ask(release)).startsWith("HTTP/1.1 404");
            Ingress copy = KubeObjects.ingress(HOST, "echo", "tidegate");
            copy.getMetadata().setName("copy");
            namespace.create(copy);
            namespace.awaitAddress("copy");
            assertThat(ask(release)).startsWith("HTTP/1.1 200");
            assertThat(address(namespace, HOST)).isEqualTo(THEIR_ADDRESS);
            namespace.ingresses().withName("copy").delete();
        }
    }

    private void servesAllAndWritesNoStatus(TestNamespace namespace, InstalledRelease release) {
        bed.forgetLeader();
        try (RunningPod pod = release.startPod()) {
            pod.awaitReady();
            release.route(List.of(pod));
            assertThat(ask(release)).startsWith("HTTP/1.1 200");
            Await.thatHolds(
                    "the status is theirs", () -> address(namespace, HOST).equals(THEIR_ADDRESS));
        }
    }

    private void writesStatus(TestNamespace namespace, InstalledRelease release) {
        bed.forgetLeader();
        try (RunningPod pod = release.startPod()) {
            pod.awaitReady();
            Await.until("the status is ours", () -> address(namespace, HOST).equals(release.address()));
        }
    }

    private static String address(TestNamespace namespace, String ingress) {
        return namespace.addresses(ingress).stream()
                .map(IngressLoadBalancerIngress::getIp)
                .findFirst()
                .orElse("");
    }

    private static String ask(InstalledRelease release) {
        return release.curl("http://" + HOST + "/");
    }

    /// The last command of the documentation that begins so, with our chart and values instead of those it names.
    private static String command(String begin) throws IOException {
        Pattern wanted = Pattern.compile("(?s)" + begin + ".*");
        return COMMANDS.matcher(Files.readString(TOLD))
                .results()
                .map(MatchResult::group)
                .map(block ->
                        block.replace("```", "").replaceAll("\\\\\n *", "").strip())
                .filter(lines -> wanted.matcher(lines).matches())
                .reduce((_, last) -> last)
                .orElseThrow(() -> new AssertionError(TOLD + ": no command '" + begin + "…'"))
                .replace(OURS, Helm.CHART.toString())
                .replace("ingress-nginx-values.yaml", VALUES.toString())
                .replaceFirst("^helm ", "\"\\$TIDEGATE_HELM\" ");
    }
}
