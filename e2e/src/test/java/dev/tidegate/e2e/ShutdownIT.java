package dev.tidegate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Leaving without anybody noticing: SIGTERM while requests are being served.
@ExtendWith(TellOnFailure.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ShutdownIT {

    private static final String HOST = "leave.example";
    private static final String HOLD = "GET /hold HTTP/1.1\r\nHost: " + HOST + "\r\n\r\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final TestBackend backend = TestBackend.start("web");

    @BeforeEach
    void write() {
        new ManifestDir(folder)
                .put(
                        "web.yaml",
                        Manifests.all(
                                Manifests.INGRESS_CLASS,
                                Manifests.ingress("web", HOST, Map.of("/", "web")),
                                Manifests.service("web"),
                                Manifests.endpoints("web", backend.port())));
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void no_file_is_left_among_the_temporary_ones_not_even_while_it_runs(@TempDir Path temporary) throws Exception {
        try (TidegateProcess tidegate = TidegateProcess.serve(List.of("-Djava.io.tmpdir=" + temporary), folder);
                HttpConnection client = open(tidegate)) {
            assertThat(client.get(HOST, "/").status()).isEqualTo(200);
            assertThat(temporary).isEmptyDirectory();
        }
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void a_request_in_flight_is_finished_and_new_ones_are_served_but_told_to_go() throws Exception {
        try (TidegateProcess tidegate = TidegateProcess.serve(folder, "--shutdown-grace-period", "15");
                HttpConnection busy = open(tidegate);
                HttpConnection idle = open(tidegate)) {
            assertThat(idle.get(HOST, "/").status()).isEqualTo(200);
            busy.send(HOLD);
            backend.awaitHolding();

            tidegate.terminate();
            Await.until("not ready any more", () -> tidegate.readiness() == 503);

            assertThat(idle.awaitClosed()).as("an idle connection is closed").isTrue();
            try (HttpConnection late = open(tidegate)) {
                Answer answer = late.get(HOST, "/late");
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.backend()).isEqualTo("web");
                assertThat(answer.field("connection")).contains("close");
                assertThat(late.awaitClosed()).isTrue();
            }
            assertThat(tidegate.alive()).isTrue();

            backend.release();
            Answer finished = busy.readAnswer();
            assertThat(finished.status()).isEqualTo(200);
            assertThat(finished.body()).isEqualTo("web at last");
            assertThat(tidegate.awaitExit()).isZero();
        }
    }

    @Test
    void whoever_takes_longer_than_the_grace_period_is_not_waited_for() throws Exception {
        try (TidegateProcess tidegate = TidegateProcess.serve(folder, "--shutdown-grace-period", "1");
                HttpConnection busy = open(tidegate)) {
            busy.send(HOLD);
            backend.awaitHolding();
            tidegate.terminate();
            assertThat(tidegate.awaitExit()).isZero();
        }
    }

    private static HttpConnection open(TidegateProcess tidegate) throws IOException {
        return HttpConnection.cleartext(tidegate.ports().http());
    }
}
