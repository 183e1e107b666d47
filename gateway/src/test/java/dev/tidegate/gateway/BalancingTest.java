package dev.tidegate.gateway;

import static dev.tidegate.gateway.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.gateway.table.Balancing;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.RequestText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Routes that do not let endpoints take turns.
class BalancingTest {

    private final List<TestOrigin> origins =
            Stream.of("a", "b", "c", "d", "e").map(TestOrigin::named).toList();

    @AfterEach
    void stop() {
        origins.forEach(TestOrigin::close);
    }

    private Endpoint[] endpoints() {
        return origins.stream().map(TestOrigin::endpoint).toArray(Endpoint[]::new);
    }

    private static Balancing byHash(String text, int group) {
        return new Balancing.ByHash(RequestText.parse(text).orElseThrow(), group);
    }

    private static String get(TestGateway gateway, String path, String user) {
        String answer = RawClient.ask(
                gateway.port(),
                "GET " + path + " HTTP/1.1\r\nHost: a\r\nX-User: " + user + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200");
        return answer.substring(answer.length() - 1);
    }

    @Test
    void the_same_key_goes_to_the_same_endpoint_and_many_keys_to_all() {
        try (TestGateway gateway = TestGateway.serving(
                table().with(byHash("$http_x_user", 1)).prefix("/", endpoints()).build())) {
            Set<String> all = new HashSet<>();
            for (int user = 0; user < 40; user++) {
                String first = get(gateway, "/", "user" + user);
                assertThat(get(gateway, "/elsewhere", "user" + user)).isEqualTo(first);
                all.add(first);
            }
            assertThat(all).hasSize(5);
        }
    }

    @Test
    void a_group_of_three_is_three_endpoints() {
        try (TestGateway gateway = TestGateway.serving(
                table().with(byHash("$uri", 3)).prefix("/", endpoints()).build())) {
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < 100; i++) {
                seen.add(get(gateway, "/page", "ann"));
            }
            assertThat(seen).hasSize(3);
        }
    }

    @Test
    void a_key_whose_endpoint_refuses_goes_to_the_next_best() {
        Endpoint nobody = new Endpoint("127.0.0.1", 1);
        try (TestGateway gateway = TestGateway.serving(table().with(byHash("$uri", 1))
                .prefix("/", nobody, origins.getFirst().endpoint())
                .build())) {
            for (int i = 0; i < 20; i++) {
                assertThat(get(gateway, "/" + i, "ann")).isEqualTo("a");
            }
            assertThat(gateway.metrics().upstreamRetries()).isPositive();
        }
    }

    @Test
    void the_quicker_endpoint_is_asked_and_the_slow_one_hardly_ever() {
        try (TestOrigin late = late();
                TestGateway gateway = TestGateway.serving(table().with(new Balancing.Quickest())
                        .prefix("/", late.endpoint(), origins.getFirst().endpoint())
                        .build())) {
            List<String> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                answers.add(get(gateway, "/", "ann"));
            }
            assertThat(answers).filteredOn("z"::equals).hasSizeBetween(1, 10);
        }
    }

    /// Answers `z` after a fifth of a second.
    private static TestOrigin late() {
        TestOrigin[] self = new TestOrigin[1];
        self[0] = TestOrigin.of(
                request -> self[0].vertx().setTimer(200, _ -> request.response().end("z")));
        return self[0];
    }

    @Test
    void an_endpoint_that_refuses_is_not_taken_for_the_quickest() {
        Endpoint nobody = new Endpoint("127.0.0.1", 1);
        try (TestGateway gateway = TestGateway.serving(table().with(new Balancing.Quickest())
                .prefix("/", nobody, origins.getFirst().endpoint())
                .build())) {
            for (int i = 0; i < 40; i++) {
                assertThat(get(gateway, "/", "ann")).isEqualTo("a");
            }
            assertThat(gateway.metrics().upstreamRetries()).isLessThan(10);
        }
    }
}
