package dev.tidegate.gateway;

import static dev.tidegate.gateway.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.gateway.balance.HashedEndpoints;
import dev.tidegate.gateway.table.Affinity;
import dev.tidegate.gateway.table.Affinity.Mode;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.RoutingTable;
import dev.tidegate.gateway.table.SessionCookie;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Sessions that stay with one endpoint by a cookie.
class AffinityTest {

    private static final Endpoint NOBODY = new Endpoint("127.0.0.1", 1);
    private static final Pattern COOKIE = Pattern.compile("(?i)\r\nset-cookie: INGRESSCOOKIE=([^;]*);");

    private final List<TestOrigin> origins =
            Stream.of("a", "b", "c", "d").map(TestOrigin::named).toList();

    @AfterEach
    void stop() {
        origins.forEach(TestOrigin::close);
    }

    private Endpoint[] endpoints() {
        return origins.stream().map(TestOrigin::endpoint).toArray(Endpoint[]::new);
    }

    private static RoutingTable sticky(Mode mode, boolean changesOnFailure, Endpoint... endpoints) {
        return table().with(new Affinity(mode, SessionCookie.DEFAULT, changesOnFailure))
                .prefix("/", endpoints)
                .build();
    }

    /// An answer: what the cookie holds, empty if there is none, and the name of who answered.
    private record Answer(String cookie, String by) {}

    private static Answer get(TestGateway gateway, String cookies) {
        String answer = ask(gateway, cookies);
        assertThat(answer).startsWith("HTTP/1.1 200");
        Matcher cookie = COOKIE.matcher(answer);
        return new Answer(cookie.find() ? cookie.group(1) : "", answer.substring(answer.length() - 1));
    }

    private static String ask(TestGateway gateway, String cookies) {
        String field = cookies.isEmpty() ? "" : "Cookie: " + cookies + "\r\n";
        return RawClient.ask(gateway.port(), "GET / HTTP/1.1\r\nHost: a\r\n" + field + "Connection: close\r\n\r\n");
    }

    private static Answer get(TestGateway gateway, Answer after) {
        return get(gateway, "x=y; INGRESSCOOKIE=" + after.cookie() + "; z=INGRESSCOOKIE");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void a_client_gets_a_cookie_once_and_stays(Mode mode) {
        try (TestGateway gateway = TestGateway.serving(sticky(mode, false, endpoints()))) {
            Set<String> all = new HashSet<>();
            for (int client = 0; client < 30; client++) {
                Answer first = get(gateway, "");
                assertThat(first.cookie()).matches("[0-9a-f]{16}\\|[0-9a-f]{16}");
                for (int i = 0; i < 3; i++) {
                    assertThat(get(gateway, first)).isEqualTo(new Answer("", first.by()));
                }
                all.add(first.by());
            }
            assertThat(all).hasSize(4);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "INGRESSCOOKIE=",
                "INGRESSCOOKIE=0123456789abcdef",
                "INGRESSCOOKIE=0123456789abcdef|0123456789abcdef",
                "ingresscookie=0123456789abcdef|0123456789abcdef",
                "INGRESSCOOKIE=<script>|\"; DROP",
                "INGRESSCOOKIE"
            })
    void a_cookie_that_is_none_of_this_backends_is_replaced(String cookies) {
        try (TestGateway gateway = TestGateway.serving(sticky(Mode.BALANCED, false, endpoints()))) {
            assertThat(get(gateway, cookies).cookie()).isNotEmpty();
        }
    }

    @Test
    void a_cookie_of_any_length_is_answered() {
        try (TestGateway gateway = TestGateway.serving(sticky(Mode.PERSISTENT, false, endpoints()))) {
            assertThat(get(gateway, "INGRESSCOOKIE=" + "f".repeat(6000)).cookie())
                    .hasSize(33);
        }
    }

    @Test
    void http_2_may_send_a_line_for_each_cookie() {
        try (TestGateway gateway = TestGateway.serving(sticky(Mode.BALANCED, false, endpoints()))) {
            Answer first = get(gateway, "");
            String answer = RawClient.ask(
                    gateway.port(),
                    "GET / HTTP/1.1\r\nHost: a\r\nCookie: x=y\r\nCookie: INGRESSCOOKIE=" + first.cookie()
                            + "\r\nConnection: close\r\n\r\n");
            assertThat(answer).endsWith(first.by()).doesNotContainIgnoringCase("set-cookie");
        }
    }

    @Test
    void a_persistent_session_moves_only_where_its_endpoint_has_gone_and_says_so() {
        try (TestGateway gateway = TestGateway.serving(sticky(Mode.PERSISTENT, false, endpoints()))) {
            Answer first = get(gateway, "");
            Endpoint[] others = origins.stream()
                    .filter(origin -> !first.by().equals(name(origin)))
                    .map(TestOrigin::endpoint)
                    .toArray(Endpoint[]::new);
            gateway.publish(sticky(Mode.PERSISTENT, false, others));
            Answer moved = get(gateway, first);
            assertThat(moved.by()).isNotEqualTo(first.by());
            assertThat(moved.cookie()).isNotEmpty();
            assertThat(get(gateway, moved)).isEqualTo(new Answer("", moved.by()));

            gateway.publish(sticky(Mode.PERSISTENT, false, endpoints()));
            assertThat(get(gateway, moved)).isEqualTo(new Answer("", moved.by()));
            assertThat(get(gateway, first)).isEqualTo(new Answer("", first.by()));
        }
    }

    private String name(TestOrigin origin) {
        return "abcd".substring(origins.indexOf(origin)).substring(0, 1);
    }

    @Test
    void a_balanced_session_keeps_its_cookie_when_its_endpoint_has_gone() {
        try (TestGateway gateway = TestGateway.serving(sticky(Mode.BALANCED, false, endpoints()))) {
            Answer first = get(gateway, "");
            Endpoint[] others = origins.stream()
                    .filter(origin -> !first.by().equals(name(origin)))
                    .map(TestOrigin::endpoint)
                    .toArray(Endpoint[]::new);
            gateway.publish(sticky(Mode.BALANCED, false, others));
            Answer moved = get(gateway, first);
            assertThat(moved.cookie()).isEmpty();
            assertThat(moved.by()).isNotEqualTo(first.by());

            gateway.publish(sticky(Mode.BALANCED, false, endpoints()));
            assertThat(get(gateway, first)).isEqualTo(new Answer("", first.by()));
        }
    }

    /// The cookie of a client whose endpoint refuses by now.
    private static Answer boundToNobody(TestGateway gateway, Mode mode, TestOrigin origin) {
        gateway.publish(sticky(mode, false, origin.endpoint()));
        Answer there = get(gateway, "");
        if (mode == Mode.PERSISTENT) {
            String nobody = Long.toHexString(HashedEndpoints.hash(NOBODY));
            return new Answer(
                    "0".repeat(16 - nobody.length()) + nobody + there.cookie().substring(16), "");
        }
        for (long key = 0; ; key++) {
            List<Endpoint> both = List.of(NOBODY, origin.endpoint());
            if (HashedEndpoints.of(both).best(key, List.of()) == 0) {
                return new Answer(String.format("%016x", key) + there.cookie().substring(16), "");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void a_session_whose_endpoint_fails_is_served_by_another_and_moves_where_it_may(Mode mode) {
        TestOrigin origin = origins.getFirst();
        try (TestGateway gateway = TestGateway.serving(sticky(mode, true, origin.endpoint()))) {
            Answer bound = boundToNobody(gateway, mode, origin);
            gateway.publish(sticky(mode, true, NOBODY, origin.endpoint()));
            Answer moved = get(gateway, bound);
            assertThat(moved.by()).isEqualTo("a");
            assertThat(moved.cookie()).isNotEmpty();
            assertThat(get(gateway, moved)).isEqualTo(new Answer("", "a"));
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void a_session_whose_endpoint_fails_fails_where_it_may_not_move(Mode mode) {
        TestOrigin origin = origins.getFirst();
        try (TestGateway gateway = TestGateway.serving(sticky(mode, false, origin.endpoint()))) {
            Answer bound = boundToNobody(gateway, mode, origin);
            gateway.publish(sticky(mode, false, NOBODY, origin.endpoint()));
            assertThat(ask(gateway, "INGRESSCOOKIE=" + bound.cookie()))
                    .startsWith("HTTP/1.1 502")
                    .contains("Tidegate-Reason: connect-failed")
                    .doesNotContainIgnoringCase("set-cookie");
            assertThat(origin.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void a_client_without_a_session_never_notices_an_endpoint_that_refuses(Mode mode) {
        TestOrigin origin = origins.getFirst();
        try (TestGateway gateway = TestGateway.serving(sticky(mode, false, NOBODY, origin.endpoint()))) {
            for (int i = 0; i < 20; i++) {
                Answer first = get(gateway, "");
                assertThat(first.by()).isEqualTo("a");
                assertThat(get(gateway, first)).isEqualTo(new Answer("", "a"));
            }
        }
    }

    @Test
    void where_there_is_no_endpoint_there_is_no_cookie() {
        try (TestGateway gateway = TestGateway.serving(sticky(Mode.PERSISTENT, false))) {
            assertThat(ask(gateway, "")).startsWith("HTTP/1.1 503").doesNotContainIgnoringCase("set-cookie");
        }
    }
}
