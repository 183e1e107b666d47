package dev.tidegate.controller.process;

import static dev.tidegate.controller.fixture.Fixtures.ingress;
import static dev.tidegate.controller.fixture.Fixtures.ourClass;
import static dev.tidegate.controller.fixture.Fixtures.prefix;
import static dev.tidegate.controller.fixture.Fixtures.service;
import static dev.tidegate.controller.fixture.Fixtures.slice;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidegate.controller.fixture.FakeSource;
import dev.tidegate.controller.fixture.Snapshots;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The JSON API while what it tells of changes.
final class AdminApiChangeTest {

    private final FakeSource source = new FakeSource();
    private final RunningController controller = Controllers.start(source);

    @AfterEach
    void stop() {
        controller.stop();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return Http.ask("GET", "127.0.0.1:" + controller.adminPort(), path, headers);
    }

    private JsonNode json(String path) throws Exception {
        return Http.json(get(path));
    }

    @Test
    void before_the_first_table_there_is_nothing_to_tell_and_that_is_said() throws Exception {
        HttpResponse<String> early = get("/api/table");
        assertThat(early.statusCode()).isEqualTo(503);
        assertThat(Http.json(early).path("reason").asText()).isEqualTo("NotReady");
        assertThat(json("/api").has("table")).isFalse();
        assertThat(json("/api/replicas").path("replicas").get(0).path("ready").asBoolean())
                .isFalse();
    }

    @Test
    void long_lists_come_in_parts_and_each_host_once() throws Exception {
        List<HasMetadata> many = new ArrayList<>(List.of(ourClass(), service("web"), slice("web", "10.0.0.1")));
        IntStream.range(0, 10_000).forEach(i -> many.add(ingress("i" + i, "h" + i + ".example", prefix("/", "web"))));
        source.sync(Snapshots.of(many));
        await().atMost(60, SECONDS)
                .until(() -> controller.current().table().hosts().size() == 10_000);
        Set<String> seen = new HashSet<>();
        int parts = 0;
        String after = "";
        do {
            JsonNode part = json("/api/table?limit=1000" + after);
            assertThat(part.path("hosts").size()).isLessThanOrEqualTo(1000);
            part.path("hosts")
                    .forEach(host ->
                            assertThat(seen.add(host.path("host").asText())).isTrue());
            after = part.has("next") ? "&after=" + part.path("next").asText() : "";
            parts++;
        } while (!after.isEmpty() && parts < 20);
        assertThat(seen).hasSize(10_000);
        assertThat(parts).isEqualTo(10);
        assertThat(json("/api/hosts").path("hosts").size()).isEqualTo(500);
    }

    @Test
    void an_answer_that_did_not_change_is_not_sent_again() throws Exception {
        source.sync(Snapshots.of(ourClass(), service("web")));
        await().atMost(20, SECONDS).until(() -> get("/api/table").statusCode() == 200);
        String tag = get("/api/table").headers().firstValue("etag").orElseThrow();
        assertThat(get("/api/table", "If-None-Match", tag).statusCode()).isEqualTo(304);
        source.change(Snapshots.of(ourClass()));
        await().atMost(20, SECONDS)
                .until(() -> get("/api/table", "If-None-Match", tag).statusCode() == 200);
    }
}
