package dev.tidegate.controller.process;

import static dev.tidegate.controller.fixture.Fixtures.ingress;
import static dev.tidegate.controller.fixture.Fixtures.ourClass;
import static dev.tidegate.controller.fixture.Fixtures.prefix;
import static dev.tidegate.controller.fixture.Fixtures.service;
import static dev.tidegate.controller.fixture.Fixtures.slice;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.tidegate.controller.fixture.FakeSource;
import dev.tidegate.controller.fixture.Snapshots;
import dev.tidegate.controller.fixture.TestApiServer;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.Source;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A controller that is restarted while its source is away.
final class LastGoodTest {

    @TempDir
    Path folder;

    private Path file;
    private HttpServer origin;

    @BeforeEach
    void startOrigin() throws IOException {
        file = folder.resolve("last-good");
        origin = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        origin.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 5);
            exchange.getResponseBody().write("hello".getBytes(UTF_8));
            exchange.close();
        });
        origin.start();
    }

    @AfterEach
    void stopOrigin() {
        origin.stop(0);
    }

    @Test
    void a_restarted_gateway_serves_what_was_good_and_switches_over_without_losing_a_request() throws Exception {
        FakeSource before = new FakeSource();
        RunningController first = start(before);
        before.sync(serving("/"));
        await().atMost(20, SECONDS).until(() -> status(first, "/") == 200);
        first.stop();

        FakeSource away = new FakeSource();
        RunningController second = start(away);
        try {
            assertThat(Http.get(second.adminPort(), "/readyz").statusCode()).isEqualTo(503);
            await().atMost(20, SECONDS).until(() -> ready(second));
            assertThat(status(second, "/")).isEqualTo(200);
            assertThat(metrics(second))
                    .contains("tidegate_last_good_served 1.0")
                    .containsPattern("tidegate_last_good_age_seconds [0-9]");

            Load load = new Load(second);
            Thread loading = Thread.ofPlatform().start(load);
            await().atMost(20, SECONDS).until(() -> load.answered.get() > 50);
            away.sync(serving("/", "/new"));
            await().atMost(20, SECONDS).until(() -> metrics(second).contains("tidegate_last_good_served 0.0"));
            int then = load.answered.get();
            await().atMost(20, SECONDS).until(() -> load.answered.get() > then + 50);
            load.enough.set(true);
            loading.join();

            assertThat(load.failures).isEmpty();
            assertThat(ready(second)).isTrue();
        } finally {
            second.stop();
        }
    }

    @Test
    void an_api_server_that_is_away_at_a_restart_is_done_without_until_it_is_back() throws Exception {
        TestApiServer api = TestApiServer.start();
        int port = api.port();
        create(api, "/");
        RunningController first = start(cluster(port));
        await().atMost(30, SECONDS).until(() -> status(first, "/") == 200);
        await().atMost(20, SECONDS).until(() -> metrics(first).contains("tidegate_last_good_age_seconds"));
        first.stop();
        api.close();

        RunningController second = start(cluster(port));
        try {
            await().atMost(30, SECONDS).until(() -> ready(second));
            assertThat(status(second, "/")).isEqualTo(200);
            assertThat(metrics(second)).contains("tidegate_last_good_served 1.0");

            Load load = new Load(second);
            Thread loading = Thread.ofPlatform().start(load);
            try (TestApiServer back = TestApiServer.inPlaceOf(api)) {
                create(back, "/", "/new");
                await().atMost(60, SECONDS).until(() -> metrics(second).contains("tidegate_last_good_served 0.0"));
                await().atMost(60, SECONDS)
                        .until(() -> second.current()
                                .table()
                                .hosts()
                                .all()
                                .anyMatch(host -> host.routes().size() == 2));
                load.enough.set(true);
                loading.join();
            }
            assertThat(load.failures).isEmpty();
            assertThat(load.answered).hasPositiveValue();
        } finally {
            second.stop();
        }
    }

    private void create(TestApiServer api, String... paths) {
        Snapshot all = serving(paths);
        all.ingressClasses().values().forEach(api::put);
        all.services().values().forEach(api::put);
        all.endpointSlices().values().forEach(slices -> slices.forEach(api::put));
        all.ingresses().values().forEach(api::put);
    }

    private Source cluster(int port) throws IOException {
        return Controllers.cluster(folder, port);
    }

    @Test
    void an_edit_is_remembered_before_the_process_ends() throws Exception {
        FakeSource source = new FakeSource();
        RunningController first = start(source);
        source.sync(serving("/"));
        await().atMost(20, SECONDS).until(() -> status(first, "/") == 200);
        long size = Files.size(file);
        source.change(serving("/edited"));
        await().atMost(20, SECONDS).until(() -> status(first, "/edited") == 200);
        await().atMost(20, SECONDS).until(() -> Files.size(file) > size); // written without being stopped
        first.stop();

        RunningController second = start(new FakeSource());
        try {
            await().atMost(20, SECONDS).until(() -> status(second, "/edited") == 200);
            assertThat(status(second, "/")).isEqualTo(404);
        } finally {
            second.stop();
        }
    }

    @Test
    void a_file_that_is_of_no_use_keeps_nobody_from_starting() throws Exception {
        Files.writeString(file, "no such file as was expected".repeat(500));
        FakeSource source = new FakeSource();
        RunningController controller = start(source);
        try {
            source.sync(serving("/"));
            await().atMost(20, SECONDS).until(() -> status(controller, "/") == 200);
        } finally {
            controller.stop();
        }
    }

    private RunningController start(Source source) {
        return RunningController.start(
                Controllers.options(0, 0).keeping(file), source, OutputStream.nullOutputStream());
    }

    private Snapshot serving(String... paths) {
        return Snapshots.of(
                ourClass(),
                ingress(
                        "web",
                        "localhost",
                        List.of(paths).stream().map(path -> prefix(path, "web")).toArray(HTTPIngressPath[]::new)),
                service("web"),
                slice("web", "web-1", origin.getAddress().getPort(), "127.0.0.1"));
    }

    private static int status(RunningController controller, String path) throws Exception {
        return Http.get(controller.httpPort(), path).statusCode();
    }

    private static boolean ready(RunningController controller) throws Exception {
        return Http.get(controller.adminPort(), "/readyz").statusCode() == 200;
    }

    private static String metrics(RunningController controller) throws Exception {
        return Http.get(controller.adminPort(), "/metrics").body();
    }

    /// One request after the other, until it is enough.
    private static final class Load implements Runnable {

        private final RunningController controller;
        private final AtomicInteger answered = new AtomicInteger();
        private final AtomicBoolean enough = new AtomicBoolean();
        private final List<String> failures = new CopyOnWriteArrayList<>();

        Load(RunningController controller) {
            this.controller = controller;
        }

        @Override
        public void run() {
            while (!enough.get() && failures.isEmpty() && answered.get() < 1_000_000) {
                try {
                    int status = status(controller, "/");
                    if (status != 200) {
                        failures.add("status " + status);
                    }
                    answered.incrementAndGet();
                } catch (Exception lost) {
                    failures.add(lost.toString());
                }
            }
        }
    }
}
