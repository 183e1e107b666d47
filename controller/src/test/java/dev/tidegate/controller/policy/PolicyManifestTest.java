package dev.tidegate.controller.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tidegate.address.Cidr;
import dev.tidegate.controller.source.manifest.ManifestReader;
import dev.tidegate.controller.source.manifest.ManifestReading.ObjectReading.Accepted;
import dev.tidegate.controller.source.manifest.ManifestReading.Parsed;
import dev.tidegate.gateway.table.ResourceRef;
import dev.tidegate.policy.rule.LabelSelector;
import dev.tidegate.policy.rule.LabelSelector.Operator;
import dev.tidegate.policy.rule.LabelSelector.Requirement;
import dev.tidegate.policy.rule.NetworkPolicy;
import dev.tidegate.policy.rule.PeerClause;
import dev.tidegate.policy.rule.PolicyRef;
import dev.tidegate.policy.rule.PortClause;
import dev.tidegate.policy.rule.Rule;
import dev.tidegate.policy.traffic.Direction;
import dev.tidegate.policy.traffic.Protocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What is written is what will be read.
class PolicyManifestTest {

    private static final LabelSelector SOME = new LabelSelector(
            new TreeMap<>(Map.of("app", "web", "version", "1.0", "on", "true", "a.b/c", "")),
            List.of(
                    new Requirement("tier", Operator.IN, new TreeSet<>(List.of("null", "7", "x-1"))),
                    new Requirement("legacy", Operator.NOT_IN, new TreeSet<>(List.of("yes"))),
                    new Requirement("y", Operator.EXISTS, new TreeSet<>()),
                    new Requirement("off", Operator.DOES_NOT_EXIST, new TreeSet<>())));

    @Test
    void whatever_a_policy_can_say_comes_back() {
        NetworkPolicy policy = new NetworkPolicy(
                PolicyRef.networkPolicy("shop", "all-of-it"),
                SOME,
                Set.of(Direction.INGRESS, Direction.EGRESS),
                List.of(
                        new Rule(
                                List.of(
                                        new PeerClause.Pods(Optional.of(SOME), Optional.of(LabelSelector.EVERYTHING)),
                                        new PeerClause.Pods(Optional.empty(), Optional.of(SOME)),
                                        new PeerClause.Pods(Optional.of(LabelSelector.EVERYTHING), Optional.empty())),
                                List.of()),
                        new Rule(List.of(), List.of())),
                List.of(new Rule(
                        List.of(
                                new PeerClause.Block(range("10.0.0.0/8"), List.of(range("10.1.0.0/16"))),
                                new PeerClause.Block(range("2001:db8::/32"), List.of())),
                        List.of(
                                new PortClause.AllOf(Protocol.UDP),
                                new PortClause.Numbers(Protocol.TCP, 80, 80),
                                new PortClause.Numbers(Protocol.SCTP, 80, 90),
                                new PortClause.Named(Optional.of(Protocol.TCP), "http")))));

        assertThat(read(YamlText.of(PolicyManifest.of(policy)))).isEqualTo(policy);
    }

    @Test
    void a_policy_without_rules_comes_back() {
        NetworkPolicy policy = new NetworkPolicy(
                PolicyRef.networkPolicy("0", "1"),
                LabelSelector.EVERYTHING,
                Set.of(Direction.INGRESS),
                List.of(),
                List.of());

        assertThat(read(YamlText.of(PolicyManifest.of(policy)))).isEqualTo(policy);
    }

    @Test
    void a_clause_of_the_cluster_has_no_place_in_it() {
        NetworkPolicy policy = new NetworkPolicy(
                PolicyRef.networkPolicy("shop", "p"),
                LabelSelector.EVERYTHING,
                Set.of(Direction.INGRESS),
                List.of(new Rule(List.of(new PeerClause.Nodes(LabelSelector.EVERYTHING)), List.of())),
                List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolicyManifest.of(policy))
                .withMessageContaining("Nodes");
    }

    private static NetworkPolicy read(String yaml) {
        assertThat(ManifestReader.read("a.yaml", yaml.getBytes(UTF_8)))
                .as(yaml)
                .isInstanceOfSatisfying(
                        Parsed.class,
                        parsed -> assertThat(parsed.objects())
                                .singleElement()
                                .isInstanceOfSatisfying(
                                        Accepted.class,
                                        accepted ->
                                                assertThat(accepted.warnings()).isEmpty()));
        Parsed parsed = (Parsed) ManifestReader.read("a.yaml", yaml.getBytes(UTF_8));
        Accepted accepted = (Accepted) parsed.objects().getFirst();
        Faults faults = new Faults(ResourceRef.of("NetworkPolicy", "", ""));
        NetworkPolicy policy = NetworkPolicyReader.read(
                (io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy)
                        accepted.manifest().object(),
                faults);
        assertThat(faults.found()).isEmpty();
        return policy;
    }

    private static Cidr range(String text) {
        return Cidr.parse(text).orElseThrow();
    }
}
