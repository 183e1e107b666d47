package dev.tidegate.gateway.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.gateway.table.SessionCookie;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetCookieTest {

    private static final Instant NOW = Instant.parse("2026-01-02T15:04:05Z");
    private static final Session SESSION = new Session(1, 0xabcL);
    private static final String VALUE = "0000000000000001|0000000000000abc";

    private static String written(SessionCookie cookie, String rulePath, boolean encrypted) {
        return SetCookie.of(cookie, SESSION, rulePath, encrypted, null, NOW);
    }

    private static SessionCookie sameSite(String value, boolean spares) {
        return new SessionCookie(
                "route",
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(value),
                false,
                spares);
    }

    @Test
    void a_cookie_is_for_the_path_of_the_rule_and_not_for_scripts() {
        assertThat(written(SessionCookie.DEFAULT, "/shop", false))
                .isEqualTo("INGRESSCOOKIE=" + VALUE + "; Path=/shop; HttpOnly");
    }

    @Test
    void https_makes_it_secure() {
        assertThat(written(SessionCookie.DEFAULT, "/", true))
                .isEqualTo("INGRESSCOOKIE=" + VALUE + "; Path=/; Secure; HttpOnly");
    }

    @Test
    void the_attributes_stand_in_their_order() {
        SessionCookie all = new SessionCookie(
                "route",
                OptionalLong.of(172800),
                OptionalLong.of(60),
                Optional.of("/all"),
                Optional.of("shop.example"),
                Optional.of("Strict"),
                true,
                false);
        assertThat(written(all, "/shop", false))
                .isEqualTo("route=" + VALUE + "; Expires=Fri, 02-Jan-26 15:05:05 GMT; Max-Age=172800;"
                        + " Domain=shop.example; Path=/all; Secure; HttpOnly; SameSite=Strict");
    }

    /// Two digits from 70 on are taken for the last century.
    @Test
    void a_late_year_is_written_in_full() {
        SessionCookie late = new SessionCookie(
                "route",
                OptionalLong.empty(),
                OptionalLong.of(999_999_999),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false);
        assertThat(written(late, "/", false)).contains("Expires=Mon, 10-Sep-2057 16:50:44 GMT");
    }

    @ParameterizedTest
    @CsvSource({
        "/a;b,                /",
        "/shop/a; Domain=x,   /shop/",
        "/shop/x y,           /shop/",
        "/caf\u00e9/x,        /",
        "/a/%3B,              /a/%3B"
    })
    void a_rules_path_ends_no_attribute(String rulePath, String path) {
        assertThat(written(SessionCookie.DEFAULT, rulePath, false))
                .isEqualTo("INGRESSCOOKIE=" + VALUE + "; Path=" + path + "; HttpOnly");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b", "a\r\nSet-Cookie: x=y", "a b", "\u00e4", "a\tb"})
    void no_attribute_can_be_made_of_what_ends_one(String value) {
        assertThatThrownBy(() -> sameSite(value, false)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/51.0.2704.84 Safari/537.36 | false",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/66.0.3359.139 Safari/537.36 | false",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/80.0.3987.87 Safari/537.36 | true",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/500.0.0.0 Safari/537.36 | true",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 12_4 like Mac OS X) AppleWebKit/605 Mobile Safari/604.1 | false",
                "Mozilla/5.0 (iPad; CPU OS 12_2 like Mac OS X) AppleWebKit/605 Mobile Safari/604.1 | false",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 13_1 like Mac OS X) AppleWebKit/605 Mobile Safari/604.1 | true",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_14_6) AppleWebKit/605 Version/12 Safari/605.1.15 | false",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_14_6) AppleWebKit/537 Chrome/80.0 Safari/537 | true",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) AppleWebKit/605 Version/13 Safari/605 | true",
                "curl/8.5.0 | true"
            })
    void a_client_that_misreads_none_is_spared_it(String userAgent, boolean told) {
        String spared = SetCookie.of(sameSite("None", true), SESSION, "/", true, userAgent, NOW);
        assertThat(spared.endsWith("; SameSite=None")).isEqualTo(told);
        assertThat(SetCookie.of(sameSite("None", false), SESSION, "/", true, userAgent, NOW))
                .endsWith("; SameSite=None");
        assertThat(SetCookie.of(sameSite("lax", true), SESSION, "/", true, userAgent, NOW))
                .endsWith("; SameSite=lax");
    }
}
