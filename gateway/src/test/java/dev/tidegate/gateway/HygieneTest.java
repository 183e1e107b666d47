package dev.tidegate.gateway;

import static dev.tidegate.gateway.Tables.everythingTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that could be read in two ways, or that never end, get no further than the gateway.
class HygieneTest {

    private static TestOrigin origin;
    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        origin = TestOrigin.echo();
        gateway = TestGateway.serving(
                everythingTo(origin.endpoint()),
                TestGateway.options(TestGateway.within(Duration.ofMillis(400)), false, 1));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        origin.close();
    }

    /// `|` stands for CR LF.
    private static String ask(String request) {
        return RawClient.ask(gateway.port(), request.replace("|", "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST / HTTP/1.1|Host: a|Content-Length: 3|Transfer-Encoding: chunked||0||",
                "POST / HTTP/1.1|Host: a|Transfer-Encoding: chunked, identity||0||",
                "POST / HTTP/1.1|Host: a|Transfer-Encoding: xchunked||0||",
                "POST / HTTP/1.1|Host: a|Content-Length: 3|Content-Length: 4||abc",
                "POST / HTTP/1.1|Host: a|Content-Length: +3||abc",
                "POST / HTTP/1.1|Host: a|Content-Length: 3,3||abc",
                "POST / HTTP/1.1|Host: a|Content-Length: -1||",
                "GET / HTTP/1.1|Host: a|Host: b||",
                "GET / HTTP/1.1||",
                "GET / HTTP/1.1|Host: a b||",
                "GET / HTTP/1.1|Host: a/b||",
                "GET / HTTP/1.1|Host: a@b||",
                "GET / HTTP/1.1|Host: a|X-Folded: one| two||",
                "GET / HTTP/1.1|Host: a|Bad Name: x||",
                "GET / HTTP/1.1|Host: a|: x||",
                "GET / HTTP/1.1|Host : a||",
                "GET / HTTP/1.1|Host: a|X-Nul: a\0b||",
                "GET http:///x HTTP/1.1|Host: a||",
                "GET x HTTP/1.1|Host: a||",
                "GET * HTTP/1.1|Host: a||",
                "GET /%zz HTTP/1.1|Host: a||",
                "GET /%00 HTTP/1.1|Host: a||",
                "GET /../x HTTP/1.1|Host: a||",
                "GET /a#b HTTP/1.1|Host: a||",
                "GET /?q=\u0001 HTTP/1.1|Host: a||"
            })
    void what_is_ambiguous_or_malformed_is_a_bad_request(String request) {
        int before = origin.requests();
        assertThat(ask(request))
                .containsPattern("^HTTP/1.[01] 400 Bad Request\r\n")
                .contains("Tidegate-Reason: bad-request");
        assertThat(origin.requests()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "GET http://a.example:81/x?y HTTP/1.1|Host: other, host: a.example:81",
        "GET http://a.example HTTP/1.1|Host: other, host: a.example",
        "GET / HTTP/1.1|Host: [::1]:80, host: [::1]:80",
        "GET / HTTP/1.1|Host: A.Example., host: A.Example."
    })
    void the_name_in_the_target_outranks_the_host_field(String request, String expected) {
        assertThat(ask(request + "|Connection: close||"))
                .startsWith("HTTP/1.1 200")
                .contains("\n" + expected + "\n");
    }

    @Test
    void a_broken_chunk_ends_the_connection_and_the_upstream_request() {
        assertThat(ask("POST / HTTP/1.1|Host: a|Transfer-Encoding: chunked||3|abc|zz|"))
                .doesNotContain("200 OK");
    }

    @Test
    void a_line_that_is_too_long_is_told_from_fields_that_are_too_large() {
        assertThat(ask("GET /" + "a".repeat(9_000) + " HTTP/1.1|Host: a||"))
                .containsPattern("^HTTP/1.[01] 414")
                .contains("Tidegate-Reason: uri-too-long");
        assertThat(ask("GET / HTTP/1.1|Host: a|X-Long: " + "a".repeat(40_000) + "||"))
                .containsPattern("^HTTP/1.[01] 431")
                .contains("Tidegate-Reason: headers-too-large");
    }

    @Test
    void connect_is_not_for_a_reverse_proxy() {
        assertThat(ask("CONNECT a:80 HTTP/1.1|Host: a:80||")).doesNotContain("200");
    }

    @Test
    void a_head_that_drips_is_given_up() {
        try (RawClient client = new RawClient(gateway.port())) {
            client.send("GET / HTTP/1.1\r\nHo");
            assertThat(client.readAll()).doesNotContain("200");
        }
    }

    @Test
    void a_connection_that_says_nothing_is_given_up() {
        try (RawClient client = new RawClient(gateway.port())) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            client.readUntil("\r\n\r\n");
            client.readAll(); // returns because the gateway closes the idle connection
        }
    }

    @Test
    void a_body_that_stops_coming_is_given_up() {
        assertThat(ask("POST / HTTP/1.1|Host: a|Content-Length: 10||abc"))
                .startsWith("HTTP/1.1 408")
                .contains("Tidegate-Reason: request-timeout");
    }
}
