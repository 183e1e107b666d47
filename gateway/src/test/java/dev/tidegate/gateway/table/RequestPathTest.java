package dev.tidegate.gateway.table;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '"',
            value = {
                "/                > /",
                "/a               > /a",
                "/a/              > /a/",
                "/a/b.c/~d_-      > /a/b.c/~d_-",
                "//               > /",
                "//a///b//        > /a/b/",
                "/.               > /",
                "/./              > /",
                "/a/.             > /a/",
                "/a/./b           > /a/b",
                "/a/..            > /",
                "/a/../           > /",
                "/a/../b          > /b",
                "/a/b/../../c     > /c",
                "/a/b/..          > /a/",
                "/a//../b         > /b",
                "/.a              > /.a",
                "/...             > /...",
                "/a/..b           > /a/..b",
                "/%61             > /a",
                "/%7e%2D%5F       > /~-_",
                "/%2e/a           > /a",
                "/a/%2e%2E/b      > /b",
                "/a%2fb           > /a%2Fb",
                "/a%2F..%2Fb      > /a%2F..%2Fb",
                "/%e4%BD          > /%E4%BD",
                "/%41%42          > /AB",
                "/%25             > /%25",
                "/%252e           > /%252e",
                "/a%5cb           > /a%5Cb",
                "/a\\b            > /a%5Cb",
                "/%20             > /%20",
                "/a;b=c/d         > /a;b=c/d",
                "/a:@!$&'()*+,;=  > /a:@!$&'()*+,;=",
                "/[x]{y}^|        > /[x]{y}^|"
            })
    void brings_a_path_to_its_one_form(String raw, String path) {
        assertThat(RequestPath.normalize(raw)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "*",
                "http://a.example/",
                "/a b",
                "/a\tb",
                "/a\0",
                "/a\u007f",
                "/a#b",
                "/%",
                "/%4",
                "/%zz",
                "/%4g",
                "/%g4",
                "/%00",
                "/..",
                "/../a",
                "/a/../..",
                "/a/../../b",
                "/%2e%2e",
                "/\u0100",
                "/%\uff11\uff11"
            })
    void refuses_what_no_request_should_say(String raw) {
        assertThat(RequestPath.normalize(raw)).isNull();
    }

    @Test
    void encodes_bytes_above_ascii_one_by_one() {
        assertThat(RequestPath.normalize("/\u00e4")).isEqualTo("/%E4");
    }

    @Test
    void returns_its_argument_when_there_is_nothing_to_do() {
        String path = "/shop/cart.html";

        assertThat(RequestPath.normalize(path)).isSameAs(path);
    }

    @ParameterizedTest
    @CsvSource({"/ä, /%C3%A4", "/日本, /%E6%97%A5%E6%9C%AC", "/a/./b, /a/b", "/%7Euser, /~user"})
    void writes_a_rule_as_requests_are_written(String rule, String path) {
        assertThat(RequestPath.ofRule(rule)).isEqualTo(path);
    }

    @Property
    void is_idempotent(@ForAll("paths") String raw) {
        String once = RequestPath.normalize(raw);

        if (once != null) {
            assertThat(RequestPath.normalize(once)).isEqualTo(once);
        }
    }

    @Property
    void never_yields_empty_or_dot_segments_or_a_hidden_letter(@ForAll("paths") String raw) {
        String path = RequestPath.normalize(raw);

        if (path != null) {
            assertThat(path).startsWith("/").doesNotContain("//");
            assertThat(path + "/").doesNotContain("/./", "/../");
            assertThat(path).doesNotContainPattern("%(2[dDeE]|3[0-9]|[46][1-9a-fA-F]|[57][0-9aA]|5[fF]|7[eE])");
        }
    }

    @Property
    void two_spellings_of_one_path_are_one(@ForAll("wellFormedPaths") String raw) {
        String path = RequestPath.normalize(raw);

        if (path != null) {
            assertThat(RequestPath.normalize(raw.replace("/", "//"))).isEqualTo(path);
            assertThat(RequestPath.normalize(raw.replace("a", "%61"))).isEqualTo(path);
        }
    }

    @Provide
    Arbitrary<String> wellFormedPaths() {
        return joined("/", "/", ".", "..", "a", "b", "%2e", "%2E", "%2f", "%61", "%25", "%C3", "\\", "ä", "~");
    }

    @Provide
    Arbitrary<String> paths() {
        return joined(
                "/", "/", ".", "..", "a", "b", "%", "2", "%2e", "%2E", "%2f", "%61", "%25", "%C3", "\\", "ä", "#");
    }

    private static Arbitrary<String> joined(String... parts) {
        return Arbitraries.of(parts).list().ofMaxSize(10).map(it -> "/" + String.join("", it));
    }
}
