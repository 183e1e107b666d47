package dev.tidegate.e2e.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tidegate.e2e.Answer;
import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.HttpConnection;
import dev.tidegate.e2e.TlsTrust;
import dev.tidegate.e2e.cluster.Command;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The image as a kubelet would run it where Pod Security is "restricted": by runc, as nobody, with nothing allowed.
@ImageTest
class ContainerIT {

    private static final Pattern HEAP = Pattern.compile("jvm_memory_max_bytes\\{area=\"heap\"} (\\S+)");

    @TempDir(cleanup = CleanupMode.NEVER) // its owner is root; see remove
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Bundle bundle;

    @SuppressWarnings("NullAway.Init")
    private static Path manifests;

    private final DemoBackends backends = DemoBackends.start();

    @BeforeAll
    static void unpack() {
        bundle = Bundle.unpacked(ImageLayout.made(), folder);
        manifests = folder.resolve("manifests");
    }

    @BeforeEach
    void write() throws IOException {
        backends.writeManifests(manifests);
    }

    @AfterEach
    void stop() {
        backends.close();
    }

    @AfterAll
    static void remove() {
        Command.run("rm", "-rf", folder.toString());
    }

    @Test
    void it_serves_over_http_and_https_and_says_how_long_the_start_took() throws IOException {
        try (ImageContainer container = ImageContainer.start(bundle, demo())) {
            assertThat(get(container, "welcome.example", "/").body()).isEqualTo("18085");
            assertThat(get(container, "shop.example", "/").status()).isEqualTo(308);
            assertThat(getEncrypted(container, "shop.example", "/").body()).isEqualTo("18081");
            System.out.println("the container was ready after " + container.startedInMs() + " ms");
        }
    }

    @Test
    void it_has_no_rights_and_cannot_write() throws IOException {
        try (ImageContainer container = ImageContainer.start(bundle, demo())) {
            assertThat(status(container))
                    .contains("Uid:\t65532\t65532\t65532\t65532", "Gid:\t65532\t65532\t65532\t65532")
                    .contains("CapPrm:\t0000000000000000", "CapEff:\t0000000000000000", "CapBnd:\t0000000000000000")
                    .contains("NoNewPrivs:\t1", "Seccomp:\t2");
            for (String file : List.of("/opt/tidegate/x", "/etc/x", "/x")) {
                assertThatThrownBy(() -> Command.run("touch", "/proc/" + container.pid() + "/root" + file))
                        .hasMessageContaining("Read-only file system");
            }
        }
    }

    @Test
    void it_needs_no_folder_to_write_to_and_speaks_tls_by_boringssl() throws IOException {
        try (ImageContainer container = ImageContainer.start(bundle, demo().withNothingToWriteTo())) {
            assertThat(container.tidegate().stderr()).contains("native transport, TLS by BoringSSL");
        }
    }

    @Test
    void asked_to_stop_it_finishes_what_is_in_flight_and_ends_with_0() throws IOException {
        try (ImageContainer container = ImageContainer.start(bundle, demo());
                HttpConnection busy = HttpConnection.over(
                        connected(container.tidegate().ports().http()))) {
            busy.send("GET /hold HTTP/1.1\r\nHost: welcome.example\r\n\r\n");
            backends.awaitHolding();
            container.tidegate().terminate();
            Await.until("not ready any more", () -> container.tidegate().readiness() == 503);
            backends.release();
            assertThat(busy.readAnswer().body()).isEqualTo("18085");
            assertThat(container.tidegate().awaitExit()).isZero();
        }
    }

    @Test
    void classes_come_from_the_archive_and_JDK_JAVA_OPTIONS_reach_the_jvm() throws IOException {
        Bundle.Wishes wishes = demo().withEnvironment("JDK_JAVA_OPTIONS=-Xlog:class+load:file=/tmp/classes.log");
        try (ImageContainer container = ImageContainer.start(bundle, wishes)) {
            String log = Command.run("cat", "/proc/" + container.pid() + "/root/tmp/classes.log");
            long all = log.lines().count();
            long archived = log.lines()
                    .filter(line -> line.contains("source: shared objects file"))
                    .count();
            System.out.println(archived + " of " + all + " classes came from the archive");
            assertThat(archived).isGreaterThan(all * 9 / 10);
        }
    }

    @Test
    void what_JDK_JAVA_OPTIONS_say_wins() throws IOException {
        Bundle.Wishes wishes = demo().withEnvironment("JDK_JAVA_OPTIONS=-XX:MaxRAMPercentage=50");
        try (ImageContainer container = ImageContainer.start(bundle, wishes.withLimitMiB(512))) {
            assumeThat(limited(container)).isTrue();
            assertThat(heapMiB(container)).isBetween(220.0, 256.0);
        }
    }

    @Test
    void the_heap_follows_the_containers_limit() throws IOException {
        for (int limit : List.of(256, 1024)) {
            try (ImageContainer container = ImageContainer.start(bundle, demo().withLimitMiB(limit))) {
                assumeThat(limited(container)).isTrue();
                // a third: of what MaxRAMPercentage gives, one of the two survivor spaces does not count
                assertThat(heapMiB(container)).isBetween(limit * 0.28, limit * 0.351);
            }
        }
    }

    private static Bundle.Wishes demo() {
        return Bundle.Wishes.of(
                        "run",
                        "--manifests=" + manifests,
                        "--address=127.0.0.1",
                        "--http-port=0",
                        "--https-port=0",
                        "--healthz-host=127.0.0.1",
                        "--healthz-port=0")
                .withMount(manifests);
    }

    private static List<String> status(ImageContainer container) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + container.pid() + "/status"));
    }

    /// Whether this machine lets a container's memory be limited.
    private static boolean limited(ImageContainer container) throws IOException {
        return Files.readString(Path.of("/proc/" + container.pid() + "/cgroup"))
                .lines()
                .anyMatch(line -> line.endsWith(container.name()) && line.matches("\\d+:(memory)?:.*"));
    }

    private static double heapMiB(ImageContainer container) {
        Matcher found = HEAP.matcher(container.tidegate().admin("/metrics").body());
        assertThat(found.find()).isTrue();
        return Double.parseDouble(found.group(1)) / (1 << 20);
    }

    private static Answer get(ImageContainer container, String host, String path) throws IOException {
        try (HttpConnection connection =
                HttpConnection.over(connected(container.tidegate().ports().http()))) {
            return connection.get(host, path);
        }
    }

    private static Answer getEncrypted(ImageContainer container, String host, String path) throws IOException {
        Socket plain = connected(container.tidegate().ports().https());
        try (HttpConnection connection = HttpConnection.over(TlsTrust.inAnyone().handshake(plain, host))) {
            return connection.get(host, path);
        }
    }

    private static Socket connected(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) Await.BOUND.toMillis());
        return socket;
    }
}
