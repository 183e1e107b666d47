package dev.tidegate.controller.process;

import static dev.tidegate.controller.fixture.Fixtures.ingress;
import static dev.tidegate.controller.fixture.Fixtures.ourClass;
import static dev.tidegate.controller.fixture.Fixtures.prefix;
import static dev.tidegate.controller.fixture.Fixtures.service;
import static dev.tidegate.controller.fixture.Fixtures.slice;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidegate.controller.duty.ClusterDuties;
import dev.tidegate.controller.duty.DutyOptions;
import dev.tidegate.controller.duty.DutyOptions.StatusOptions;
import dev.tidegate.controller.duty.DutyOptions.WhereReached;
import dev.tidegate.controller.fixture.TestApiServer;
import dev.tidegate.controller.respond.DnsOptions;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.dns.record.Zones;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two replicas on an API server, of which one leads: both are asked for names.
final class DnsReplicasTest {

    private static final DnsOptions DNS = new DnsOptions(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            Zones.of("example"),
            List.of(),
            Duration.ofSeconds(60),
            Optional.empty());

    @TempDir
    Path folder;

    private final TestApiServer api = TestApiServer.start();

    @AfterEach
    void close() {
        api.close();
    }

    private static Service balancer(String... addresses) {
        ServiceBuilder service = new ServiceBuilder()
                .withNewMetadata()
                .withNamespace("infra")
                .withName("lb")
                .endMetadata()
                .withNewSpec()
                .withType("LoadBalancer")
                .endSpec();
        for (String address : addresses) {
            service = service.editOrNewStatus()
                    .editOrNewLoadBalancer()
                    .addNewIngress()
                    .withIp(address)
                    .endIngress()
                    .endLoadBalancer()
                    .endStatus();
        }
        return service.build();
    }

    private RunningController replica(String pod) throws IOException {
        var source = Controllers.cluster(folder, api.port());
        DutyOptions options = new DutyOptions(
                Optional.of("tidegate-leader"),
                Duration.ofSeconds(3),
                new WhereReached(Optional.of(new ObjectKey("infra", "lb")), List.of(), false),
                Optional.of(new StatusOptions(Duration.ofSeconds(1), false)));
        ClusterDuties duties = ClusterDuties.connect(
                Optional.of(folder.resolve("kubeconfig")), Map.of("POD_NAMESPACE", "infra", "POD_NAME", pod), options);
        return RunningController.start(
                Controllers.options(0, 0).naming(DNS), source, Optional.of(duties), OutputStream.nullOutputStream());
    }

    @Test
    void every_replica_answers_and_follows_the_addresses_and_the_hosts() throws Exception {
        api.put(ourClass());
        api.put(service("web"));
        api.put(slice("web", "127.0.0.1"));
        api.put(ingress("web", "shop.example", prefix("/", "web")));
        api.put(balancer());
        RunningController one = replica("pod-1");
        RunningController two = replica("pod-2");
        try {
            for (RunningController each : List.of(one, two)) {
                assertThat(each.awaitReady(Duration.ofSeconds(20))).isTrue();
                assertThat(NameClient.of(each).line("A shop.example"))
                        .as("nobody knows where the gateway is")
                        .isEqualTo("SERVFAIL");
            }
            api.put(balancer("192.0.2.7"));
            answered(one, two, "A shop.example", "NOERROR 60 A 192.0.2.7");
            api.put(balancer());
            api.put(ingress("blog", "blog.example", prefix("/", "web")));
            answered(one, two, "A blog.example", "NOERROR 60 A 192.0.2.7");
            api.put(balancer("192.0.2.8"));
            answered(one, two, "A shop.example", "NOERROR 60 A 192.0.2.8");
            api.delete(ingress("blog", "blog.example", prefix("/", "web")));
            answered(one, two, "A blog.example", "NXDOMAIN");
        } finally {
            one.stop();
            two.stop();
        }
    }

    private static void answered(RunningController one, RunningController two, String question, String answer) {
        for (RunningController each : List.of(one, two)) {
            await().atMost(20, SECONDS)
                    .untilAsserted(
                            () -> assertThat(NameClient.of(each).line(question)).isEqualTo(answer));
        }
    }
}
