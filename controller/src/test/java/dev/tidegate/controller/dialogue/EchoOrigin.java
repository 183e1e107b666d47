package dev.tidegate.controller.dialogue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Backends on several addresses of loopback, all at one port, that answer with what they were asked: who was asked,
/// the request line, then the header fields in order of name.
///
/// In the query `status=404` makes that the status, and `field=Name:value` adds a header field to the answer.
final class EchoOrigin implements AutoCloseable {

    private static final List<String> ADDRESSES = List.of("127.0.0.1", "127.0.0.2", "127.0.0.3", "127.0.0.4");
    private static final int TRIES = 50;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<HttpServer> servers = new ArrayList<>();
    private final int port;

    private EchoOrigin(int port) throws IOException {
        this.port = port;
        for (String address : ADDRESSES) {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), port), 0);
            servers.add(server);
            server.setExecutor(threads);
            server.createContext("/", exchange -> answer(address, exchange));
            server.start();
        }
    }

    /// A port that is free on the first address may be taken on another.
    static EchoOrigin start() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            int port = free();
            try {
                return new EchoOrigin(port);
            } catch (BindException taken) {
                // Another one, then.
            }
        }
        throw new IOException("no port that is free on all of " + ADDRESSES);
    }

    private static int free() throws IOException {
        HttpServer probe = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        probe.start();
        probe.stop(0);
        return probe.getAddress().getPort();
    }

    int port() {
        return port;
    }

    private static void answer(String address, HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        StringBuilder out = new StringBuilder(address + " got " + exchange.getRequestMethod() + " "
                + exchange.getRequestURI() + (body.length == 0 ? "" : " with " + body.length + " bytes") + "\n");
        Map<String, List<String>> fields = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> fields.put(name.toLowerCase(Locale.ROOT), values));
        fields.forEach((name, values) -> values.forEach(
                value -> out.append(name).append(": ").append(value).append("\n")));
        int status = 200;
        String query = exchange.getRequestURI().getQuery();
        for (String wish : query == null ? new String[0] : query.split("&")) {
            if (wish.startsWith("status=")) {
                status = Integer.parseInt(wish.substring("status=".length()));
            } else if (wish.startsWith("field=")) {
                String field = wish.substring("field=".length());
                int colon = field.indexOf(':');
                exchange.getResponseHeaders().add(field.substring(0, colon), field.substring(colon + 1));
            }
        }
        byte[] bytes = out.toString().getBytes(StandardCharsets.UTF_8);
        boolean bodiless = exchange.getRequestMethod().equals("HEAD") || status == 204 || status == 304;
        exchange.sendResponseHeaders(status, bodiless ? -1 : bytes.length);
        if (!bodiless) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
        threads.close();
    }
}
