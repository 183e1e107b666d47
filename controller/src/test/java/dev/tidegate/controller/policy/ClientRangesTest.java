package dev.tidegate.controller.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.address.AddressRanges;
import dev.tidegate.address.IpAddress;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.folder.ManifestFolder;
import dev.tidegate.policy.traffic.Connection;
import dev.tidegate.policy.traffic.Outside;
import dev.tidegate.policy.traffic.Party;
import dev.tidegate.policy.traffic.Pod;
import dev.tidegate.policy.traffic.Protocol;
import dev.tidegate.policy.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ranges say of every address what a verdict for that very address says.
class ClientRangesTest {

    private static final int ROUNDS = 150;

    @TempDir
    Path folder;

    @Test
    void ranges_agree_with_verdicts_one_by_one() throws IOException {
        Random random = new Random(11);
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            World world = world(random);
            for (int i = 0; i < 40; i++) {
                IpAddress client = client(random);
                boolean letIn = world.letsIn(client);
                assertThat(world.ranges().contains(client.bytes()))
                        .as("%s in %s, round %d", client, world.ranges(), round)
                        .isEqualTo(letIn);
                refused += letIn ? 0 : 1;
            }
        }
        assertThat(refused).isBetween(ROUNDS, ROUNDS * 39); // both sides were asked about
    }

    private record World(Population population, PolicyReading reading, Pod pod, AddressRanges ranges) {

        boolean letsIn(IpAddress client) {
            Party from =
                    population.at(client) instanceof Pod known && !known.name().equals(pod.name())
                            ? known
                            : new Outside(client);
            return reading.policies()
                            .verdict(new Connection(from, pod, 80, Protocol.TCP))
                            .ingress()
                            .outcome()
                    != Outcome.DENIED;
        }
    }

    private World world(Random random) throws IOException {
        StringBuilder text = new StringBuilder("""
            {apiVersion: v1, kind: Pod, metadata: {name: web, labels: {app: web}}, status: {podIP: 10.0.0.1}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: a, labels: {role: a}}, status: {podIP: 10.0.0.2}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: b, labels: {role: b}}, status: {podIP: 10.0.0.3}}
            """);
        for (int i = random.nextInt(3); i >= 0; i--) {
            text.append("""
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: p%d}
                spec:
                  podSelector: {}
                  ingress:
                  - {from: [%s, %s], ports: [{port: %d}]}
                """.formatted(i, peer(random), peer(random), random.nextInt(8) == 0 ? 81 : 80));
        }
        Files.writeString(folder.resolve("all.yaml"), text);
        Snapshot snapshot = ManifestFolder.read(List.of(folder));
        Population population = Population.of(snapshot);
        PolicyReading reading = PolicyReading.of(snapshot.policyObjects());
        Pod pod = population.pod(new ObjectKey("default", "web")).orElseThrow();
        return new World(population, reading, pod, new ClientRanges(reading.policies(), population).of(pod, 80));
    }

    private static String peer(Random random) {
        int bits = 24 + random.nextInt(9);
        return switch (random.nextInt(4)) {
            case 0 -> "{podSelector: {matchLabels: {role: %s}}}".formatted(random.nextBoolean() ? "a" : "b");
            case 1 -> "{ipBlock: {cidr: \"fd00::%x/%d\"}}".formatted(random.nextInt(16), 120 + random.nextInt(9));
            case 2 -> "{ipBlock: {cidr: 10.0.0.%d/%d}}".formatted(random.nextInt(16), bits);
            default ->
                "{ipBlock: {cidr: 10.0.0.0/%d, except: [10.0.0.%d/32]}}"
                        .formatted(24 + random.nextInt(5), random.nextInt(16));
        };
    }

    private static IpAddress client(Random random) {
        String text = random.nextInt(3) == 0
                ? "fd00::" + Integer.toHexString(random.nextInt(20))
                : "10.0.0." + random.nextInt(20);
        return IpAddress.parse(text).orElseThrow();
    }
}
