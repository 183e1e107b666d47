package dev.tidegate.controller.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.fixture.TestApiServer;
import dev.tidegate.controller.snapshot.ObjectKey;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressSourceTest {

    private static final String PODS = """
        apiVersion: v1
        kind: Pod
        metadata: {name: tg-1, namespace: infra, labels: {app: tg, pod-template-hash: aaa}}
        spec: {nodeName: node-1}
        status: {conditions: [{type: Ready, status: "True"}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: tg-2, namespace: infra, labels: {app: tg, pod-template-hash: bbb}}
        spec: {nodeName: node-2}
        status: {conditions: [{type: Ready, status: "True"}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: tg-3, namespace: infra, labels: {app: tg}}
        spec: {nodeName: node-3}
        status: {conditions: [{type: Ready, status: "False"}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: other, namespace: infra, labels: {app: other}}
        spec: {nodeName: node-3}
        status: {conditions: [{type: Ready, status: "True"}]}
        ---
        apiVersion: v1
        kind: Node
        metadata: {name: node-1}
        status: {addresses: [{type: InternalIP, address: 10.0.0.1}, {type: ExternalIP, address: 192.0.2.1}]}
        ---
        apiVersion: v1
        kind: Node
        metadata: {name: node-2}
        status: {addresses: [{type: Hostname, address: node-2}, {type: InternalIP, address: 10.0.0.2}]}
        ---
        apiVersion: v1
        kind: Node
        metadata: {name: node-3}
        status: {addresses: [{type: ExternalIP, address: 192.0.2.3}]}
        """;

    private final TestApiServer server = TestApiServer.start();
    private final KubernetesClient client = server.client();

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: LoadBalancer} | {loadBalancer: {ingress: [{ip: 192.0.2.8}, {hostname: LB.example}]}}"
                        + " | 192.0.2.8 lb.example",
                "{type: LoadBalancer, externalIPs: [192.0.2.7]} | {loadBalancer: {ingress: [{ip: 192.0.2.8}]}}"
                        + " | 192.0.2.7 192.0.2.8",
                "{type: LoadBalancer, clusterIP: 10.1.1.1} | {loadBalancer: {}} | ''",
                "{type: LoadBalancer} | {loadBalancer: {ingress: [{hostname: 192.0.2.8}]}} | 192.0.2.8",
                "{type: ClusterIP, clusterIP: 10.1.1.1} | {} | 10.1.1.1",
                "{type: ClusterIP, clusterIP: 10.1.1.1, clusterIPs: [10.1.1.1, \"fd00::1\"]} | {} | 10.1.1.1 fd00::1",
                "{type: ClusterIP, clusterIP: 10.1.1.1, externalIPs: [192.0.2.7]} | {} | 192.0.2.7",
                "{type: ClusterIP, clusterIP: None} | {} | ''",
                "{type: ExternalName, externalName: lb.example} | {} | lb.example",
                "{type: NodePort, externalIPs: [192.0.2.7]} | {} | 192.0.2.7",
                "{type: NodePort, clusterIP: 10.1.1.1, ports: [{port: 80, nodePort: 30080}]} | {}"
                        + " | 10.0.0.2:30080/TCP 192.0.2.1:30080/TCP",
            })
    void a_service_of_each_kind_has_its_addresses(String spec, String status, String expected) {
        load(PODS);
        load("""
            apiVersion: v1
            kind: Service
            metadata: {name: lb, namespace: infra}
            spec: %s
            status: %s
            """.formatted(spec, status));
        assertThat(text(new ServiceAddresses(client, new ObjectKey("infra", "lb"), nodes(false))))
                .isEqualTo(expected);
    }

    @Test
    void a_service_that_does_not_exist_has_none() {
        assertThat(new ServiceAddresses(client, new ObjectKey("infra", "lb"), nodes(false)).read())
                .isEmpty();
    }

    @Test
    void nodes_that_run_ready_pods_like_ours_lend_their_addresses() {
        load(PODS);
        assertThat(text(nodes(false))).isEqualTo("10.0.0.2 192.0.2.1");
        assertThat(text(nodes(true))).isEqualTo("10.0.0.1 10.0.0.2");
        assertThat(nodes(false).others()).isTrue();
    }

    @Test
    void without_a_pod_of_our_own_there_are_none_and_nobody_is_asked() {
        NodeAddresses nowhere = new NodeAddresses(client, Optional.empty(), false);
        assertThat(nowhere.read()).isEmpty();
        assertThat(nowhere.others()).as("it is not known").isTrue();
        assertThat(server.requests()).isEmpty();
        assertThat(nowhere.describe()).contains("--publish-service");
    }

    @Test
    void fixed_addresses_are_sorted_and_an_ip_address_is_no_host_name() {
        FixedAddresses fixed = new FixedAddresses(
                List.of(StatusAddress.of("LB.example"), StatusAddress.of("192.0.2.2"), StatusAddress.of("192.0.2.2")));
        assertThat(text(fixed)).isEqualTo("192.0.2.2 lb.example");
        assertThat(StatusAddress.of("fd00::1").entry().getIp()).isEqualTo("fd00::1");
        assertThat(StatusAddress.of("fd00::1").entry().getHostname()).isNull();
        assertThat(StatusAddress.of("lb.example").entry().getHostname()).isEqualTo("lb.example");
    }

    @Test
    void addresses_once_known_stay_when_their_source_has_none() {
        StatusAddress one = StatusAddress.of("192.0.2.1");
        StatusAddress two = StatusAddress.of("192.0.2.2");
        Queue<List<StatusAddress>> readings =
                new ArrayDeque<>(List.of(List.of(), List.of(one), List.of(), List.of(two)));
        PublishedAddresses published = new PublishedAddresses(
                new AddressSource() {
                    @Override
                    public List<StatusAddress> read() {
                        return readings.remove();
                    }

                    @Override
                    public String describe() {
                        return "a fake";
                    }
                },
                Duration.ofSeconds(60),
                Duration.ofSeconds(5));
        published.refresh(0);
        assertThat(published.known()).isEmpty();
        published.refresh(Duration.ofSeconds(5).toNanos());
        assertThat(published.known()).containsExactly(one);
        published.refresh(Duration.ofSeconds(10).toNanos());
        assertThat(readings).as("not asked before its time").hasSize(2);
        published.refresh(Duration.ofSeconds(65).toNanos());
        assertThat(published.known()).containsExactly(one);
        published.refresh(Duration.ofSeconds(70).toNanos());
        assertThat(published.known()).containsExactly(two);
    }

    private NodeAddresses nodes(boolean internal) {
        return new NodeAddresses(client, Optional.of(new ObjectKey("infra", "tg-1")), internal);
    }

    private static String text(AddressSource source) {
        return String.join(
                " ",
                source.read().stream()
                        .map(it -> it.value()
                                + String.join(
                                        ",",
                                        it.ports().stream()
                                                .map(port -> ":" + port.number() + "/" + port.protocol())
                                                .toList()))
                        .toList());
    }

    private void load(String manifests) {
        client.load(new ByteArrayInputStream(manifests.getBytes(StandardCharsets.UTF_8)))
                .create();
    }
}
