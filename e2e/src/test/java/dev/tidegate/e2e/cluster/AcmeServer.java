package dev.tidegate.e2e.cluster;

import dev.tidegate.dns.ScriptedNameServer;
import dev.tidegate.e2e.Await;
import dev.tidegate.tls.TestAuthority;
import dev.tidegate.tls.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Let's Encrypt's own test server, pebble, on loopback: it challenges whoever wants a certificate by HTTP on one port
/// of this machine, whatever the host, and issues by an authority that it makes at its start.
final class AcmeServer implements AutoCloseable {

    private final Path folder = Folders.create();
    private final TestAuthority authority = TestAuthority.create("pebble's own");
    private final int port = KubeApiServer.freePort();
    private final int managementPort = KubeApiServer.freePort();
    private final ScriptedNameServer names;
    private final DependentProcess process;

    private AcmeServer(String host, int challengedPort) {
        names = ScriptedNameServer.start().zone(host + ". 60 IN A 127.0.0.1");
        TestCertificate certificate = authority.leaf("localhost");
        Folders.write(folder.resolve("ca.crt"), Pem.of(authority.root()));
        Path config = Folders.write(folder.resolve("pebble.json"), """
            {"pebble": {"listenAddress": "127.0.0.1:%d", "managementListenAddress": "127.0.0.1:%d",
             "certificate": "%s", "privateKey": "%s", "httpPort": %d, "tlsPort": 1}}
            """.formatted(
                        port,
                        managementPort,
                        Folders.write(folder.resolve("tls.crt"), certificate.certificates()),
                        Folders.write(folder.resolve("tls.key"), certificate.key()),
                        challengedPort));
        process = DependentProcess.start(
                List.of(
                        "env",
                        "PEBBLE_VA_NOSLEEP=1",
                        "PEBBLE_AUTHZREUSE=0",
                        "pebble",
                        "-config",
                        config.toString(),
                        "-dnsserver",
                        "127.0.0.1:" + names.address().getPort()),
                folder.resolve("pebble.log"));
    }

    /// `host`: which it knows to be this machine. `challengedPort`: where it asks for what proves that it is ours.
    static AcmeServer start(String host, int challengedPort) {
        if (Program.call(Map.of(), List.of("sh", "-c", "command -v pebble")).exitCode() != 0) {
            throw new AssertionError("no pebble on the PATH (expected: Debian's, which e2e/cluster/run installs)");
        }
        AcmeServer started = new AcmeServer(host, challengedPort);
        Await.untilStarted("pebble listens", () -> {
            if (!started.process.alive()) {
                throw new AssertionError("pebble has ended: " + started.process.lastWords());
            }
            return listens(started.managementPort) && listens(started.port);
        });
        return started;
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    URI directory() {
        return URI.create("https://localhost:" + port + "/dir");
    }

    /// Of the server itself, not of what it issues.
    TestAuthority authority() {
        return authority;
    }

    /// The root of what it issues, as PEM.
    Path root() {
        String pem = Program.run(
                Map.of(),
                "curl",
                "--silent",
                "--fail",
                "--cacert",
                folder.resolve("ca.crt").toString(),
                "https://localhost:" + managementPort + "/roots/0");
        return Folders.write(folder.resolve("root.crt"), pem);
    }

    String lastWords() {
        return process.lastWords();
    }

    @Override
    public void close() {
        process.close();
        names.close();
        Folders.delete(folder);
    }
}
