package dev.tidegate.controller.duty;

import static dev.tidegate.controller.fixture.Fixtures.ingress;
import static dev.tidegate.controller.fixture.Fixtures.ourClass;
import static dev.tidegate.controller.fixture.Fixtures.prefix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidegate.controller.compile.Compiler;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.duty.DutyOptions.StatusOptions;
import dev.tidegate.controller.duty.DutyOptions.WhereReached;
import dev.tidegate.controller.fixture.Snapshots;
import dev.tidegate.controller.fixture.TestApiServer;
import dev.tidegate.controller.publish.Publisher;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.tls.SelfSignedCertificate;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressLoadBalancerIngress;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterDutiesTest {

    private static final WhereReached WHERE = new WhereReached(Optional.empty(), List.of("192.0.2.1"), false);
    private static final StatusOptions STATUS = new StatusOptions(Duration.ofSeconds(1), false);

    private final TestApiServer server = TestApiServer.start();
    private final KubernetesClient client = server.client();
    private final Publisher publisher = new Publisher();

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void one_of_two_replicas_writes_and_the_other_follows_when_it_stops() {
        serve("web");
        ClusterDuties first = started("pod-1", options(Optional.of("tidegate-leader")));
        await().until(() -> first.state().leading());
        ClusterDuties second = started("pod-2", options(Optional.of("tidegate-leader")));
        await().until(() -> !addresses("web").isEmpty());
        first.close();

        await().until(() -> second.state().leading());
        assertThat(addresses("web")).as("a stop withdraws nothing").containsExactly("192.0.2.1");
        assertThat(second.state().statusWritten()).isZero();
        assertThat(second.lease()).isEqualTo("tidegate-leader");
        second.close();
        assertThat(holder()).isEmpty();
    }

    @Test
    void without_an_election_a_replica_leads_from_the_start() {
        serve("web");
        ClusterDuties only = started("pod-1", options(Optional.empty()));
        await().until(() -> !addresses("web").isEmpty());

        assertThat(server.calls()).noneMatch(call -> call.contains("/leases"));
        only.close();
    }

    @Test
    void without_status_only_the_lease_is_written() {
        serve("web");
        ClusterDuties only = started(
                "pod-1",
                new DutyOptions(Optional.of("tidegate-leader"), Duration.ofSeconds(3), WHERE, Optional.empty()));
        await().until(() -> only.state().leading());
        only.close();

        assertThat(server.calls()).noneMatch(call -> call.contains("/status"));
    }

    @Test
    void the_last_replica_clears_the_status_if_it_is_asked_to() {
        serve("web");
        client.resource(pod("pod-1")).create();
        ClusterDuties last = started("pod-1", withdrawing());
        await().until(() -> last.state().statusWritten() == 1);
        last.close();

        assertThat(addresses("web")).isEmpty();
    }

    @Test
    void a_replica_that_is_not_the_last_clears_nothing() {
        serve("web");
        client.resource(pod("pod-1")).create();
        client.resource(pod("pod-2")).create();
        ClusterDuties one = started("pod-1", withdrawing());
        await().until(() -> one.state().statusWritten() == 1);
        one.close();

        assertThat(addresses("web")).containsExactly("192.0.2.1");
    }

    @Test
    void the_namespace_is_the_pods_then_the_service_accounts_then_the_contexts(@TempDir Path temp) throws IOException {
        assertThat(OwnPod.of(Map.of("POD_NAMESPACE", "a", "POD_NAME", "p"), temp, "c"))
                .isEqualTo(new OwnPod("a", Optional.of("p"), "p"));
        assertThat(OwnPod.of(Map.of("HOSTNAME", "h"), temp, "c")).isEqualTo(new OwnPod("c", Optional.empty(), "h"));
        assertThat(OwnPod.of(Map.of(), temp, null).namespace()).isEqualTo("default");
        Files.writeString(temp.resolve("namespace"), "b\n");
        assertThat(OwnPod.of(Map.of(), temp, "c").namespace()).isEqualTo("b");
    }

    private static DutyOptions options(Optional<String> electionId) {
        return new DutyOptions(electionId, Duration.ofSeconds(3), WHERE, Optional.of(STATUS));
    }

    private static DutyOptions withdrawing() {
        return new DutyOptions(
                Optional.of("tidegate-leader"),
                Duration.ofSeconds(3),
                WHERE,
                Optional.of(new StatusOptions(Duration.ofSeconds(1), true)));
    }

    private ClusterDuties started(String pod, DutyOptions options) {
        ClusterDuties duties = new ClusterDuties(server.client(), new OwnPod("infra", Optional.of(pod), pod), options);
        duties.follow(publisher, () -> Snapshot.EMPTY);
        duties.start();
        return duties;
    }

    private void serve(String name) {
        Ingress created = client.resource(ingress(name, name + ".example", prefix("/", "web")))
                .create();
        Compiler compiler = new Compiler(
                CompilerOptions.DEFAULT,
                InstantSource.system(),
                SelfSignedCertificate.generate(InstantSource.system()));
        publisher.publish(compiler.compile(Snapshots.of(ourClass(), created), compiler.empty()));
    }

    private List<String> addresses(String name) {
        Ingress ingress = client.network()
                .v1()
                .ingresses()
                .inNamespace("default")
                .withName(name)
                .get();
        return ingress.getStatus() == null || ingress.getStatus().getLoadBalancer() == null
                ? List.of()
                : ingress.getStatus().getLoadBalancer().getIngress().stream()
                        .map(IngressLoadBalancerIngress::getIp)
                        .toList();
    }

    private Optional<String> holder() {
        return Optional.ofNullable(client.resources(Lease.class)
                .inNamespace("infra")
                .withName("tidegate-leader")
                .get()
                .getSpec()
                .getHolderIdentity());
    }

    private static Pod pod(String name) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("infra")
                .withName(name)
                .addToLabels("app", "tidegate")
                .endMetadata()
                .build();
    }
}
