package dev.tidegate.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.TidegateProcess;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where Ingresses are served, as their status tells: which addresses, when, by whom, and for how long.
@ClusterTest
class StatusIT {

    private static final String HOST = "status.example";
    private static final String POD = "tidegate-status";
    private static final int MANY = 300;
    /// Long enough for a loaded machine to renew a Lease in time.
    private static final String TTL = "--election-ttl=6s";

    private final TestBed bed;
    private TestClass ours;
    private TestNamespace namespace;
    private StatusHistory history;

    StatusIT(TestBed bed) {
        this.bed = bed;
    }

    @BeforeEach
    void settle() {
        bed.forgetLeader();
        ours = TestClass.create(bed, "tidegate", "tidegate.dev/ingress-controller");
        namespace = bed.namespace();
        namespace.service("echo", 1);
        history = StatusHistory.begin(namespace);
    }

    @AfterEach
    void clear() {
        history.close();
        namespace.close();
        ours.close();
    }

    @Test
    void the_addresses_are_those_of_the_service_in_front_and_follow_it() {
        Service front = namespace.create(new ServiceBuilder(KubeObjects.service("front", ""))
                .editSpec()
                .withType("LoadBalancer")
                .endSpec()
                .build());
        serve(HOST);
        try (TidegateProcess _ =
                bed.tidegateIn(POD, "--publish-service=" + namespace.name() + "/front", "--status-update-interval=1")) {
            balance(
                    front,
                    it -> it.editStatus()
                            .withNewLoadBalancer()
                            .addNewIngress()
                            .withIp("192.0.2.1")
                            .endIngress()
                            .endLoadBalancer()
                            .endStatus());
            awaitAddresses(HOST, "192.0.2.1");

            balance(
                    front,
                    it -> it.editStatus()
                            .withNewLoadBalancer()
                            .addNewIngress()
                            .withHostname("lb.example")
                            .endIngress()
                            .endLoadBalancer()
                            .endStatus());
            awaitAddresses(HOST, "lb.example");
        }
        assertThat(history.of(HOST)).containsExactly(List.of(), List.of("192.0.2.1"), List.of("lb.example"));
    }

    @Test
    void the_addresses_are_those_of_the_nodes_that_run_replicas_and_outlive_them() {
        serve(HOST);
        try (TidegateAccount.Binding _ = bed.bindEverywhere("tidegate-nodes");
                ReplicaPod _ = ReplicaPod.create(bed, POD, "192.0.2.1");
                TidegateProcess tidegate = bed.tidegateIn(POD, "--status-update-interval=1")) {
            awaitAddresses(HOST, "192.0.2.1");
            try (ReplicaPod _ = ReplicaPod.create(bed, "tidegate-other", "192.0.2.2")) {
                awaitAddresses(HOST, "192.0.2.1", "192.0.2.2");
            }
            awaitAddresses(HOST, "192.0.2.1");
            end(tidegate);
        }
        assertThat(namespace.addresses(HOST)).hasSize(1);
    }

    /// Each Ingress is asked for as soon as the API server tells of its address.
    @Test
    void an_address_stands_once_the_route_is_live_and_is_written_once() {
        Map<String, String> outcomes = new ConcurrentHashMap<>();
        try (TidegateProcess tidegate = bed.tidegateIn(POD, "--publish-status-address=192.0.2.1,gate.example");
                StatusHistory watched = StatusHistory.begin(
                        namespace,
                        host -> Thread.ofVirtual()
                                .start(() -> outcomes.put(
                                        host,
                                        new Caller(tidegate).get(host, "/").outcome())))) {
            List<String> hosts =
                    IntStream.range(0, MANY).mapToObj(i -> i + "." + HOST).toList();
            hosts.parallelStream().forEach(this::serve);
            Await.until("all are asked for", () -> outcomes.size() == MANY);

            assertThat(outcomes).allSatisfy((_, outcome) -> assertThat(outcome).isEqualTo("echo"));
            assertThat(hosts)
                    .allSatisfy(host -> assertThat(watched.of(host)).endsWith(List.of("192.0.2.1", "gate.example")));
            assertThat(watched.writes()).isEqualTo(hosts.stream().collect(Collectors.toMap(host -> host, _ -> 1)));
        }
    }

    /// Replicas that would write other addresses, so that it is seen who does.
    @Test
    void only_the_leader_writes_and_one_follows_when_it_is_gone() {
        try (TidegateProcess first = bed.tidegateIn("tidegate-first", "--publish-status-address=192.0.2.1", TTL)) {
            awaitLeader("tidegate-first");
            try (TidegateProcess second =
                    bed.tidegateIn("tidegate-second", "--publish-status-address=192.0.2.2", TTL)) {
                serve(HOST);
                awaitAddresses(HOST, "192.0.2.1");
                Await.thatHolds(
                        "the second keeps from writing", () -> history.now(HOST).equals(List.of("192.0.2.1")));
                first.kill();
                awaitLeader("tidegate-second");
                awaitAddresses(HOST, "192.0.2.2");
                try (TidegateProcess _ = bed.tidegateIn("tidegate-third", "--publish-status-address=192.0.2.2", TTL)) {
                    second.kill();
                    awaitLeader("tidegate-third");
                    serve("late." + HOST);
                    awaitAddresses("late." + HOST, "192.0.2.2");
                }
            }
        }
        assertThat(history.of(HOST)).containsExactly(List.of(), List.of("192.0.2.1"), List.of("192.0.2.2"));
        assertThat(history.writes()).isEqualTo(Map.of(HOST, 2, "late." + HOST, 1));
    }

    @ParameterizedTest(name = "others: {0} -> kept: {0}")
    @ValueSource(booleans = {true, false})
    void the_last_replica_clears_the_status_at_its_end_if_it_is_asked_to(boolean others) {
        serve(HOST);
        try (ReplicaPod _ = ReplicaPod.create(bed, POD, "192.0.2.1");
                ReplicaPod other = ReplicaPod.create(bed, "tidegate-other", "192.0.2.2");
                TidegateProcess tidegate =
                        bed.tidegateIn(POD, "--publish-status-address=192.0.2.3", "--update-status-on-shutdown")) {
            awaitAddresses(HOST, "192.0.2.3");
            if (!others) {
                other.delete();
            }
            end(tidegate);
        }
        assertThat(namespace.addresses(HOST)).hasSize(others ? 1 : 0);
        assertThat(bed.leader()).isEmpty();
    }

    private static void end(TidegateProcess tidegate) {
        tidegate.terminate();
        assertThat(tidegate.awaitExit()).isZero();
    }

    private void serve(String host) {
        namespace.create(KubeObjects.ingress(host, "echo", "tidegate"));
    }

    /// Writes its status, as the controller of a cloud does.
    private void balance(Service service, UnaryOperator<ServiceBuilder> how) {
        namespace
                .admin()
                .services()
                .inNamespace(namespace.name())
                .withName(service.getMetadata().getName())
                .editStatus(it -> how.apply(new ServiceBuilder(it)).build());
    }

    private void awaitLeader(String pod) {
        Await.until(pod + " leads", () -> bed.leader().startsWith(pod + "_"));
    }

    private void awaitAddresses(String host, String... addresses) {
        Await.until(
                host + " has the addresses " + List.of(addresses),
                () -> history.now(host).equals(List.of(addresses)));
    }
}
