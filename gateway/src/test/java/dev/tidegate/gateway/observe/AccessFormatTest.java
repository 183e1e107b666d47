package dev.tidegate.gateway.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.gateway.table.Reason;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessFormatTest {

    private static final long ENDED_MS =
            Instant.parse("2026-11-21T14:56:07.042Z").toEpochMilli();
    private static final RequestOwner OWNER = new RequestOwner("default", "web", "shop", "80", "shop.example", "/");

    private static AccessRecord answered(long endedAtMs, @Nullable String userAgent) {
        return new AccessRecord(
                endedAtMs,
                1_234_567_890,
                "10.1.2.3",
                "GET",
                "/a?b=c",
                "HTTP/1.1",
                "http",
                "shop.example",
                200,
                0,
                1024,
                null,
                userAgent,
                "4f3a",
                OWNER,
                "10.9.8.7:8080",
                "200",
                7_000_000,
                7,
                null);
    }

    private static AccessRecord refused() {
        return new AccessRecord(
                ENDED_MS,
                42_000,
                "10.1.2.3",
                "GET",
                "/",
                "HTTP/2.0",
                "https",
                "other.example",
                404,
                0,
                21,
                "https://shop.example/",
                null,
                "4f3a",
                RequestOwner.NOBODY,
                null,
                null,
                0,
                7,
                Reason.NO_HOST);
    }

    private static String line(AccessFormat format, AccessRecord record) {
        StringBuilder out = new StringBuilder();
        format.append(record, out);
        return out.toString();
    }

    private static String localTime() {
        return DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
                .withZone(ZoneId.systemDefault())
                .format(Instant.ofEpochMilli(ENDED_MS));
    }

    @Test
    void text_is_the_line_of_ingress_nginx_with_reason_and_generation() {
        assertThat(line(new TextAccessFormat(), answered(ENDED_MS, "curl/8")))
                .isEqualTo(
                        "10.1.2.3 - - [" + localTime() + "] \"GET /a?b=c HTTP/1.1\" 200 1024 \"-\" \"curl/8\" 0 1.234"
                                + " [default-shop-80] [] 10.9.8.7:8080 1024 0.007 200 4f3a - 7\n");
        assertThat(line(new TextAccessFormat(), refused()))
                .isEqualTo(
                        "10.1.2.3 - - [" + localTime() + "] \"GET / HTTP/2.0\" 404 21 \"https://shop.example/\" \"-\" 0"
                                + " 0.000 [] [] - - - - 4f3a " + Reason.NO_HOST.code() + " 7\n");
    }

    @Test
    void json_leaves_out_what_is_absent() {
        assertThat(line(new JsonAccessFormat(), answered(ENDED_MS, "curl/8"))).isEqualTo("""
            {"time":"2026-11-21T14:56:07.042Z","remote_addr":"10.1.2.3","method":"GET","uri":"/a?b=c",\
            "protocol":"HTTP/1.1","scheme":"http","host":"shop.example","status":200,"request_length":0,\
            "body_bytes_sent":1024,"request_time_us":1234567,"http_user_agent":"curl/8","req_id":"4f3a",\
            "namespace":"default","ingress_name":"web","service_name":"shop","service_port":"80",\
            "upstream_addr":"10.9.8.7:8080","upstream_status":"200","upstream_time_us":7000,"generation":7}
            """);
        assertThat(line(new JsonAccessFormat(), refused())).isEqualTo("""
            {"time":"2026-11-21T14:56:07.042Z","remote_addr":"10.1.2.3","method":"GET","uri":"/",\
            "protocol":"HTTP/2.0","scheme":"https","host":"other.example","status":404,"request_length":0,\
            "body_bytes_sent":21,"request_time_us":42,"http_referer":"https://shop.example/","req_id":"4f3a",\
            "reason":"%s","generation":7}
            """.formatted(Reason.NO_HOST.code()));
    }

    @Test
    void json_tells_the_time_of_each_record_to_the_millisecond() {
        AccessFormat format = new JsonAccessFormat();
        assertThat(line(format, answered(ENDED_MS, null))).contains("\"time\":\"2026-11-21T14:56:07.042Z\"");
        assertThat(line(format, answered(ENDED_MS + 900, null))).contains("\"time\":\"2026-11-21T14:56:07.942Z\"");
        assertThat(line(format, answered(ENDED_MS + 958, null))).contains("\"time\":\"2026-11-21T14:56:08.000Z\"");
    }

    @ParameterizedTest
    @CsvSource({
        "plain,      plain,            plain",
        "a\"b,       a\\x22b,          a\\\"b",
        "\\,         \\x5C,            \\\\",
        "a\tb,       a\\x09b,          a\\u0009b",
        "\u007f\u007f, \\x7F\\x7F,     \\u007f\\u007f",
        "über,       \\xFCber,         über"
    })
    void what_a_client_sent_is_escaped(String sent, String asText, String asJson) {
        assertThat(line(new TextAccessFormat(), answered(ENDED_MS, sent))).contains("\"" + asText + "\" 0 1.234");
        assertThat(line(new JsonAccessFormat(), answered(ENDED_MS, sent)))
                .contains("\"http_user_agent\":\"" + asJson + "\",");
    }

    @Property
    void one_request_is_one_line_whatever_a_client_sent(@ForAll String sent) {
        String text = line(new TextAccessFormat(), answered(ENDED_MS, sent));
        String json = line(new JsonAccessFormat(), answered(ENDED_MS, sent));

        assertThat(text).matches("[ -~]*\n");
        assertThat(text.chars().filter(c -> c == '"').count()).isEqualTo(6);
        assertThat(json.indexOf('\n')).isEqualTo(json.length() - 1);
        assertThat(json).matches("[^\\x00-\\x1f\\x7f\\ud800-\\udfff]*\n");
    }
}
