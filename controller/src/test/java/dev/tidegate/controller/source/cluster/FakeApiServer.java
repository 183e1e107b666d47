package dev.tidegate.controller.source.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;

/// An API server for tests, in this process, that can be in trouble: it lists, gets and watches by plain HTTP, and does
/// what it is told to: refuses, throttles, closes watches, forgets history, begins its versions anew, falls silent.
/// It knows no roles, no pages and no defaults; a real one is what the end-to-end tests are for.
final class FakeApiServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String END = "";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final TreeMap<String, ObjectNode> objects = new TreeMap<>();
    private final List<Event> history = new ArrayList<>();
    private final List<Watch> watches = new ArrayList<>();
    private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();
    private long version = 100;
    private long forgottenUpTo;
    private volatile Predicate<String> refused = path -> false;
    private volatile Predicate<String> held = path -> false;
    private volatile Optional<String> token = Optional.empty();
    private volatile boolean initialBookmarks = true;
    private int throttled;

    private record Event(long version, String path, String type, ObjectNode object) {}

    private record Watch(Asked asked, BlockingQueue<String> lines, boolean[] frozen) {}

    private FakeApiServer(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    static FakeApiServer start() {
        return start(0);
    }

    static FakeApiServer start(int port) {
        try {
            return new FakeApiServer(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    KubernetesClient client() {
        return client(Config.empty());
    }

    KubernetesClient client(Config config) {
        return new KubernetesClientBuilder()
                .withHttpClientFactory(new JdkHttpClientFactory())
                .withConfig(new ConfigBuilder(config)
                        .withMasterUrl("http://localhost:" + port())
                        .withHttp2Disable(true)
                        .withOnlyHttpWatches(true)
                        .withWatchReconnectInterval(100)
                        .withRequestRetryBackoffLimit(0)
                        .withConnectionTimeout(2_000)
                        .build())
                .build();
    }

    /// Creates it, or puts it in place of what is there.
    synchronized void put(HasMetadata object) {
        ObjectNode json = json(object);
        String path = path(object);
        ObjectNode metadata = json.withObjectProperty("metadata");
        metadata.put("resourceVersion", String.valueOf(++version));
        ObjectNode before = objects.put(path, json);
        metadata.put("uid", before == null ? "uid-" + version : before.at("/metadata/uid").asText());
        tell(new Event(version, path, before == null ? "ADDED" : "MODIFIED", json), before);
    }

    synchronized void delete(HasMetadata object) {
        String path = path(object);
        ObjectNode before = objects.remove(path);
        ObjectNode last = before.deepCopy();
        last.withObjectProperty("metadata").put("resourceVersion", String.valueOf(++version));
        tell(new Event(version, path, "DELETED", last), before);
    }

    /// As it is lost to whoever watches now: nobody is told.
    synchronized void deleteUntold(HasMetadata object) {
        objects.remove(path(object));
        version++;
    }

    private void tell(Event event, ObjectNode before) {
        history.add(event);
        for (Watch watch : watches) {
            if (watch.asked.covers(event.path) && !watch.frozen[0]) {
                boolean was = before != null && watch.asked.selects(before);
                boolean is = !event.type.equals("DELETED") && watch.asked.selects(event.object);
                if (was || is) {
                    watch.lines.add(line(!is ? "DELETED" : was ? "MODIFIED" : "ADDED", event.object));
                }
            }
        }
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    void forgetRequests() {
        requests.clear();
    }

    /// From now on whatever has `part` in its path is forbidden.
    void refuse(String part) {
        refused = path -> path.contains(part);
    }

    void allowAll() {
        refused = path -> false;
    }

    /// The next so many requests are answered with 429.
    synchronized void throttle(int requests) {
        throttled = requests;
    }

    /// Whatever has `part` in its path gets no answer until [#answerAll].
    void hold(String part) {
        held = path -> path.contains(part);
    }

    synchronized void answerAll() {
        held = path -> false;
        notifyAll();
    }

    void acceptOnly(String bearer) {
        token = Optional.of("Bearer " + bearer);
    }

    void knowNoInitialBookmarks() {
        initialBookmarks = false;
    }

    synchronized int watches(String part) {
        return (int) watches.stream().filter(watch -> watch.asked.path().contains(part)).count();
    }

    synchronized void closeWatches() {
        watches.forEach(watch -> watch.lines.add(END));
    }

    /// Nobody can go on from where he was: open watches are told so, new ones too.
    synchronized void forgetHistory() {
        forgottenUpTo = ++version;
        watches.forEach(watch -> {
            watch.lines.add("{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"code\":410,\"reason\":\"Expired\"}}");
            watch.lines.add(END);
        });
    }

    /// As after a restore from a backup: what there is stays, its versions are lower than they were.
    synchronized void beginVersionsAnew() {
        version = 10;
        history.clear();
        objects.values().forEach(object ->
                object.withObjectProperty("metadata").put("resourceVersion", String.valueOf(++version)));
        closeWatches();
    }

    /// The watches that are open now say nothing any more, and do not end either.
    synchronized void fallSilent() {
        watches.forEach(watch -> watch.frozen[0] = true);
    }

    synchronized void sendBookmarks() {
        watches.stream().filter(watch -> !watch.frozen[0]).forEach(watch -> watch.lines.add(bookmark(version, false)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestURI().toString();
        requests.add(target);
        try (exchange) {
            await(target);
            if (token.isPresent() && !token.get().equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, 401, "{}");
            } else if (refused.test(target)) {
                send(exchange, 403, "{\"kind\":\"Status\",\"code\":403,\"reason\":\"Forbidden\",\"message\":\"no\"}");
            } else if (isThrottled()) {
                exchange.getResponseHeaders().set("Retry-After", "1");
                send(exchange, 429, "{}");
            } else {
                answer(exchange, Asked.of(exchange.getRequestURI()));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void await(String target) throws InterruptedException {
        while (held.test(target)) {
            wait();
        }
    }

    private synchronized boolean isThrottled() {
        return throttled > 0 && throttled-- > 0;
    }

    private void answer(HttpExchange exchange, Asked asked) throws IOException, InterruptedException {
        if (asked.watch()) {
            watch(exchange, asked);
        } else if (asked.isOne()) {
            Optional<String> found = one(asked);
            send(exchange, found.isPresent() ? 200 : 404, found.orElse("{\"kind\":\"Status\",\"code\":404}"));
        } else {
            send(exchange, 200, list(asked));
        }
    }

    private synchronized Optional<String> one(Asked asked) {
        return Optional.ofNullable(objects.get(asked.path())).map(JsonNode::toString);
    }

    private synchronized String list(Asked asked) {
        ObjectNode list = JSON.createObjectNode();
        list.put("kind", "List").put("apiVersion", "v1");
        list.withObjectProperty("metadata").put("resourceVersion", String.valueOf(version));
        objects.forEach((path, object) -> {
            if (asked.covers(path) && asked.selects(object)) {
                list.withArrayProperty("items").add(object);
            }
        });
        list.withArrayProperty("items");
        return list.toString();
    }

    private void watch(HttpExchange exchange, Asked asked) throws IOException, InterruptedException {
        if (asked.initial() && !initialBookmarks) {
            send(exchange, 422, "{\"kind\":\"Status\",\"code\":422}");
            return;
        }
        Optional<Watch> begun = begin(asked);
        if (begun.isEmpty()) {
            send(exchange, 200, "{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"code\":410}}\n");
            return;
        }
        Watch watch = begun.get();
        try {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            body.flush();
            for (String line = watch.lines.take(); !line.equals(END); line = watch.lines.take()) {
                body.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                body.flush();
            }
        } finally {
            synchronized (this) {
                watches.remove(watch);
            }
        }
    }

    private synchronized Optional<Watch> begin(Asked asked) {
        if (asked.from() > 0 && asked.from() < forgottenUpTo) {
            return Optional.empty();
        }
        Watch watch = new Watch(asked, new LinkedBlockingQueue<>(), new boolean[1]);
        // Nothing is said, not even of what happens from now on, to one who goes on from a version yet to come.
        watch.frozen[0] = asked.from() > version;
        if (asked.from() == 0) {
            objects.forEach((path, object) -> {
                if (asked.covers(path) && asked.selects(object)) {
                    watch.lines.add(line("ADDED", object));
                }
            });
        }
        history.stream()
                .filter(event -> asked.from() > 0 && event.version > asked.from())
                .filter(event -> asked.covers(event.path) && asked.selects(event.object))
                .forEach(event -> watch.lines.add(line(event.type, event.object)));
        if (asked.initial()) {
            watch.lines.add(bookmark(version, true));
        }
        watches.add(watch);
        return Optional.of(watch);
    }

    private static String line(String type, JsonNode object) {
        return "{\"type\":\"" + type + "\",\"object\":" + object + "}";
    }

    private static String bookmark(long version, boolean initial) {
        String note = initial ? ",\"annotations\":{\"k8s.io/initial-events-end\":\"true\"}" : "";
        return "{\"type\":\"BOOKMARK\",\"object\":{\"kind\":\"Bookmark\",\"apiVersion\":\"v1\",\"metadata\":"
                + "{\"resourceVersion\":\"" + version + "\"" + note + "}}}";
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static ObjectNode json(HasMetadata object) {
        try {
            return (ObjectNode) JSON.readTree(Serialization.asJson(object));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static String path(HasMetadata object) {
        String group = object.getApiVersion().contains("/") ? "/apis/" : "/api/";
        String namespace = object.getMetadata().getNamespace();
        return group + object.getApiVersion() + (namespace == null ? "" : "/namespaces/" + namespace) + "/"
                + object.getPlural() + "/" + object.getMetadata().getName();
    }

    /// Stops at once; connections are closed with it.
    @Override
    public void close() {
        synchronized (this) {
            held = path -> false;
            notifyAll();
        }
        server.stop(0);
        threads.shutdownNow();
    }
}
