package dev.tidegate.controller.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.gateway.table.CanaryRules;
import dev.tidegate.gateway.table.CanaryRules.HeaderRule;
import dev.tidegate.gateway.table.RoutePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanaryFamilyTest {

    private static String text(Reading reading) {
        return reading.policies()
                .canary()
                .map(rule -> text(rule.rules()) + (rule.sharesSessions() ? "" : ", legacy"))
                .orElse("no canary");
    }

    private static String text(CanaryRules rules) {
        String header = rules.header()
                .map(rule -> switch (rule) {
                    case HeaderRule.AlwaysOrNever it -> it.name() + ", ";
                    case HeaderRule.Equal it -> it.name() + "=" + it.value() + ", ";
                    case HeaderRule.Matching it -> it.name() + "~" + it.pattern() + ", ";
                    case HeaderRule.Unreadable it -> it.name() + "?, ";
                })
                .orElse("");
        return header + rules.cookie().map(it -> it + ", ").orElse("") + rules.weight() + "/" + rules.total();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | no canary",
                "canary: false | no canary",
                "canary: true | 0/100",
                "canary: 1; canary-weight: 20 | 20/100",
                "canary: true; canary-weight: 20; canary-weight-total: 1000 | 20/1000",
                "canary: true; canary-weight: 200 | 200/100",
                "canary: true; canary-by-header: X-Canary | X-Canary, 0/100",
                "canary: true; canary-by-header: X-Canary; canary-by-header-value: beta | X-Canary=beta, 0/100",
                "canary: true; canary-by-header: X-Canary; canary-by-header-pattern: ^b | X-Canary~^b, 0/100",
                "canary: true; canary-by-cookie: beta; canary-weight: 5 | beta, 5/100",
                "canary: true; affinity-canary-behavior: sticky | 0/100",
                "canary: true; affinity-canary-behavior: legacy | 0/100, legacy"
            })
    void what_is_asked_for(String annotations, String rules) {
        Reading reading = Reading.of(annotations);
        assertThat(text(reading)).isEqualTo(rules);
        assertThat(reading.said()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "canary: yes | no canary | yes (expected: true or false)",
                "canary-weight: 20 | no canary | canary-weight has no effect (expected: canary: \"true\" beside it)",
                "canary: true; canary-weight: 5% | 0/100 | 5% (expected: a whole number, at least 0)",
                "canary: true; canary-weight: -1 | 0/100 | -1 (expected: a whole number, at least 0)",
                "canary: true; canary-weight-total: 50 | 0/100 | 50 (expected: more than 100, which counts instead)",
                "canary: true; canary-by-header: X Canary | 0/100 | X Canary (expected: the name of a header)",
                "canary: true; canary-by-header-value: beta | 0/100"
                        + " | canary-by-header-value has no effect (expected: canary-by-header beside it)",
                "canary: true; canary-by-header: X; canary-by-header-value: a; canary-by-header-pattern: b | X=a, 0/100"
                        + " | canary-by-header-pattern has no effect (expected: no canary-by-header-value beside it)",
                "canary: true; canary-by-header: X; canary-by-header-pattern: (?=b) | X?, 0/100 | (?=b) (expected: a"
                    + " regular expression of at most 256 ASCII characters in RE2's syntax, which has no look-around"
                    + " and no back-references, and repeats little)",
                "canary: true; canary-by-cookie: a b | 0/100"
                        + " | a b (expected: at most 128 letters, digits and - . _ ~ / :)",
                "canary: true; affinity-canary-behavior: none | 0/100 | none (expected: sticky or legacy)"
            })
    void what_cannot_be_read_or_has_no_effect_is_told(String annotations, String rules, String said) {
        Reading reading = Reading.of(annotations);
        assertThat(text(reading)).isEqualTo(rules);
        assertThat(reading.said()).containsExactly(said);
    }

    @Test
    void on_a_canary_only_what_says_how_its_endpoints_are_picked_counts() {
        Reading reading = Reading.of("canary: true; load-balance: ewma; backend-protocol: GRPC; proxy-body-size: 8m;"
                + " whitelist-source-range: 10.0.0.0/8; auth-url: http://auth.example/; nobody-knows: it");
        IngressPolicies policies = reading.policies();
        assertThat(policies.balancing()).isPresent();
        assertThat(policies.protocol()).isPresent();
        assertThat(policies.policies()).noneMatch(RoutePolicy.BodyLimit.class::isInstance);
        assertThat(policies.closedBy()).isEmpty();
        String why = " says nothing on a canary (expected: it on the primary, whose annotations count)";
        assertThat(reading.said())
                .containsExactly(
                        "auth-url" + why,
                        "nobody-knows" + why,
                        "proxy-body-size" + why,
                        "whitelist-source-range" + why);
    }
}
