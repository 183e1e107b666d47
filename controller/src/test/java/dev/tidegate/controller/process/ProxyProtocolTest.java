package dev.tidegate.controller.process;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidegate.controller.source.folder.ManifestFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A ConfigMap turns PROXY headers on and off under a running controller, and its listeners stay bound.
class ProxyProtocolTest {

    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    private static final String HEADER = "PROXY TCP4 203.0.113.7 198.51.100.1 40000 80\r\n";

    @TempDir
    Path folder;

    @Test
    void the_config_map_decides_for_each_new_connection() throws Exception {
        write("false");
        RunningController controller = Controllers.startConfigured(new ManifestFolder(folder));
        try {
            assertThat(controller.awaitTable(Duration.ofSeconds(10))).isTrue();
            assertThat(ask(controller, REQUEST)).startsWith("HTTP/1.1 404");
            assertThat(ask(controller, HEADER + REQUEST)).containsPattern("^HTTP/1.[01] 400");

            write("true");
            await().atMost(10, SECONDS)
                    .untilAsserted(
                            () -> assertThat(ask(controller, HEADER + REQUEST)).startsWith("HTTP/1.1 404"));
            assertThat(ask(controller, REQUEST)).isEmpty();
            assertThat(Http.get(controller.adminPort(), "/metrics").body())
                    .contains("tidegate_proxy_protocol_refused_total{reason=\"missing\"} 1.0\n")
                    .contains("tidegate_proxy_protocol_refused_total{reason=\"malformed\"} 0.0\n")
                    .contains("tidegate_proxy_protocol_refused_total{reason=\"timeout\"} 0.0\n");

            write("false");
            await().atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(ask(controller, REQUEST)).startsWith("HTTP/1.1 404"));
        } finally {
            controller.stop();
        }
    }

    private void write(String on) throws IOException {
        Path next = folder.resolve("config.tmp");
        Files.writeString(next, """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: tidegate}
            data: {use-proxy-protocol: "%s", proxy-real-ip-cidr: 127.0.0.1}
            """.formatted(on));
        Files.move(next, folder.resolve("config.yaml"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String ask(RunningController controller, String bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), controller.httpPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException reset) {
            return ""; // closed before all that was sent was read
        }
    }
}
