package dev.tidegate.e2e.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// The backends of `examples/demo`, each on a port that the system picks; the manifests are given these instead.
///
/// Each answers with the port that stands in the samples; `/hold` waits to be released.
final class DemoBackends implements AutoCloseable {

    private static final Path SAMPLES = Path.of("../examples/demo");
    private static final int FIRST = 18081;
    private static final int LAST = 18085;

    private final Map<Integer, HttpServer> servers = new HashMap<>();
    private final CountDownLatch holding = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    static DemoBackends start() {
        DemoBackends backends = new DemoBackends();
        for (int port = FIRST; port <= LAST; port++) {
            backends.servers.put(port, backends.answering(Integer.toString(port)));
        }
        return backends;
    }

    private HttpServer answering(String name) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> answer(exchange, name));
            server.start();
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The samples, into a folder that everybody may read.
    Path writeManifests(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (Stream<Path> samples = Files.list(SAMPLES)) {
            for (Path sample : samples.toList()) {
                Path copy = folder.resolve(sample.getFileName().toString());
                Files.writeString(copy, withOurPorts(Files.readString(sample)));
                Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
            }
        }
        return folder;
    }

    private String withOurPorts(String manifest) {
        String ours = manifest;
        for (var server : servers.entrySet()) {
            ours = ours.replace(
                    "port: " + server.getKey(),
                    "port: " + server.getValue().getAddress().getPort());
        }
        return ours;
    }

    private void answer(HttpExchange exchange, String name) throws IOException {
        if (exchange.getRequestURI().getPath().equals("/hold")) {
            holding.countDown();
            await(released);
        }
        byte[] body = name.getBytes(UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /// Until a request is held.
    void awaitHolding() {
        await(holding);
    }

    void release() {
        released.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        release();
        servers.values().forEach(server -> server.stop(0));
    }
}
