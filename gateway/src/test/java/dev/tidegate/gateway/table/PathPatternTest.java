package dev.tidegate.gateway.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        /foo;                 /foo;                    true
        /foo;                 /FOO/Bar;                true
        /foo;                 /foobar;                 true
        /foo;                 /;                       false
        /foo;                 /a/foo;                  false
        /foo$;                /foobar;                 false
        /id/[0-9]+;           /id/123a;                true
        /id/[0-9]+$;          /id/123a;                false
        /something(/|$)(.*);  /something;              true
        /something(/|$)(.*);  /somethingelse;          false
        /a|/b;                /b;                      true
        /a|/b;                /x/b;                    false
        /(?i)x;               /X;                      true
        /a.c;                 /abc;                    true
        /a\\.c;               /abc;                    false
        /v\\d{1,3}/;          /v12/x;                  true
        /a?b;                 /b;                      true
        /[^/]+/x$;            /y/X;                    true
        /(?<name>x)/;         /x/;                     true
        /ä;                   /%C3%A4/x;               true
        /ä+$;                 /%C3%A4%C3%A4;           true
        /a b;                 /a%20b;                  true
        """)
    void takes_a_path_without_case_and_from_its_start(String text, String path, boolean takes) {
        assertThat(PathPattern.of(text).matches(path)).isEqualTo(takes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        /something(/|$)(.*);   /something/New%20x;    /,New%20x
        /something(/|$)(.*);   /something;            ','
        /(a)?(b)?/(.*);        /b/c;                  ',b,c'
        /(?:x)(y);             /XY;                   Y
        /(1)(2)(3)(4)(5)(6)(7)(8)(9)(0); /1234567890; 1,2,3,4,5,6,7,8,9
        """)
    void captures_what_its_groups_took(String text, String path, String groups) {
        assertThat(PathPattern.of(text).captures(path)).isEqualTo(new Captures(List.of(groups.split(",", -1))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        foo;               foo (expected: a leading /)
        /foo(?=bar);       looks ahead at character 5, (?=
        /foo(?!bar);       looks ahead at character 5, (?!
        /a(?<=b);          looks behind at character 3, (?<=b
        /(a)\\1;           refers back to a group at character 5, \\1
        /a(?>b);           has an atomic group at character 3, (?>
        /a++;              has a possessive quantifier at character 3, ++
        /a(b;              missing closing )
        /a[b;              missing closing ]
        /a);               has a ) that closes nothing
        /**;               invalid nested repetition operator
        /((a{99}){99}){99};is too large an expression
        /[ä];              has ä in a class
        """)
    void refuses_what_cannot_be_matched_in_linear_time_and_says_why(String text, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PathPattern.of(text))
                .withMessageContaining(why)
                .withMessageContaining("(expected: ");
    }

    /// Each would take a backtracking engine until the end of time.
    @ParameterizedTest
    @ValueSource(strings = {"/(a+)+$", "/(a|a)*b", "/(.*)*x", "/([a-z]+)*[0-9]$", "/(a?){50}a{50}"})
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_long_path_is_answered_whatever_the_expression(String text) {
        String path = "/" + "a".repeat(50_000) + "!";

        assertThat(PathPattern.of(text).matches(path)).isEqualTo(text.endsWith("{50}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        /foo/bar;          8;  8
        /foo(/|$)(.*);     4;  13
        /foo*;             3;  5
        /fo{2,3};          2;  5
        /foo/?x;           4;  7
        /a|/b;             0;  5
        /a(b|c);           2;  7
        /[a-z]{10};        1;  11
        /((ab){10}c){5};   1;  216
        /\\p{Greek}x;      1;  3
        /[]|]x;            1;  3
        /[[:alpha:]|]x;    1;  3
        /\\Qa|b\\E;        1;  9
        """)
    void its_shape_is_seen_before_it_is_compiled(String text, int literal, long size) {
        assertThat(PatternShape.of(text)).isEqualTo(new PatternShape(literal, size));
    }

    @Test
    void the_deepest_that_is_compiled_overflows_no_stack() {
        assertThat(PathPattern.of("/" + "(".repeat(990) + "a" + ")".repeat(990)).matches("/a"))
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PathPattern.of("/" + "(".repeat(50_000) + "a" + ")".repeat(50_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> PathPattern.of("/" + "a".repeat(2_000)));
    }

    @Test
    void is_a_value_that_is_equal_by_its_text_and_prints_as_it() {
        assertThat(PathPattern.of("/a(.*)"))
                .isEqualTo(PathPattern.of("/a(.*)"))
                .hasSameHashCodeAs(PathPattern.of("/a(.*)"))
                .hasToString("/a(.*)")
                .isNotEqualTo(PathPattern.of("/a.*"));
    }
}
