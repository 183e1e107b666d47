package dev.tidegate.e2e.dns;

import dev.tidegate.e2e.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A Knot name server on loopback, with one zone that takes updates of those who hold its keys.
///
/// What it says it also writes to `knot.log` in its folder.
final class KnotServer implements AutoCloseable {

    /// A key's secret, in base64: 32 bytes, for tests.
    static final String SECRET = "dGhlIHNlY3JldCBvZiBhIHRlc3QsIDMyIGJ5dGVzIQ==";

    static final String ZONE = "ex.com";

    private final Path folder;
    private final int port;
    private Process process;

    private KnotServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        this.process = run();
    }

    /// `records`: what stands in the zone besides SOA and NS, in a zone file's lines.
    static KnotServer start(Path folder, String... records) {
        try {
            int port = freePort();
            List<String> zone = new ArrayList<>(List.of(
                    "$ORIGIN ex.com.",
                    "ex.com. 300 SOA ns.ex.com. admin.ex.com. 1 3600 600 86400 30",
                    "ex.com. 300 NS ns.ex.com.",
                    "ns.ex.com. 300 A 127.0.0.1"));
            zone.addAll(Arrays.asList(records));
            Files.write(folder.resolve("ex.com.zone"), zone);
            Files.writeString(folder.resolve("knot.conf"), configuration(folder, port));
            return new KnotServer(folder, port);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static String configuration(Path folder, int port) {
        return """
            server:
                rundir: "%1$s"
                listen: 127.0.0.1@%2$d
            log:
              - target: stderr
                any: info
            database:
                storage: "%1$s"
            key:
              - id: tidegate
                algorithm: hmac-sha256
                secret: %3$s
              - id: strong
                algorithm: hmac-sha512
                secret: %3$s
              - id: reader
                algorithm: hmac-sha256
                secret: %3$s
            acl:
              - id: updates
                key: [tidegate, strong]
                action: [update, transfer]
              - id: reads
                key: reader
                action: transfer
            zone:
              - domain: ex.com
                storage: "%1$s"
                file: ex.com.zone
                acl: [updates, reads]
            """.formatted(folder, port, SECRET);
    }

    private Process run() {
        try {
            process = new ProcessBuilder(
                            "knotd", "-c", folder.resolve("knot.conf").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("knot.log").toFile()))
                    .start();
        } catch (IOException missing) {
            throw new UncheckedIOException("no knotd (expected: Debian's knot, as e2e/dns/run installs it)", missing);
        }
        Await.untilStarted("knotd on port " + port, () -> !ask(ZONE, "SOA").isEmpty());
        return process;
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /// What a client is answered: the values, in order.
    List<String> ask(String name, String type) {
        return said("", "kdig", "@127.0.0.1", "-p", "" + port, "+short", "+timeout=1", "+retry=0", name, type)
                .lines()
                .filter(line -> !line.isEmpty() && !line.startsWith(";"))
                .sorted()
                .toList();
    }

    /// All records of the zone but those it began with, as `name ttl type value`, in order.
    List<String> records() {
        return said(
                        "",
                        "kdig",
                        "@127.0.0.1",
                        "-p",
                        "" + port,
                        "-y",
                        "hmac-sha256:tidegate:" + SECRET,
                        "+noall",
                        "+answer",
                        ZONE,
                        "AXFR")
                .lines()
                .filter(line -> !line.isEmpty() && !line.startsWith(";"))
                .map(line -> line.replaceAll("\\s+", " ").replace(" IN ", " "))
                .filter(line -> !line.contains(" SOA ")
                        && !line.contains(" NS ")
                        && !line.contains(" TSIG ")
                        && !line.contains(" ANY ")
                        && !line.startsWith("ns.ex.com. "))
                .sorted()
                .distinct()
                .toList();
    }

    /// The zone's serial, which grows with each update that changes something.
    long serial() {
        return Long.parseLong(ask(ZONE, "SOA").getFirst().split(" ")[2]);
    }

    /// As somebody else changes the zone: lines of nsupdate, as `add shop.ex.com. 300 A 192.0.2.1`.
    void update(String... lines) {
        String script = "server 127.0.0.1 " + port + "\nzone ex.com.\n" + String.join("\n", lines) + "\nsend\n";
        said(script, "knsupdate", "-y", "hmac-sha256:tidegate:" + SECRET);
    }

    private static String said(String input, String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().write(input.getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            process.waitFor(20, TimeUnit.SECONDS);
            return output;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /// As by a power failure.
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    void startAgain() {
        process = run();
    }

    @Override
    public void close() {
        kill();
    }
}
