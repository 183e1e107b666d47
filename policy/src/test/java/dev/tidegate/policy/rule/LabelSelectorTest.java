package dev.tidegate.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tidegate.policy.rule.LabelSelector.Operator;
import dev.tidegate.policy.rule.LabelSelector.Requirement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelSelectorTest {

    @ParameterizedTest(name = "{0} {1} of app={2}: {3}")
    @CsvSource({
        "IN,             a b, a,  true",
        "IN,             a b, c,  false",
        "IN,             a b, '', false",
        "NOT_IN,         a b, a,  false",
        "NOT_IN,         a b, c,  true",
        "NOT_IN,         a b, '', true",
        "EXISTS,         '',  a,  true",
        "EXISTS,         '',  '', false",
        "DOES_NOT_EXIST, '',  a,  false",
        "DOES_NOT_EXIST, '',  '', true"
    })
    void an_expression_matches(Operator operator, String values, String label, boolean matches) {
        LabelSelector selector = new LabelSelector(
                new TreeMap<>(),
                List.of(new Requirement(
                        "app", operator, new TreeSet<>(values.isEmpty() ? List.of() : List.of(values.split(" "))))));

        assertThat(selector.matches(label.isEmpty() ? Map.of("other", "a") : Map.of("app", label)))
                .isEqualTo(matches);
    }

    @Test
    void all_that_is_asked_for_must_hold() {
        LabelSelector both = new LabelSelector(
                new TreeMap<>(Map.of("app", "a")), List.of(new Requirement("tier", Operator.EXISTS, new TreeSet<>())));

        assertThat(both.matches(Map.of("app", "a", "tier", ""))).isTrue();
        assertThat(both.matches(Map.of("app", "a"))).isFalse();
        assertThat(both.matches(Map.of("tier", "x"))).isFalse();
        assertThat(LabelSelector.EVERYTHING.matches(Map.of())).isTrue();
    }

    @Test
    void is_written_as_kubectl_takes_it() {
        LabelSelector selector = new LabelSelector(
                new TreeMap<>(Map.of("b", "2", "a", "1")),
                List.of(
                        new Requirement("c", Operator.IN, new TreeSet<>(List.of("y", "x"))),
                        new Requirement("d", Operator.NOT_IN, new TreeSet<>(List.of("z"))),
                        new Requirement("e", Operator.EXISTS, new TreeSet<>()),
                        new Requirement("f", Operator.DOES_NOT_EXIST, new TreeSet<>())));

        assertThat(selector.text()).isEqualTo("a=1,b=2,c in (x, y),d notin (z),e,!f");
        assertThat(LabelSelector.EVERYTHING.text()).isEqualTo("everything");
    }

    @Test
    void two_may_be_asked_for_at_once_if_they_can_hold_at_once() {
        LabelSelector app = LabelSelector.of(Map.of("app", "a"));

        assertThat(app.and(LabelSelector.of(Map.of("tier", "x"))).text()).isEqualTo("app=a,tier=x");
        assertThat(app.and(app)).isEqualTo(app);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app.and(LabelSelector.of(Map.of("app", "b"))))
                .withMessageContaining("app=a and app=b");
    }
}
