package dev.tidegate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.tls.TestAuthority;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Bodies eight times as large as all the memory that Tidegate may use pass through it, as nothing is held back.
@ExtendWith(TellOnFailure.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LargeBodyIT {

    private static final long TWO_GIB = 2L << 30;
    private static final String HOST = "large.example";
    private static final List<String> LITTLE_MEMORY = List.of("-Xmx256m", "-XX:MaxDirectMemorySize=64m");

    private static final TestAuthority AUTHORITY = TestAuthority.create("large bodies");

    @SuppressWarnings("NullAway.Init")
    private static BodyBackend backend;

    @SuppressWarnings("NullAway.Init")
    private static TidegateProcess tidegate;

    @BeforeAll
    static void start(@TempDir Path folder) {
        backend = BodyBackend.start();
        new ManifestDir(folder)
                .put(
                        "large.yaml",
                        Manifests.all(
                                Manifests.INGRESS_CLASS,
                                Manifests.ingressWithTls("large", HOST, Map.of("/", "large")),
                                Manifests.service("large"),
                                Manifests.endpoints("large", backend.port()),
                                Manifests.tlsSecret(AUTHORITY.leaf(HOST))));
        tidegate = TidegateProcess.serve(LITTLE_MEMORY, folder);
    }

    @AfterAll
    static void stop() {
        tidegate.close();
        backend.close();
    }

    @Test
    void two_gibibytes_go_up() throws IOException {
        try (HttpConnection connection =
                HttpConnection.cleartext(tidegate.ports().http())) {
            upload(connection);
        }
    }

    @Test
    void two_gibibytes_go_up_over_tls() throws IOException {
        try (HttpConnection connection = encrypted()) {
            upload(connection);
        }
    }

    @Test
    void two_gibibytes_come_down() throws IOException {
        try (HttpConnection connection =
                HttpConnection.cleartext(tidegate.ports().http())) {
            download(connection);
        }
    }

    @Test
    void two_gibibytes_come_down_over_tls() throws IOException {
        try (HttpConnection connection = encrypted()) {
            download(connection);
        }
    }

    private static void upload(HttpConnection connection) throws IOException {
        long beganNs = System.nanoTime();
        connection.send("POST / HTTP/1.1\r\nHost: " + HOST + "\r\nContent-Length: " + TWO_GIB + "\r\n\r\n");
        BodyPattern.Sum sent = BodyPattern.write(connection.output(), TWO_GIB);
        Answer answer = connection.readAnswer();
        tellSpeed("up", beganNs);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(sent.toString());
        assertStillServes(connection);
    }

    private static void download(HttpConnection connection) throws IOException {
        long beganNs = System.nanoTime();
        connection.send("GET /" + TWO_GIB + " HTTP/1.1\r\nHost: " + HOST + "\r\n\r\n");
        Answer head = connection.readHead();
        assertThat(head.status()).isEqualTo(200);
        BodyPattern.Sum received = BodyPattern.read(connection.body(head));
        tellSpeed("down", beganNs);
        assertThat(received).isEqualTo(BodyPattern.write(OutputStream.nullOutputStream(), TWO_GIB));
        assertStillServes(connection);
    }

    private static void assertStillServes(HttpConnection connection) throws IOException {
        assertThat(connection.get(HOST, "/" + BodyPattern.PIECE).body()).hasSize(BodyPattern.PIECE);
        assertThat(tidegate.alive()).isTrue();
    }

    private static void tellSpeed(String direction, long beganNs) {
        long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNs);
        System.out.printf("2 GiB %s in %.1f s%n", direction, ms / 1000.0);
    }

    private static HttpConnection encrypted() throws IOException {
        return HttpConnection.encrypted(tidegate.ports().https(), TlsTrust.in(AUTHORITY), HOST);
    }
}
