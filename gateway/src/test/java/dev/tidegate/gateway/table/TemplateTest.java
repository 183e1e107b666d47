package dev.tidegate.gateway.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    private static final Captures CAPTURES = new Captures(List.of("one", "", "$1", "..", "a?b#c", "50%", "%2", "é"));

    private static String request(Template.Variable variable) {
        return switch (variable) {
            case HOST -> "shop.example";
            case REQUEST_URI -> "/a?b=$1";
            default -> variable.text();
        };
    }

    @ParameterizedTest
    @CsvSource({
        "/plain,            /plain",
        "/$1,               /one",
        "/$1$2/x,           /one/x",
        "/$10,              /one0",
        "/$9,               /",
        "/$3,               /$1",
        "/$host/x,          /shop.example/x",
        "/$host-$1,         /shop.example-one",
        "$request_uri,      /a?b=$1",
        "$scheme://$http_host, scheme://http_host"
    })
    void fills_its_places_once(String text, String filled) {
        assertThat(Template.of(text).fill(CAPTURES, TemplateTest::request)).isEqualTo(filled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/$", "/$0", "/$-", "/$uri", "/$hostx", "/$HOST", "/$http_cookie", "/$$1", "/${host}"})
    void refuses_a_place_that_nothing_fills(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Template.of(text))
                .withMessageContaining("(expected: $1 to $9, $scheme, $host, ");
    }

    @ParameterizedTest
    @CsvSource({
        "/$1,          /one",
        "$1,           /one",
        "/$4,          ",
        "/x/$4/y,      /y",
        "/$5,          /a%3Fb%23c",
        "/$6,          /50%25",
        "/$7,          /%252",
        "/$7e$7e/x,    ",
        "/$7f,         /%2F",
        "//$2//$1,     /one",
        "/$8,          /%E9",
        "$request_uri, /a%3Fb=$1"
    })
    void a_rewritten_path_is_one_that_a_request_can_have(String target, String path) {
        assertThat(new Rewrite(Template.of(target)).path(CAPTURES, TemplateTest::request))
                .isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "https://b.example/$1,         https://b.example/one?q=1",
        "https://b.example,            https://b.example?q=1",
        "https://b.example/x/$5,       https://b.example/x/a%3Fb%23c?q=1",
        "http://$host$request_uri,     http://shop.example/a%3Fb=$1?q=1",
        "https://$1.example:8443/,     https://one.example:8443/?q=1",
        "https://$5/,                  ",
        "https://$2/,                  ",
        "https://b.example/$8,         "
    })
    void a_location_is_one_that_a_client_can_follow(String target, String location) {
        assertThat(new RewriteRedirect(Template.of(target)).location(CAPTURES, TemplateTest::request, "?q=1"))
                .isEqualTo(location);
    }

    @Test
    void a_prefix_that_no_header_may_hold_is_none() {
        Captures broken = new Captures(List.of("a\r\nx: y"));

        assertThat(new ForwardedPrefix(Template.of("/$1")).header(CAPTURES, TemplateTest::request))
                .isEqualTo("/one");
        assertThat(new ForwardedPrefix(Template.of("/$1")).header(broken, TemplateTest::request))
                .isEmpty();
        assertThat(new Rewrite(Template.of("/$1")).path(broken, TemplateTest::request))
                .isNull();
    }
}
