package dev.tidegate.e2e.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.address.IpAddress;
import dev.tidegate.controller.policy.PolicyReading;
import dev.tidegate.controller.policy.Population;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.folder.ManifestFolder;
import dev.tidegate.e2e.helm.Helm.Said;
import dev.tidegate.policy.traffic.Connection;
import dev.tidegate.policy.traffic.Party;
import dev.tidegate.policy.traffic.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the NetworkPolicy that the chart makes for the gateway lets through, by our own evaluator. Lines of the tables:
/// from, to, port, and whether it gets through.
@HelmTest
class HelmPolicyIT {

    private static final Path WORLD = Path.of("src/test/helm/policy/world.yaml");

    @TempDir
    Path folder;

    private final Helm helm = Helm.ofEnvironment();

    @Test
    void by_default_it_opens_what_the_gateway_needs_and_nothing_else() throws IOException {
        holds("controller: {networkPolicy: {enabled: true}}", """
            198.51.100.7       -> ingress/tidegate-a   8080/tcp    yes
            198.51.100.7       -> ingress/tidegate-a   8443/tcp    yes
            shop/web-0         -> ingress/tidegate-a   8443/tcp    yes
            198.51.100.7       -> ingress/tidegate-a   10254/tcp   no
            shop/web-0         -> ingress/tidegate-a   10254/tcp   no
            monitoring/prom-0  -> ingress/tidegate-a   10254/tcp   no
            ingress/other-0    -> ingress/tidegate-a   10254/tcp   no
            ingress/tidegate-b -> ingress/tidegate-a   10254/tcp   yes
            198.51.100.7       -> ingress/tidegate-a   9443/tcp    no
            10.0.0.10          -> ingress/tidegate-a   10254/tcp   yes
            ingress/tidegate-a -> kube-system/dns-0    53/udp      yes
            ingress/tidegate-a -> kube-system/dns-0    53/tcp      yes
            ingress/tidegate-a -> 169.254.20.10        53/udp      yes
            ingress/tidegate-a -> 8.8.8.8              53/udp      no
            ingress/tidegate-a -> 192.0.2.1            443/tcp     yes
            ingress/tidegate-a -> 192.0.2.1            6443/tcp    yes
            ingress/tidegate-a -> 192.0.2.1            22/tcp      no
            ingress/tidegate-a -> shop/web-0           8080/tcp    yes
            ingress/tidegate-a -> blog/web-0           3000/tcp    yes
            ingress/tidegate-a -> ingress/tidegate-b   10254/tcp   yes
            ingress/tidegate-a -> 169.254.169.254      80/tcp      no
            ingress/tidegate-a -> fd00:ec2::254        80/tcp      no
            ingress/tidegate-a -> 168.63.129.16        80/tcp      no
            ingress/tidegate-a -> 203.0.113.9          80/tcp      no
            """);
    }

    @Test
    void one_namespace_that_is_watched_is_all_that_is_reached() throws IOException {
        holds("controller: {networkPolicy: {enabled: true}, scope: {enabled: true, namespace: shop}}", """
            ingress/tidegate-a -> shop/web-0           8080/tcp    yes
            ingress/tidegate-a -> blog/web-0           3000/tcp    no
            ingress/tidegate-a -> ingress/tidegate-b   10254/tcp   yes
            ingress/tidegate-a -> ingress/tidegate-b   8080/tcp    no
            ingress/tidegate-a -> kube-system/dns-0    53/udp      yes
            ingress/tidegate-a -> kube-system/dns-0    9153/tcp    no
            """);
    }

    @Test
    void values_say_who_comes_in_and_where_things_are() throws IOException {
        holds("""
            controller:
              admissionWebhooks: {enabled: true}
              metrics: {enabled: true}
              networkPolicy:
                enabled: true
                from: [{ipBlock: {cidr: 198.51.100.0/24}}]
                metricsFrom: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}}]
                egress:
                  apiServerCidrs: [192.0.2.0/28]
                  apiServerPorts: [6443]
                  backendsTo: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: blog}}}]
                  more: [{to: [{ipBlock: {cidr: 203.0.113.9/32}}], ports: [{port: 80, protocol: TCP}]}]
            """, """
            198.51.100.7       -> ingress/tidegate-a   8443/tcp    yes
            203.0.113.9        -> ingress/tidegate-a   8443/tcp    no
            monitoring/prom-0  -> ingress/tidegate-a   10254/tcp   yes
            shop/web-0         -> ingress/tidegate-a   10254/tcp   no
            192.0.2.1          -> ingress/tidegate-a   9443/tcp    yes
            ingress/tidegate-a -> 192.0.2.1            6443/tcp    yes
            ingress/tidegate-a -> 192.0.2.1            443/tcp     no
            ingress/tidegate-a -> 203.0.113.9          6443/tcp    no
            ingress/tidegate-a -> 203.0.113.9          80/tcp      yes
            ingress/tidegate-a -> blog/web-0           3000/tcp    yes
            ingress/tidegate-a -> shop/web-0           8080/tcp    no
            """);
    }

    @Test
    void the_way_out_can_stay_open() throws IOException {
        holds("controller: {networkPolicy: {enabled: true, egress: {enabled: false}}}", """
            ingress/tidegate-a -> 203.0.113.9          80/tcp      yes
            ingress/other-0    -> ingress/tidegate-a   10254/tcp   no
            """);
    }

    private void holds(String values, String table) throws IOException {
        Said said = helm.template(values);
        assertThat(said.complaint()).isEmpty();
        Files.copy(WORLD, folder.resolve("world.yaml"));
        Files.writeString(folder.resolve("rendered.yaml"), said.output());
        Snapshot snapshot = ManifestFolder.read(List.of(folder));
        assertThat(snapshot.policyObjects().networkPolicies()).hasSize(1);
        PolicyReading reading = PolicyReading.of(snapshot.policyObjects());
        assertThat(reading.faults()).isEmpty();
        Population population = Population.of(snapshot);

        assertThat(table.lines()
                        .map(line -> answered(line, reading, population))
                        .collect(Collectors.joining("\n")))
                .isEqualTo(table.strip());
    }

    /// The same line, with what is so.
    private static String answered(String line, PolicyReading reading, Population population) {
        String[] words = line.strip().split(" +");
        String[] port = words[3].split("/");
        boolean through = reading.policies()
                .verdict(new Connection(
                        party(words[0], population),
                        party(words[2], population),
                        Integer.parseInt(port[0]),
                        Protocol.valueOf(port[1].toUpperCase(Locale.ROOT))))
                .getsThrough();
        return line.substring(0, line.length() - words[4].length()) + (through ? "yes" : "no");
    }

    private static Party party(String name, Population population) {
        return IpAddress.parse(name)
                .map(population::at)
                .orElseGet(() -> population.pod(ObjectKey.parse(name)).orElseThrow());
    }
}
