package dev.tidegate.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A backend for bodies: it answers an upload with what it came to, and `/N` with N bytes.
final class BodyBackend implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    private BodyBackend() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", BodyBackend::answer);
        server.start();
    }

    static BodyBackend start() {
        try {
            return new BodyBackend();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("POST")) {
                byte[] sum =
                        BodyPattern.read(exchange.getRequestBody()).toString().getBytes(US_ASCII);
                exchange.sendResponseHeaders(200, sum.length);
                exchange.getResponseBody().write(sum);
            } else {
                long bytes = Long.parseLong(exchange.getRequestURI().getPath().substring(1));
                exchange.sendResponseHeaders(200, bytes);
                BodyPattern.write(exchange.getResponseBody(), bytes);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
