package dev.tidegate.controller.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.address.IpAddress;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.folder.ManifestFolder;
import dev.tidegate.policy.traffic.ContainerPort;
import dev.tidegate.policy.traffic.Namespace;
import dev.tidegate.policy.traffic.Node;
import dev.tidegate.policy.traffic.Outside;
import dev.tidegate.policy.traffic.Pod;
import dev.tidegate.policy.traffic.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pods and nodes as policies see them.
class PopulationTest {

    @TempDir
    Path folder;

    @Test
    void a_pod_has_its_namespaces_labels_its_named_ports_and_its_node() throws IOException {
        Population population = read("""
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {team: a}}
            ---
            apiVersion: v1
            kind: Node
            metadata: {name: n1, labels: {disk: fast}}
            status: {addresses: [{type: InternalIP, address: 192.168.0.1}, {type: Hostname, address: n1}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec:
              nodeName: n1
              initContainers:
              - {name: sidecar, restartPolicy: Always, ports: [{name: mesh, containerPort: 15001}]}
              - {name: setup, ports: [{name: once, containerPort: 1}]}
              containers:
              - {name: web, ports: [{name: http, containerPort: 80}, {containerPort: 81}]}
              - {name: dns, ports: [{name: dns, containerPort: 53, protocol: UDP}, {name: odd, containerPort: 1, protocol: X}]}
            status: {podIP: 10.0.0.1, podIPs: [{ip: 10.0.0.1}, {ip: "fd00::1"}]}
            """);

        assertThat(population.pod(new ObjectKey("shop", "web")))
                .contains(new Pod(
                        new Namespace("shop", Map.of("team", "a")),
                        "web",
                        Map.of("app", "web"),
                        List.of(address("10.0.0.1"), address("fd00::1")),
                        List.of(
                                new ContainerPort("http", 80, Protocol.TCP),
                                new ContainerPort("dns", 53, Protocol.UDP),
                                new ContainerPort("mesh", 15001, Protocol.TCP)),
                        Optional.of(new Node("n1", Map.of("disk", "fast"), List.of(address("192.168.0.1")))),
                        false));
    }

    @Test
    void of_a_node_that_we_were_not_shown_its_pods_know_the_address() throws IOException {
        Population population = read("""
            apiVersion: v1
            kind: Pod
            metadata: {name: a}
            spec: {nodeName: n9}
            status: {hostIP: 192.168.0.9}
            """);

        assertThat(population.pod(new ObjectKey("default", "a")).orElseThrow().node())
                .contains(new Node("n9", Map.of(), List.of(address("192.168.0.9"))));
    }

    @Test
    void an_address_is_a_pods_a_nodes_or_somebody_elses() throws IOException {
        Population population = read("""
            apiVersion: v1
            kind: Node
            metadata: {name: n1}
            status: {addresses: [{type: InternalIP, address: 192.168.0.1}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: own}
            status: {podIP: "FD00:0::1"}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: host}
            spec: {hostNetwork: true, nodeName: n1}
            status: {podIP: 192.168.0.1}
            """);

        assertThat(population.at(address("fd00::1")).text()).isEqualTo("pod default/own");
        assertThat(population.at(address("192.168.0.1")).text()).isEqualTo("node n1");
        assertThat(population.at(address("203.0.113.9"))).isEqualTo(new Outside(address("203.0.113.9")));
    }

    @Test
    void a_pod_of_which_nothing_is_known_is_one_all_the_same() throws IOException {
        assertThat(read("{apiVersion: v1, kind: Pod, metadata: {name: a}}").inOrder())
                .containsExactly(new Pod(
                        new Namespace("default", Map.of()),
                        "a",
                        Map.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        false));
    }

    @Test
    void a_pod_that_has_ended_has_no_address_for_another_may_have_it_now() throws IOException {
        Population population = read("""
            {apiVersion: v1, kind: Pod, metadata: {name: a-job}, status: {phase: Succeeded, podIP: 10.0.0.1}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: web}, status: {phase: Running, podIP: 10.0.0.1}}
            """);

        assertThat(population.at(address("10.0.0.1")).text()).isEqualTo("pod default/web");
    }

    @Test
    void made_from_the_one_before_it_is_what_it_would_be_if_made_anew() throws IOException {
        Random random = new Random(7);
        Population population = Population.NONE;
        for (int step = 0; step < 200; step++) {
            Snapshot snapshot = someOf(random);
            population = population.next(snapshot);
            Population anew = Population.of(snapshot);

            assertThat(population.pods()).isEqualTo(anew.pods());
            assertThat(population.nodes()).isEqualTo(anew.nodes());
            assertThat(population.byAddress()).isEqualTo(anew.byAddress());
        }
    }

    /// Few names and addresses, so that each step changes some, moves some and takes some away.
    private Snapshot someOf(Random random) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String namespace : List.of("a", "b")) {
            if (random.nextBoolean()) {
                text.append("{apiVersion: v1, kind: Namespace, metadata: {name: %s, labels: {l: v%d}}}\n---\n"
                        .formatted(namespace, random.nextInt(2)));
            }
            for (int i = 0; i < 4; i++) {
                if (random.nextBoolean()) {
                    text.append("""
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: p%d, namespace: %s, labels: {l: v%d}}
                        spec: {nodeName: n%d, hostNetwork: %b}
                        status: {podIP: 10.0.0.%d, hostIP: 192.168.0.9}
                        ---
                        """.formatted(
                                    i,
                                    namespace,
                                    random.nextInt(2),
                                    random.nextInt(2),
                                    random.nextInt(4) == 0,
                                    random.nextInt(3)));
                }
            }
        }
        if (random.nextBoolean()) {
            text.append(
                    "{apiVersion: v1, kind: Node, metadata: {name: n0, labels: {l: v%d}}, status: {addresses: [{type: InternalIP, address: 192.168.0.1}]}}\n"
                            .formatted(random.nextInt(2)));
        }
        Files.writeString(folder.resolve("all.yaml"), text);
        return ManifestFolder.read(List.of(folder));
    }

    private Population read(String manifests) throws IOException {
        Files.writeString(folder.resolve("all.yaml"), manifests);
        return Population.of(ManifestFolder.read(List.of(folder)));
    }

    private static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }
}
