package dev.tidegate.controller.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.gateway.table.Affinity;
import dev.tidegate.gateway.table.SessionCookie;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AffinityReaderTest {

    private static Affinity read(Reading reading) {
        return reading.policy(Affinity.class).orElseThrow();
    }

    @Test
    void affinity_alone_has_the_defaults_of_ingress_nginx() {
        assertThat(read(Reading.of("affinity: cookie")))
                .isEqualTo(new Affinity(Affinity.Mode.BALANCED, SessionCookie.DEFAULT, false));
    }

    @Test
    void all_that_a_cookie_may_be() {
        Reading reading = Reading.of("affinity: cookie; affinity-mode: persistent; session-cookie-name: route;"
                + " session-cookie-max-age: 172800; session-cookie-expires: 60; session-cookie-path: /shop;"
                + " session-cookie-domain: .shop.example; session-cookie-samesite: lax; session-cookie-secure: true;"
                + " session-cookie-change-on-failure: true; session-cookie-conditional-samesite-none: true");
        SessionCookie cookie = new SessionCookie(
                "route",
                OptionalLong.of(172800),
                OptionalLong.of(60),
                Optional.of("/shop"),
                Optional.of(".shop.example"),
                Optional.of("lax"),
                true,
                true);
        assertThat(read(reading)).isEqualTo(new Affinity(Affinity.Mode.PERSISTENT, cookie, true));
        assertThat(reading.said()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "affinity-mode: sticky | sticky (expected: balanced or persistent)",
                "session-cookie-name: a b | a b (expected: at most 128 letters, digits and - . _ ~ / :)",
                "session-cookie-name: a=b | a=b (expected: at most 128",
                "session-cookie-max-age: 2h | 2h (expected: seconds, as a whole number)",
                "session-cookie-expires: soon | soon (expected: seconds, as a whole number)",
                "session-cookie-path: shop | shop (expected: a path",
                "session-cookie-path: /x y | /x y (expected: a path",
                "session-cookie-domain: shop example | shop example (expected: the name of a domain)",
                "session-cookie-samesite: Some | Some (expected: None, Lax or Strict)",
                "session-cookie-secure: yes | yes (expected: true or false)",
                "session-cookie-change-on-failure: on | on (expected: true or false)",
                "session-cookie-conditional-samesite-none: 2 | 2 (expected: true or false)"
            })
    void what_cannot_be_read_is_told_and_its_default_stands(String annotation, String said) {
        Reading reading = Reading.of("affinity: cookie; " + annotation);
        assertThat(read(reading)).isEqualTo(new Affinity(Affinity.Mode.BALANCED, SessionCookie.DEFAULT, false));
        assertThat(reading.said()).singleElement().asString().startsWith(said);
    }

    @Test
    void no_other_affinity_is_known() {
        Reading reading = Reading.of("affinity: ip; session-cookie-name: route");
        assertThat(reading.policy(Affinity.class)).isEmpty();
        assertThat(reading.said()).containsExactly("ip (expected: cookie)");
    }

    @Test
    void what_belongs_to_a_session_has_no_effect_without_one() {
        Reading reading = Reading.of("session-cookie-name: route; affinity-mode: persistent");
        assertThat(reading.policy(Affinity.class)).isEmpty();
        assertThat(reading.said())
                .containsExactly(
                        "affinity-mode has no effect (expected: affinity: cookie beside it)",
                        "session-cookie-name has no effect (expected: affinity: cookie beside it)");
    }
}
