package dev.tidegate.gateway.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathMatchTest {

    @ParameterizedTest
    @CsvSource({
        "Prefix, /,         /,            true",
        "Prefix, /,         /any/thing,   true",
        "Exact,  /foo,      /foo,         true",
        "Exact,  /foo,      /bar,         false",
        "Exact,  /foo,      /foo/,        false",
        "Exact,  /foo/,     /foo,         false",
        "Exact,  /foo,      /FOO,         false",
        "Prefix, /foo,      /foo,         true",
        "Prefix, /foo,      /foo/,        true",
        "Prefix, /foo,      /foobar,      false",
        "Prefix, /foo,      /FOO,         false",
        "Prefix, /foo,      /,            false",
        "Prefix, /foo/,     /foo,         true",
        "Prefix, /foo/,     /foo/,        true",
        "Prefix, /aaa/bb,   /aaa/bbb,     false",
        "Prefix, /aaa/bbb,  /aaa/bbb,     true",
        "Prefix, /aaa/bbb/, /aaa/bbb,     true",
        "Prefix, /aaa/bbb,  /aaa/bbb/,    true",
        "Prefix, /aaa/bbb,  /aaa/bbb/ccc, true",
        "Prefix, /aaa/bbb,  /aaa/bbbxyz,  false",
        "Prefix, /aaa/bbb,  /aaa,         false"
    })
    void takes_a_path_as_the_specification_says(String type, String rule, String path, boolean matches) {
        assertThat(match(type, rule).matches(path)).isEqualTo(matches);
    }

    @Test
    void exact_comes_before_prefix_and_a_longer_prefix_before_a_shorter() {
        List<PathMatch> sorted = Stream.of(
                        match("Prefix", "/"),
                        match("Prefix", "/foo"),
                        match("Exact", "/"),
                        match("Prefix", "/foo/"),
                        match("Prefix", "/bar"),
                        match("Exact", "/foo"))
                .sorted()
                .toList();

        assertThat(sorted)
                .containsExactly(
                        match("Exact", "/foo"),
                        match("Exact", "/"),
                        match("Prefix", "/foo/"),
                        match("Prefix", "/bar"),
                        match("Prefix", "/foo"),
                        match("Prefix", "/"));
    }

    @Test
    void an_expression_comes_by_its_length_and_backwards_by_text_and_a_prefix_of_its_length_before_it() {
        List<PathMatch> sorted = Stream.of(
                        match("Regex", "/fo.*"),
                        match("Regex", "/fo[o]"),
                        match("Prefix", "/foobar"),
                        match("Regex", "/foo.*"),
                        match("Prefix", "/foo.*"),
                        match("Regex", "/zoo.*"),
                        match("Exact", "/"))
                .sorted()
                .toList();

        assertThat(sorted)
                .containsExactly(
                        match("Exact", "/"),
                        match("Prefix", "/foobar"),
                        match("Prefix", "/foo.*"),
                        match("Regex", "/zoo.*"),
                        match("Regex", "/foo.*"),
                        match("Regex", "/fo[o]"),
                        match("Regex", "/fo.*"));
    }

    @Test
    void a_rule_begins_with_a_slash() {
        assertThatIllegalArgumentException().isThrownBy(() -> match("Exact", "foo"));
        assertThatIllegalArgumentException().isThrownBy(() -> match("Prefix", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> match("Regex", "foo"));
    }

    private static PathMatch match(String type, String path) {
        return switch (type) {
            case "Exact" -> new PathMatch.Exact(path);
            case "Prefix" -> new PathMatch.Prefix(path);
            default -> PathMatch.Regex.of(path);
        };
    }
}
