package dev.tidegate.controller.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.policy.PolicyNeeds.PodsOf;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.folder.ManifestFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is watched beside the policies, case by case. The gateway's pod is `edge/gate`; there are Ingresses in `shop`
/// and in `blog`. A policy is written as its namespace and the directions that it isolates.
class PolicyNeedsTest {

    private static final ObjectKey OWN = new ObjectKey("edge", "gate");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
        # policies               | what is needed
                                 | nothing
        shop:Ingress             | own pod, pods of shop, namespaces
        shop:                    | own pod, pods of shop, namespaces
        shop:Ingress+Egress      | own pod, pods of shop, namespaces
        shop:Wrong               | own pod, pods of shop, namespaces
        shop:Egress              | own pod, namespaces
        empty:Ingress            | own pod, namespaces
        shop:Ingress blog:       | own pod, pods of blog, pods of shop, namespaces
        edge:Ingress             | own pod, namespaces
        edge:Egress              | own pod, pods of blog, pods of shop, namespaces
        edge:Egress shop:Ingress | own pod, pods of blog, pods of shop, namespaces
        edge:+egress             | own pod, pods of blog, pods of shop, namespaces
        cluster                  | own pod, pods of blog, pods of shop, namespaces
        cluster-nodes            | own pod, pods of blog, pods of shop, namespaces, nodes
        clients                  | nothing
        clients shop:Egress      | own pod, all pods, namespaces
        default-backend spare:   | own pod, pods of spare, namespaces
        default-backend shop:    | own pod, pods of shop, namespaces
        default-backend cluster  | own pod, pods of blog, pods of shop, pods of spare, namespaces
        outside shop:Ingress     | pods of shop, namespaces
        outside edge:Egress      | namespaces
        """)
    void a_cluster_needs(@Nullable String policies, String needed) throws IOException {
        List<String> words = policies == null ? List.of() : Arrays.asList(policies.split(" "));
        Optional<ObjectKey> own = words.contains("outside") ? Optional.empty() : Optional.of(OWN);

        PolicyNeeds needs = PolicyNeeds.of(
                snapshot(words),
                own,
                Optional.of("spare").filter(_ -> words.contains("default-backend")),
                words.contains("clients"));

        assertThat(text(needs)).isEqualTo(needed);
    }

    private Snapshot snapshot(List<String> words) throws IOException {
        List<String> documents = new ArrayList<>(List.of(ingress("shop"), ingress("blog")));
        for (String word : words) {
            switch (word) {
                case "clients", "outside", "default-backend" -> {}
                case "cluster" -> documents.add(clusterPolicy("namespaces: {}"));
                case "cluster-nodes" -> documents.add(clusterPolicy("nodes: {}"));
                default -> documents.add(policy(word.split(":", 2)));
            }
        }
        Files.writeString(folder.resolve("all.yaml"), String.join("---\n", documents));
        return ManifestFolder.read(List.of(folder));
    }

    private static String ingress(String namespace) {
        return """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: web, namespace: %s}
            spec: {rules: [{host: %1$s.example}]}
            """.formatted(namespace);
    }

    /// `policyTypes`, or `+egress` for a rule of egress without them.
    private static String policy(String[] policy) {
        boolean rule = policy[1].equals("+egress");
        return """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: some, namespace: %s}
            spec: {podSelector: {}, policyTypes: [%s], egress: [%s]}
            """.formatted(policy[0], rule ? "" : policy[1].replace("+", ", "), rule ? "{}" : "");
    }

    private static String clusterPolicy(String peer) {
        return """
            apiVersion: policy.networking.k8s.io/v1alpha2
            kind: ClusterNetworkPolicy
            metadata: {name: some}
            spec: {tier: Admin, priority: 1, subject: {namespaces: {}}, egress: [{action: Deny, to: [{%s}]}]}
            """.formatted(peer);
    }

    private static String text(PolicyNeeds needs) {
        List<String> words = new ArrayList<>();
        needs.ownPod().ifPresent(_ -> words.add("own pod"));
        switch (needs.pods()) {
            case PodsOf.Everywhere _ -> words.add("all pods");
            case PodsOf.Some it -> it.namespaces().stream().sorted().forEach(ns -> words.add("pods of " + ns));
        }
        if (needs.namespaces()) {
            words.add("namespaces");
        }
        if (needs.nodes()) {
            words.add("nodes");
        }
        return words.isEmpty() ? "nothing" : words.stream().collect(Collectors.joining(", "));
    }
}
