package dev.tidegate.controller.process;

import static dev.tidegate.controller.fixture.Fixtures.ingress;
import static dev.tidegate.controller.fixture.Fixtures.ourClass;
import static dev.tidegate.controller.fixture.Fixtures.prefix;
import static dev.tidegate.controller.fixture.Fixtures.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidegate.controller.fixture.FakeSource;
import dev.tidegate.controller.fixture.Snapshots;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.gateway.table.Endpoint;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// A Deployment that is restarted under load, its pods one after the other, as Kubernetes does it: the new pod
/// becomes ready, the old one terminating, and once that is known to the gateway the old one stops.
final class RollingRestartTest {

    private static final int RESTARTS = 20;
    private static final int PODS = 3;
    private static final int CLIENTS = 4;

    private final Vertx vertx = Vertx.vertx();
    private final FakeSource source = new FakeSource();
    private final AtomicInteger answered = new AtomicInteger();
    private final List<String> lost = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean over;

    private record Pod(HttpServer server) {
        int port() {
            return server.actualPort();
        }
    }

    @Test
    void twenty_rolling_restarts_under_load_lose_no_request() throws Exception {
        List<Pod> pods = new ArrayList<>();
        for (int i = 0; i < PODS; i++) {
            pods.add(startPod());
        }
        RunningController controller =
                RunningController.start(Controllers.options(0, 0), source, OutputStream.nullOutputStream());
        try {
            source.sync(snapshot(pods, List.of()));
            assertThat(controller.awaitTable(Duration.ofSeconds(10))).isTrue();
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(Thread.ofVirtual().start(() -> load(controller.httpPort())));
            }
            for (int restart = 0; restart < RESTARTS; restart++) {
                for (int i = 0; i < PODS; i++) {
                    Pod old = pods.set(i, startPod());
                    source.change(snapshot(pods, List.of(old)));
                    int seen = answered.get();
                    await().until(() -> !endpoints(controller).contains(endpoint(old)));
                    await().until(() -> answered.get() > seen + CLIENTS);
                    stop(old);
                    source.change(snapshot(pods, List.of()));
                }
            }
            over = true;
            for (Thread client : clients) {
                client.join(Duration.ofSeconds(10));
            }
            assertThat(lost).isEmpty();
            assertThat(answered.get()).isGreaterThan(RESTARTS * PODS * CLIENTS);
        } finally {
            over = true;
            controller.stop();
            done(vertx.close());
        }
    }

    private Pod startPod() throws Exception {
        return new Pod(done(vertx.createHttpServer()
                .requestHandler(request -> request.body()
                        .onSuccess(body ->
                                request.response().end(Buffer.buffer("got ").appendBuffer(body))))
                .listen(0, "127.0.0.1")));
    }

    /// Takes no more connections, ends the requests it has, and closes.
    private static void stop(Pod pod) throws Exception {
        done(pod.server().shutdown(5, TimeUnit.SECONDS));
    }

    private static <T> T done(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private void load(int port) {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            URI target = URI.create("http://localhost:" + port + "/");
            for (int i = 0; !over; i++) {
                HttpRequest.Builder request = HttpRequest.newBuilder(target).timeout(Duration.ofSeconds(10));
                String body = i % 2 == 0 ? "order " + i : "";
                ask(
                        client,
                        body.isEmpty()
                                ? request.build()
                                : request.POST(HttpRequest.BodyPublishers.ofString(body))
                                        .build(),
                        "got " + body);
            }
        }
    }

    private void ask(HttpClient client, HttpRequest request, String expected) {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200 && answer.body().equals(expected)) {
                answered.incrementAndGet();
            } else {
                lost.add(request.method() + " " + answer.statusCode() + " "
                        + answer.headers().map());
            }
        } catch (IOException broken) {
            lost.add(request.method() + " " + broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Endpoint> endpoints(RunningController controller) {
        return controller.current().table().backends().values().stream()
                .flatMap(backend -> backend.endpoints().stream())
                .toList();
    }

    private static Endpoint endpoint(Pod pod) {
        return new Endpoint("127.0.0.1", pod.port());
    }

    private static Snapshot snapshot(List<Pod> ready, List<Pod> terminating) {
        List<HasMetadata> objects =
                new ArrayList<>(List.of(ourClass(), ingress("web", "localhost", prefix("/", "web")), service("web")));
        ready.forEach(pod -> objects.add(slice(pod, false)));
        terminating.forEach(pod -> objects.add(slice(pod, true)));
        return Snapshots.of(objects);
    }

    /// Each pod has a port of its own, and so a slice.
    private static EndpointSlice slice(Pod pod, boolean terminating) {
        return new EndpointSliceBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName("web-" + pod.port())
                .withLabels(Map.of("kubernetes.io/service-name", "web"))
                .endMetadata()
                .withAddressType("IPv4")
                .withEndpoints(new EndpointBuilder()
                        .withAddresses("127.0.0.1")
                        .withNewConditions()
                        .withReady(!terminating)
                        .withServing(true)
                        .withTerminating(terminating)
                        .endConditions()
                        .build())
                .addNewPort()
                .withPort(pod.port())
                .endPort()
                .build();
    }
}
