package dev.tidegate.e2e.dns;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// An API server that lists a class and some Ingresses, and is not to be relied upon: it can be away, come back, say
/// that there is nothing at all, and forget what watchers have seen.
final class FickleApiServer implements AutoCloseable {

    private static final String CLASS = """
        {"apiVersion": "networking.k8s.io/v1", "kind": "IngressClass", "metadata": {"name": "tidegate", "uid": "c",
         "resourceVersion": "1"}, "spec": {"controller": "tidegate.dev/ingress-controller"}}\
        """;

    private static final Map<String, String> KINDS = Map.of(
            "ingresses", "networking.k8s.io/v1 Ingress",
            "ingressclasses", "networking.k8s.io/v1 IngressClass",
            "services", "v1 Service",
            "endpointslices", "discovery.k8s.io/v1 EndpointSlice");

    private final List<String> ingresses;
    private final int port;
    private final Queue<OutputStream> watches = new ConcurrentLinkedQueue<>();
    private volatile boolean empty;
    private HttpServer server;
    private ExecutorService threads;

    private FickleApiServer(List<String> ingresses) throws IOException {
        this.ingresses = ingresses;
        this.server = listening(0);
        this.port = server.getAddress().getPort();
    }

    /// One Ingress for each host.
    static FickleApiServer start(List<String> hosts) {
        List<String> ingresses = new ArrayList<>();
        for (int i = 0; i < hosts.size(); i++) {
            ingresses.add("""
                {"apiVersion": "networking.k8s.io/v1", "kind": "Ingress", "metadata": {"namespace": "shop",
                 "name": "web-%1$d", "uid": "u-%1$d", "resourceVersion": "1", "generation": 1,
                 "creationTimestamp": "2026-01-01T00:00:00Z"}, "spec": {"ingressClassName": "tidegate",
                 "rules": [{"host": "%2$s", "http": {"paths": [{"path": "/", "pathType": "Prefix",
                 "backend": {"service": {"name": "web", "port": {"number": 80}}}}]}}]}}\
                """.formatted(i, hosts.get(i)));
        }
        try {
            return new FickleApiServer(ingresses);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private HttpServer listening(int at) throws IOException {
        HttpServer next = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
        threads = Executors.newVirtualThreadPerTaskExecutor();
        next.setExecutor(threads);
        next.createContext("/", this::answer);
        next.start();
        return next;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String kind = KINDS.get(path.substring(path.lastIndexOf('/') + 1));
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        if (kind == null) {
            byte[] nothing =
                    "{\"kind\": \"Status\", \"apiVersion\": \"v1\", \"code\": 404}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(404, nothing.length);
            exchange.getResponseBody().write(nothing);
            exchange.close();
        } else if (query.contains("watch=1")) {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            body.flush();
            watches.add(body);
        } else {
            byte[] list = list(kind).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, list.length);
            exchange.getResponseBody().write(list);
            exchange.close();
        }
    }

    private String list(String kind) {
        List<String> items =
                switch (kind.substring(kind.indexOf(' ') + 1)) {
                    case "Ingress" -> empty ? List.of() : ingresses;
                    case "IngressClass" -> List.of(CLASS);
                    default -> List.of();
                };
        return items.stream()
                .collect(Collectors.joining(
                        ",",
                        "{\"apiVersion\": \"" + kind.substring(0, kind.indexOf(' ')) + "\", \"kind\": \""
                                + kind.substring(kind.indexOf(' ') + 1)
                                + "List\", \"metadata\": {\"resourceVersion\": \"10\"}, \"items\": [",
                        "]}"));
    }

    /// From now on it says that there is no Ingress, or again that there are.
    void empty(boolean now) {
        empty = now;
    }

    /// Whoever watches is told that what he has seen is too old, so that he lists anew.
    void forget() {
        for (OutputStream watch = watches.poll(); watch != null; watch = watches.poll()) {
            try (OutputStream ending = watch) {
                ending.write("""
                    {"type": "ERROR", "object": {"kind": "Status", "apiVersion": "v1", "status": "Failure",\
                     "reason": "Expired", "code": 410}}
                    """.getBytes(StandardCharsets.UTF_8));
            } catch (IOException gone) {
                // nobody watches there any more
            }
        }
    }

    /// It does not answer any more.
    void leave() {
        server.stop(0);
        threads.shutdownNow();
        watches.clear();
    }

    void comeBack() {
        try {
            server = listening(port);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Shape: a folder → a kubeconfig in it that leads here.
    Path kubeconfig(Path folder) {
        try {
            return Files.writeString(folder.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                clusters: [{name: c, cluster: {server: "http://127.0.0.1:%d"}}]
                users: [{name: u, user: {}}]
                contexts: [{name: x, context: {cluster: c, user: u}}]
                current-context: x
                """.formatted(port));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        leave();
    }
}
