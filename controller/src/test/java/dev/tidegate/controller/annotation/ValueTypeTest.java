package dev.tidegate.controller.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTypeTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "t", "T", "true", "True", "TRUE"})
    void true_is_what_go_takes_for_it(String text) {
        assertThat(ValueType.BOOLEAN.parse(text)).contains(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "f", "F", "false", "False", "FALSE"})
    void false_is_what_go_takes_for_it(String text) {
        assertThat(ValueType.BOOLEAN.parse(text)).contains(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "on", "tRUE", "2", "true ", ""})
    void a_boolean_is_nothing_else(String text) {
        assertThat(ValueType.BOOLEAN.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "60, 60", "+5, 5", "007, 7", "999999999, 999999999"})
    void seconds_are_whole_and_positive(String text, long seconds) {
        assertThat(ValueType.SECONDS.parse(text)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "60s", "1m", "1.5", "", "1 0", "99999999999999999999"})
    void seconds_are_nothing_else(String text) {
        assertThat(ValueType.SECONDS.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5s, 5000", "500ms, 500", "1m, 60000", "1m30s, 90000", "2s250ms, 2250", "3600s, 3600000", "60m, 3600000"
    })
    void a_short_time_has_units(String text, long millis) {
        assertThat(ValueType.SHORT_TIME.parse(text)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "0s", "-5s", "1h", "61m", "1.5s", "5 s", "5S", "30s1m", "", "99999999s"})
    void a_short_time_is_nothing_else(String text) {
        assertThat(ValueType.SHORT_TIME.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1,           1",
        "1b,          1",
        "1k,          1024",
        "1K,          1024",
        "8m,          8388608",
        "1G,          1073741824",
        "0,           9223372036854775807",
        "0m,          9223372036854775807",
        "8589934591g, 9223372035781033984"
    })
    void a_body_size_has_a_unit_and_zero_is_no_limit(String text, long bytes) {
        assertThat(ValueType.BODY_SIZE.parse(text).orElseThrow().maxBytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8mb", "8 m", "-1", "1.5m", "m", "", "8589934592g", "9999999999999999999"})
    void a_body_size_is_nothing_else(String text) {
        assertThat(ValueType.BODY_SIZE.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://new.example",
                "http://[2001:db8::1]/",
                "https://a.example:8443/x?y=z&a=%20#part",
                "http://a/b,c"
            })
    void an_absolute_url_has_a_scheme_and_a_host(String text) {
        assertThat(ValueType.ABSOLUTE_URL.parse(text)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/path",
                "ftp://a.example",
                "https://",
                "https:///x",
                "https://a.example$request_uri",
                "https://a b",
                "https://a\"b",
                "https://a.example/\u00e9",
                "https://a\r\nX-Injected: 1",
                "javascript://a",
                "https://a<b>"
            })
    void an_absolute_url_is_nothing_else(String text) {
        assertThat(ValueType.ABSOLUTE_URL.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/new", "new", "https://new.example/", "?a=b", "mailto:me@a.example", "//other.example/"})
    void a_redirect_leads_to_a_url_or_a_path(String text) {
        assertThat(ValueType.REDIRECT_TARGET.parse(text)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a b", "/$1", "/a\nb", "/\u0007", "{x}", "/a|b"})
    void a_redirect_leads_nowhere_else(String text) {
        assertThat(ValueType.REDIRECT_TARGET.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/foo", "/foo/bar?x=1", "/a~b/c%20d"})
    void a_rooted_path_begins_with_one_slash(String text) {
        assertThat(ValueType.ROOTED_PATH.parse(text)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "foo", "//evil.example", "https://a.example/", "/a b", "/$host", "/a\r\nb"})
    void a_rooted_path_is_nothing_else(String text) {
        assertThat(ValueType.ROOTED_PATH.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"300, true", "301, true", "308, true", "299, false", "309, false", "30, false", "+301, false"})
    void a_permanent_redirect_has_a_status_of_its_kind(String text, boolean fits) {
        assertThat(ValueType.PERMANENT_CODE.parse(text).isPresent()).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"300, true", "307, true", "308, false"})
    void a_temporal_redirect_has_a_status_of_its_kind(String text, boolean fits) {
        assertThat(ValueType.TEMPORAL_CODE.parse(text).isPresent()).isEqualTo(fits);
    }
}
