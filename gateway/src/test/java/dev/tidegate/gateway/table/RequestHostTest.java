package dev.tidegate.gateway.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestHostTest {

    @ParameterizedTest
    @CsvSource({
        "a.example,         a.example",
        "A.Example,         a.example",
        "a.example:80,      a.example",
        "a.example.,        a.example",
        "A.example.:8443,   a.example",
        "a.example..,       a.example.",
        "a.example:,        a.example",
        "localhost,         localhost",
        "10.0.0.1:80,       10.0.0.1",
        "[::1],             [::1]",
        "[::1]:80,          [::1]",
        "[FD00::1]:80,      [fd00::1]",
        "[::1,              [::1",
        ".,                 .",
        ":80,               ''",
        "'',                ''"
    })
    void is_compared_in_lower_case_without_port_and_trailing_dot(String authority, String host) {
        assertThat(RequestHost.normalize(authority)).isEqualTo(host);
    }

    @Test
    void returns_its_argument_when_there_is_nothing_to_do() {
        String host = "a.example";

        assertThat(RequestHost.normalize(host)).isSameAs(host);
    }
}
