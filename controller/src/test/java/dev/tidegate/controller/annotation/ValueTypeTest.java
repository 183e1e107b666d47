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
}
