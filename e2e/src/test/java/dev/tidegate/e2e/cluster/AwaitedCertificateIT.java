package dev.tidegate.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.Metric;
import dev.tidegate.e2e.TidegateProcess;
import dev.tidegate.tls.TestAuthority;
import dev.tidegate.tls.TestCertificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Clients that come to a gateway the moment it is ready, when it has not read its certificates yet.
@ClusterTest
class AwaitedCertificateIT {

    private static final int HOSTS = 300;
    private static final int AT_ONCE = 8;

    private final TestBed bed;

    AwaitedCertificateIT(TestBed bed) {
        this.bed = bed;
    }

    @Test
    void from_the_first_handshake_on_nobody_is_shown_another_certificate_than_his_hosts() throws Exception {
        TestAuthority authority = TestAuthority.create("awaited");
        try (TestClass _ = TestClass.create(bed, "tidegate", "tidegate.dev/ingress-controller");
                TestNamespace namespace = bed.namespace()) {
            namespace.service("echo", 1);
            namespace.bind("tidegate-secrets", TidegateAccount.NAME);
            TestCertificate certificate = authority.leaf("*.awaited.example");
            List<String> hosts = IntStream.range(0, HOSTS)
                    .mapToObj(number -> "host-" + number + ".awaited.example")
                    .toList();
            hosts.forEach(host -> serve(namespace, host, certificate));
            try (TidegateProcess tidegate = bed.tidegate()) {
                assertThat(shown(tidegate, hosts)).containsOnly("200 *.awaited.example");
                Await.until("all certificates read", () -> Metric.of(tidegate, "tidegate_certificates_awaited") == 0);
                assertThat(Metric.of(tidegate, "tidegate_handshakes_waiting")).isZero();
                assertThat(tidegate.admin("/api/diagnostics").body()).doesNotContain("SecretNotFound");
            }
        }
    }

    private static void serve(TestNamespace namespace, String host, TestCertificate certificate) {
        namespace.create(KubeObjects.tlsSecret(host, certificate));
        namespace.create(KubeObjects.tlsIngress(host, "echo", "tidegate", host));
    }

    /// Asks for all hosts at once, those first that are likely to be read last. Shape: hosts → status and
    /// certificate.
    private static List<String> shown(TidegateProcess tidegate, List<String> hosts) throws Exception {
        Caller caller = new Caller(tidegate);
        List<String> order = new ArrayList<>(hosts);
        Collections.reverse(order);
        List<String> shown = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<String>> replies = new ArrayList<>();
            for (String host : order) {
                replies.add(clients.submit(() -> {
                    Caller.Reply reply = caller.send("GET", "https", host, "/");
                    return reply.status() + " " + reply.certificate();
                }));
            }
            for (Future<String> reply : replies) {
                shown.add(reply.get());
            }
        }
        return shown;
    }
}
