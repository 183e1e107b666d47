package dev.tidegate.e2e.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Many pods' servers in one process, each on an address of its own; the upstream suite's echo server, written anew.
///
/// It is told what to do by lines on standard input, answers each by a line on standard output, and ends with its
/// input: `open POD ADDRESS PORT NAMESPACE INGRESS SERVICE` · `say POD ADDRESS PORT TEXT` answers everything by that
/// one word · `close POD` drops its connections, as a crash does ·
/// `drain POD SECONDS` listens no more and lets requests in flight end.
final class EchoServers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, HttpServer> servers = new HashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public static void main(String... none) throws IOException {
        EchoServers servers = new EchoServers();
        try (BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                System.out.println(servers.obey(line.split(" ", -1)));
            }
        }
        System.exit(0); // servers do not end by themselves
    }

    private String obey(String[] command) {
        try {
            switch (command[0]) {
                case "open" -> open(command);
                case "say" -> say(command);
                case "close" -> taken(command[1]).stop(0);
                case "drain" -> drain(taken(command[1]), Integer.parseInt(command[2]));
                default -> throw new IOException("no such command");
            }
            return "ok";
        } catch (IOException failed) {
            return String.join(" ", command) + ": " + failed.getMessage();
        }
    }

    private void open(String[] command) throws IOException {
        start(command, exchange -> answer(exchange, command[4], command[5], command[6], command[1]));
    }

    private void say(String[] command) throws IOException {
        start(command, exchange -> {
            byte[] text = command[4].getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
    }

    private void start(String[] command, HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(command[2], Integer.parseInt(command[3])), 128);
        server.setExecutor(threads);
        server.createContext("/", handler);
        server.start();
        servers.put(command[1], server);
    }

    private HttpServer taken(String pod) throws IOException {
        HttpServer server = servers.remove(pod);
        if (server == null) {
            throw new IOException("no such pod");
        }
        return server;
    }

    private void drain(HttpServer server, int seconds) {
        threads.execute(() -> server.stop(seconds));
    }

    private static void answer(HttpExchange exchange, String namespace, String ingress, String service, String pod)
            throws IOException {
        exchange.getRequestBody().readAllBytes();
        hold(exchange);
        byte[] body = JSON.writeValueAsBytes(new Echo(
                exchange.getRequestURI().toString(),
                String.valueOf(exchange.getRequestHeaders().getFirst("Host")),
                exchange.getRequestMethod(),
                exchange.getProtocol(),
                Map.copyOf(exchange.getRequestHeaders()),
                namespace,
                ingress,
                service,
                pod));
        exchange.getResponseHeaders().put("Content-Type", List.of("application/json"));
        exchange.getResponseHeaders().put("X-Content-Type-Options", List.of("nosniff"));
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /// `?hold=20`: the answer takes that many milliseconds.
    private static void hold(HttpExchange exchange) {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        if (query.startsWith("hold=")) {
            try {
                TimeUnit.MILLISECONDS.sleep(Long.parseLong(query.substring("hold=".length())));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
