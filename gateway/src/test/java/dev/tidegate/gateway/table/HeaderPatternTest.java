package dev.tidegate.gateway.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderPatternTest {

    @ParameterizedTest
    @CsvSource({
        "abc,        xabcx,   true",
        "abc,        xABCx,   false",
        "(?i)abc,    xABCx,   true",
        "^abc$,      xabcx,   false",
        "^abc$,      abc,     true",
        "v[12]|beta, v2,      true",
        "'',         anything, true"
    })
    void a_pattern_is_searched_for_and_case_counts(String pattern, String value, boolean found) {
        assertThat(HeaderPattern.of(pattern).orElseThrow().isIn(value)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[a-",
                "*",
                "a(?=b)",
                "(?<!a)b",
                "(a)\\1",
                "a{1001}",
                "(((a{100}){100}){100})",
                "((a{2,999}){2,999})",
                "a{900}",
                "a\nb",
                "a\u202eb"
            })
    void what_is_no_expression_or_too_large_a_one_is_refused(String pattern) {
        assertThat(HeaderPattern.of(pattern)).isEmpty();
    }

    @Test
    void a_pattern_is_no_longer_than_it_need_be() {
        assertThat(HeaderPattern.of("a".repeat(256))).isPresent();
        assertThat(HeaderPattern.of("a".repeat(257))).isEmpty();
    }

    /// A backtracking engine would take longer than the world is old.
    @Test
    void no_pattern_and_value_hold_a_request_up() {
        HeaderPattern pattern = HeaderPattern.of("^(a+)+(a|aa)*(.*a){20}$").orElseThrow();
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(pattern.isIn("a".repeat(4000) + "b")).isFalse());
    }

    @Test
    void nothing_is_found_in_a_value_that_is_too_long() {
        HeaderPattern any = HeaderPattern.of("a").orElseThrow();
        assertThat(any.isIn("a".repeat(4096))).isTrue();
        assertThat(any.isIn("a".repeat(4097))).isFalse();
    }

    @Property
    void whatever_a_tenant_writes_throws_nothing(
            @ForAll
                    @StringLength(max = 60)
                    @Chars({
                        'a', '(', ')', '[', ']', '{', '}', '1', '9', ',', '*', '+', '?', '|', '^', '$', '\\', '-', 'p',
                        'Q', ':', '<', '='
                    })
                    String pattern,
            @ForAll String value) {
        HeaderPattern.of(pattern).ifPresent(it -> it.isIn(value));
    }
}
