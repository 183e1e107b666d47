package dev.tidegate.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.tls.TestAuthority;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Tidegate itself is upgraded again and again, pod by pod, while requests come in over connections that are kept.
@InstallTest
@Timeout(value = 900, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RollingUpgradeIT {

    private static final String HOST = "upgraded.example";
    private static final int REPLICAS = 2;
    private static final int UPGRADES = 20;
    /// How many requests must have come through before the next upgrade.
    private static final int BETWEEN = 50;

    /// As the chart does it, but for time: proxies hear of pods within a second here, and requests end within two.
    private static final String[] QUICK = {
        "--set", "controller.preStopSeconds=2", "--set", "controller.terminationGracePeriodSeconds=30"
    };

    private final TestBed bed;

    RollingUpgradeIT(TestBed bed) {
        this.bed = bed;
    }

    @Test
    void twenty_rolling_upgrades_lose_no_request() {
        KeepAliveCalls calls = upgradedUnderLoad(UPGRADES, QUICK);
        assertThat(calls.lost()).as(calls.toString()).isEmpty();
    }

    /// So the test above can fail.
    @Test
    void without_hook_and_drain_requests_are_lost() {
        KeepAliveCalls calls = upgradedUnderLoad(
                2, "--set", "controller.preStopSeconds=0", "--set", "controller.extraArgs.shutdown-grace-period=0");
        assertThat(calls.lost()).isNotEmpty();
    }

    private KeepAliveCalls upgradedUnderLoad(int upgrades, String... values) {
        try (TestNamespace namespace = bed.namespace();
                Helm helm = Helm.of(bed, namespace.name());
                InstalledRelease release = InstalledRelease.install(bed, helm, values);
                Rollout rollout = Rollout.begin(release, REPLICAS)) {
            release.balanceLoad();
            serve(namespace);
            KeepAliveCalls calls = KeepAliveCalls.begin(release.address(), HOST);
            try (calls) {
                calls.awaitMore(BETWEEN);
                for (int i = 1; i <= upgrades && calls.lost().isEmpty(); i++) {
                    helm.upgrade(
                            InstalledRelease.NAME,
                            "--reuse-values",
                            "--set",
                            "controller.podAnnotations.upgrade=u" + i);
                    rollout.replaceAll();
                    calls.awaitMore(BETWEEN);
                }
                assertThat(rollout.ends()).allMatch(Optional.of(0)::equals);
            }
            return calls;
        }
    }

    private static void serve(TestNamespace namespace) {
        namespace.service("echo", 2);
        namespace.create(
                KubeObjects.tlsSecret("tls", TestAuthority.create("upgrades").leaf(HOST)));
        namespace.create(new IngressBuilder(KubeObjects.ingress(HOST, "echo", "tidegate"))
                .editMetadata()
                .addToAnnotations("nginx.ingress.kubernetes.io/ssl-redirect", "false")
                .endMetadata()
                .editSpec()
                .addNewTl()
                .withHosts(HOST)
                .withSecretName("tls")
                .endTl()
                .endSpec()
                .build());
        namespace.awaitAddress(HOST);
    }
}
