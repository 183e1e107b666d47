package dev.tidegate.policy.verdict;

import static dev.tidegate.policy.verdict.Sketch.block;
import static dev.tidegate.policy.verdict.Sketch.ingress;
import static dev.tidegate.policy.verdict.Sketch.namespaces;
import static dev.tidegate.policy.verdict.Sketch.outside;
import static dev.tidegate.policy.verdict.Sketch.pod;
import static dev.tidegate.policy.verdict.Sketch.pods;
import static dev.tidegate.policy.verdict.Sketch.policies;
import static dev.tidegate.policy.verdict.Sketch.rule;
import static dev.tidegate.policy.verdict.Sketch.tcp;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.policy.rule.PortClause;
import dev.tidegate.policy.rule.Rule;
import dev.tidegate.policy.traffic.Connection;
import dev.tidegate.policy.traffic.Party;
import dev.tidegate.policy.traffic.Pod;
import dev.tidegate.policy.traffic.Protocol;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the forms of one ingress policy mean that are easily mistaken for each other.
class TruthTableTest {

    private static final Pod TARGET = pod("x/a", "pod=a", "10.0.0.1", "fd00::1");

    private static final Map<String, Party> CLIENTS = Map.of(
            "neighbour", pod("x/b", "pod=b", "10.0.0.2"),
            "stranger", pod("y/a", "pod=a", "10.0.1.1"),
            "v4", outside("203.0.113.9"),
            "v6", outside("2001:db8::9"));

    private static final Map<String, List<Rule>> FORMS = Map.of(
            "no rules", List.of(),
            "an empty rule", List.of(new Rule(List.of(), List.of())),
            "port 80", List.of(rule(List.of(), tcp(80))),
            "all of UDP", List.of(rule(List.of(), new PortClause.AllOf(Protocol.UDP))),
            "podSelector {}", List.of(rule(List.of(pods("")))),
            "namespaceSelector {}", List.of(rule(List.of(namespaces("")))),
            "0.0.0.0/0", List.of(rule(List.of(block("0.0.0.0/0")))));

    @ParameterizedTest(name = "{0}: {1} on {2} {3}")
    @CsvSource({
        "no rules,             neighbour, TCP, 80, denied",
        "no rules,             v4,        TCP, 80, denied",
        "an empty rule,        neighbour, TCP, 80, allowed",
        "an empty rule,        stranger,  UDP, 53, allowed",
        "an empty rule,        v6,        TCP, 81, allowed",
        "port 80,              v4,        TCP, 80, allowed",
        "port 80,              stranger,  TCP, 80, allowed",
        "port 80,              stranger,  TCP, 81, denied",
        "port 80,              stranger,  UDP, 80, denied",
        "all of UDP,           v4,        UDP, 53, allowed",
        "all of UDP,           v4,        TCP, 53, denied",
        "podSelector {},       neighbour, TCP, 80, allowed",
        "podSelector {},       stranger,  TCP, 80, denied",
        "podSelector {},       v4,        TCP, 80, denied",
        "namespaceSelector {}, neighbour, TCP, 80, allowed",
        "namespaceSelector {}, stranger,  TCP, 80, allowed",
        "namespaceSelector {}, v4,        TCP, 80, denied",
        "0.0.0.0/0,            v4,        TCP, 80, allowed",
        "0.0.0.0/0,            stranger,  TCP, 80, allowed",
        "0.0.0.0/0,            v6,        TCP, 80, denied"
    })
    void a_form_means(String form, String client, Protocol protocol, int port, String outcome) {
        Policies policies =
                policies(ingress("x/policy", "", requireNonNull(FORMS.get(form)).toArray(new Rule[0])));

        Verdict verdict = policies.verdict(new Connection(requireNonNull(CLIENTS.get(client)), TARGET, port, protocol));

        assertThat(verdict.outcome().word()).isEqualTo(outcome);
    }
}
