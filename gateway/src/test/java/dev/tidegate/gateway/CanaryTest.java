package dev.tidegate.gateway;

import static dev.tidegate.gateway.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.gateway.table.Affinity;
import dev.tidegate.gateway.table.Balancing;
import dev.tidegate.gateway.table.CanaryRules;
import dev.tidegate.gateway.table.CanaryRules.HeaderRule;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.RequestText;
import dev.tidegate.gateway.table.RoutePolicy;
import dev.tidegate.gateway.table.SessionCookie;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A second backend that takes some of a route's requests.
class CanaryTest {

    private static final Endpoint[] NONE = {};
    private static final Affinity SESSIONS = new Affinity(Affinity.Mode.BALANCED, SessionCookie.DEFAULT, false);
    private static final Pattern COOKIE = Pattern.compile("(?i)\r\nset-cookie: (INGRESSCOOKIE=[^;]*);");

    private final TestOrigin primary = TestOrigin.named("p");
    private final TestOrigin canary = TestOrigin.named("c");
    private final TestOrigin other = TestOrigin.named("d");

    @AfterEach
    void stop() {
        primary.close();
        canary.close();
        other.close();
    }

    private static CanaryRules weight(int weight) {
        return new CanaryRules(
                Optional.of(new HeaderRule.AlwaysOrNever("x-canary")), Optional.of("canary"), weight, 100);
    }

    private static String ask(TestGateway gateway, String field) {
        return RawClient.ask(
                gateway.port(),
                "GET / HTTP/1.1\r\nHost: a\r\n" + (field.isEmpty() ? "" : field + "\r\n")
                        + "Connection: close\r\n\r\n");
    }

    private static String by(String answer) {
        assertThat(answer).startsWith("HTTP/1.1 200");
        return answer.substring(answer.length() - 1);
    }

    private static String cookie(String answer) {
        Matcher cookie = COOKIE.matcher(answer);
        return cookie.find() ? "Cookie: " + cookie.group(1) : "";
    }

    private TestGateway serving(int weight, RoutePolicy... policies) {
        return TestGateway.serving(table().with(policies)
                .canary(weight(weight), Optional.empty(), true, canary.endpoint())
                .prefix("/", primary.endpoint())
                .build());
    }

    @ParameterizedTest
    @CsvSource({
        "0,   '',                        p",
        "100, '',                        c",
        "0,   X-Canary: always,          c",
        "100, x-canary: never,           p",
        "0,   Cookie: a=b; canary=always, c",
        "100, Cookie: canary=never,      p",
        "100, Cookie: canary=nobody,     c"
    })
    void a_request_goes_where_the_rules_say(int weight, String field, String by) {
        try (TestGateway gateway = serving(weight)) {
            assertThat(by(ask(gateway, field))).isEqualTo(by);
        }
    }

    /// Of 400 requests 200 are expected, and ten standard deviations are 100.
    @Test
    void half_of_the_requests_are_about_half() {
        try (TestGateway gateway = serving(50)) {
            List<String> all = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                all.add(by(ask(gateway, "")));
            }
            assertThat(all).filteredOn("c"::equals).hasSizeBetween(100, 300);
        }
    }

    @Test
    void a_canary_without_endpoints_takes_nothing() {
        try (TestGateway gateway = TestGateway.serving(table().canary(weight(100), Optional.empty(), true, NONE)
                .prefix("/", primary.endpoint())
                .build())) {
            assertThat(by(ask(gateway, "X-Canary: always"))).isEqualTo("p");
        }
    }

    @Test
    void where_the_primary_has_no_endpoints_the_canary_is_no_substitute() {
        try (TestGateway gateway =
                TestGateway.serving(table().canary(weight(100), Optional.empty(), true, canary.endpoint())
                        .prefix("/", NONE)
                        .build())) {
            assertThat(ask(gateway, "X-Canary: always"))
                    .startsWith("HTTP/1.1 503")
                    .contains("Tidegate-Reason: no-endpoints");
        }
    }

    @Test
    void a_canary_spreads_its_requests_in_its_own_way() {
        Balancing byUser =
                new Balancing.ByHash(RequestText.parse("$http_x_user").orElseThrow(), 1);
        try (TestGateway gateway = TestGateway.serving(
                table().canary(weight(100), Optional.of(byUser), true, canary.endpoint(), other.endpoint())
                        .prefix("/", primary.endpoint())
                        .build())) {
            Set<String> all = new HashSet<>();
            for (int user = 0; user < 20; user++) {
                String first = by(ask(gateway, "X-User: " + user));
                assertThat(by(ask(gateway, "X-User: " + user))).isEqualTo(first);
                all.add(first);
            }
            assertThat(all).containsExactlyInAnyOrder("c", "d");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"always", "never"})
    void a_session_stays_with_whichever_it_first_got(String first) {
        try (TestGateway gateway = serving(0, SESSIONS)) {
            String answer = ask(gateway, "X-Canary: " + first);
            String by = by(answer);
            assertThat(by).isEqualTo(first.equals("always") ? "c" : "p");
            for (String then : List.of("always", "never", "other")) {
                String again = ask(gateway, cookie(answer) + "\r\nX-Canary: " + then);
                assertThat(by(again)).isEqualTo(by);
                assertThat(cookie(again)).isEmpty();
            }
        }
    }

    @Test
    void a_canary_of_the_old_kind_knows_no_sessions() {
        try (TestGateway gateway = TestGateway.serving(table().with(SESSIONS)
                .canary(weight(0), Optional.empty(), false, canary.endpoint())
                .prefix("/", primary.endpoint(), other.endpoint())
                .build())) {
            String answer = ask(gateway, "");
            String moved = ask(gateway, cookie(answer) + "\r\nX-Canary: always");
            assertThat(by(moved)).isEqualTo("c");
            assertThat(cookie(moved)).isEmpty();
            assertThat(by(ask(gateway, cookie(answer)))).isEqualTo(by(answer));
        }
    }

    @Test
    void a_session_with_a_canary_that_has_gone_begins_anew_with_the_primary() {
        try (TestGateway gateway = serving(100, SESSIONS)) {
            String answer = ask(gateway, "");
            assertThat(by(answer)).isEqualTo("c");
            gateway.publish(
                    table().with(SESSIONS).prefix("/", primary.endpoint()).build());
            String back = ask(gateway, cookie(answer));
            assertThat(by(back)).isEqualTo("p");
            assertThat(cookie(back)).isNotEmpty();
        }
    }
}
