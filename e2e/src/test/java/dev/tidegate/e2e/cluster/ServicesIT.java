package dev.tidegate.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.TidegateProcess;
import dev.tidegate.e2e.cluster.EchoPods.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Services of all types, and which of their endpoints take requests, as an API server has them.
@ClusterTest
class ServicesIT {

    private static final String HOST = "services.example";

    private static TestClass ours;
    private static TestBed bed;
    private static TidegateProcess tidegate;
    private static Caller caller;
    private TestNamespace namespace;

    @BeforeAll
    static void start(TestBed given) {
        bed = given;
        ours = TestClass.create(bed, "tidegate", "tidegate.dev/ingress-controller");
        tidegate = bed.tidegate("--update-status=false", "--enable-topology-aware-routing", "--zone=zone-a");
        caller = new Caller(tidegate);
    }

    @AfterAll
    static void stop() {
        tidegate.close();
        ours.close();
    }

    @BeforeEach
    void settle() {
        namespace = bed.namespace();
    }

    @AfterEach
    void clear() {
        namespace.close();
        caller.awaitOutcome(HOST, "/", "404");
    }

    @ParameterizedTest
    @CsvSource({"ClusterIP, ", "ClusterIP, None", "NodePort, ", "LoadBalancer, "})
    void pods_of_a_service_take_requests_whatever_its_type(String type, String clusterIp) {
        Service service = namespace.create(new ServiceBuilder(KubeObjects.service("echo", ""))
                .editSpec()
                .withType(type)
                .withClusterIP(clusterIp)
                .endSpec()
                .build());
        namespace.create(KubeObjects.slice(service, List.of(namespace.pod("echo"))));
        namespace.create(KubeObjects.ingress(HOST, "echo", "tidegate"));

        caller.awaitOutcome(HOST, "/", "echo");
    }

    /// Each pod as one word; those that answer are named by their numbers.
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
        ready                           | 0
        ready ready                     | 0 1
        ready unready                   | 0
        ready terminating               | 0
        unready                         | none
        terminating                     | 0
        unready terminating             | 1
        terminating terminating unready | 0 1
        ''                              | none
        """)
    void ready_pods_take_requests_and_else_terminating_ones(String conditions, String expected) {
        List<String> words =
                Stream.of(conditions.split(" ")).filter(it -> !it.isEmpty()).toList();
        List<Pod> pods = words.stream().map(_ -> namespace.pod("echo")).toList();
        Service service = namespace.create(KubeObjects.service("echo", ""));
        namespace.create(KubeObjects.sliceOf(
                service,
                IntStream.range(0, words.size())
                        .mapToObj(i -> KubeObjects.in(words.get(i), pods.get(i)))
                        .toList()));
        namespace.create(KubeObjects.ingress(HOST, "echo", "tidegate"));

        if (expected.equals("none")) {
            awaitRefused("no-endpoints");
        } else {
            awaitAnswering(Stream.of(expected.split(" "))
                    .map(Integer::parseInt)
                    .map(pods::get)
                    .toList());
        }
    }

    @Test
    void all_slices_of_a_service_count_and_a_pod_in_two_of_them_counts_once() {
        Service service = namespace.create(KubeObjects.service("echo", ""));
        List<Pod> pods = List.of(namespace.pod("echo"), namespace.pod("echo"), namespace.pod("echo"));
        namespace.create(KubeObjects.slice(service, pods.subList(0, 2)));
        namespace.create(KubeObjects.named("echo-2", KubeObjects.slice(service, pods.subList(1, 3))));
        namespace.create(KubeObjects.ingress(HOST, "echo", "tidegate"));

        awaitAnswering(pods);
        List<String> answered = Stream.generate(
                        () -> caller.get(HOST, "/").echo().pod())
                .limit(30)
                .toList();
        assertThat(answered).filteredOn(pods.get(1).name()::equals).hasSize(10);
    }

    /// A pod of a dual-stack Service is in a slice of either family, so only one of them counts.
    @ParameterizedTest
    @CsvSource({"IPv4, IPv6", "IPv6, IPv4"})
    void of_two_address_families_the_first_takes_requests_and_else_the_other(String first, String second) {
        assumeTrue(bed.ipv6(), "this machine has no IPv6");
        Service service = namespace.create(new ServiceBuilder(KubeObjects.service("echo", ""))
                .editSpec()
                .withIpFamilyPolicy("RequireDualStack")
                .withIpFamilies(first, second)
                .endSpec()
                .build());
        Map<String, Pod> pods = Map.of("IPv4", namespace.pod("echo"), "IPv6", namespace.pod6("echo"));
        pods.forEach((family, pod) -> namespace.create(KubeObjects.named(
                "echo-" + family.toLowerCase(Locale.ROOT), KubeObjects.slice(service, List.of(pod)))));
        namespace.create(KubeObjects.ingress(HOST, "echo", "tidegate"));

        awaitAnswering(List.of(Objects.requireNonNull(pods.get(first))));
        namespace
                .admin()
                .discovery()
                .v1()
                .endpointSlices()
                .inNamespace(namespace.name())
                .withName("echo-" + first.toLowerCase(Locale.ROOT))
                .delete();
        awaitAnswering(List.of(Objects.requireNonNull(pods.get(second))));
    }

    @Test
    void pods_that_are_hinted_for_our_zone_are_preferred_until_one_has_no_hint() {
        Service service = namespace.create(KubeObjects.service("echo", ""));
        Pod near = namespace.pod("echo");
        Pod far = namespace.pod("echo");
        Endpoint nearby = KubeObjects.hintedFor("zone-a", KubeObjects.ready(near));
        namespace.create(
                KubeObjects.sliceOf(service, List.of(nearby, KubeObjects.hintedFor("zone-b", KubeObjects.ready(far)))));
        namespace.create(KubeObjects.ingress(HOST, "echo", "tidegate"));

        awaitAnswering(List.of(near));
        namespace.update(KubeObjects.sliceOf(service, List.of(nearby, KubeObjects.ready(far))));
        awaitAnswering(List.of(near, far));
    }

    @Test
    void a_port_name_may_mean_another_number_for_each_pod() {
        Service service = namespace.create(KubeObjects.service("echo", "http"));
        Pod usual = namespace.pod("echo");
        Pod other = namespace.pod("echo", 3001);
        namespace.create(KubeObjects.slice(service, List.of(usual)));
        namespace.create(KubeObjects.named("echo-2", KubeObjects.slice(service, List.of(other))));
        namespace.create(KubeObjects.ingress(HOST, "echo", "tidegate"));

        awaitAnswering(List.of(usual, other));
    }

    @Test
    void a_missing_service_and_a_missing_port_are_told_until_they_are_there() {
        namespace.create(withPort(KubeObjects.ingress(HOST, "echo", "tidegate"), 9999));
        awaitRefused("service-not-found");

        namespace.service("echo", 1);
        awaitRefused("port-not-found");

        namespace.editIngress(HOST, ingress -> withPort(ingress, KubeObjects.SERVICE_PORT));
        caller.awaitOutcome(HOST, "/", "echo");
    }

    private static Ingress withPort(Ingress ingress, int port) {
        return new IngressBuilder(ingress)
                .editSpec()
                .editFirstRule()
                .editHttp()
                .editFirstPath()
                .editBackend()
                .editService()
                .withNewPort(null, port)
                .endService()
                .endBackend()
                .endPath()
                .endHttp()
                .endRule()
                .endSpec()
                .build();
    }

    private static void awaitRefused(String reason) {
        Await.until("503 " + reason, () -> {
            var answer = caller.get(HOST, "/").answer();
            return answer.status() == 503
                    && answer.field("tidegate-reason").orElse("").equals(reason);
        });
    }

    /// Waits until all of these answer and no others do, in a row that each of them would be seen in.
    private static void awaitAnswering(List<Pod> pods) {
        Set<String> expected = new HashSet<>(pods.stream().map(Pod::name).toList());
        Await.until(expected + " answer", () -> {
            Set<String> answered = new HashSet<>();
            for (int i = 0; i < 4 * expected.size(); i++) {
                Caller.Reply reply = caller.get(HOST, "/");
                answered.add(reply.status() == 200 ? reply.echo().pod() : String.valueOf(reply.status()));
            }
            return answered.equals(expected);
        });
    }
}
