package dev.tidegate.controller.process;

import static dev.tidegate.controller.fixture.Fixtures.ingress;
import static dev.tidegate.controller.fixture.Fixtures.ourClass;
import static dev.tidegate.controller.fixture.Fixtures.prefix;
import static dev.tidegate.controller.fixture.Fixtures.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidegate.controller.fixture.FakeSource;
import dev.tidegate.controller.fixture.Snapshots;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Three replicas, each at a loopback address of its own, on one port; a fourth that the slices name is not there.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReplicasTest {

    private static final List<String> ADDRESSES = List.of("127.0.0.1", "127.0.0.2", "127.0.0.3");

    private final List<FakeSource> sources = List.of(new FakeSource(), new FakeSource(), new FakeSource());
    private final List<RunningController> controllers = new ArrayList<>();
    private int port;

    @BeforeAll
    void start() throws Exception {
        port = freePort();
        for (int i = 0; i < ADDRESSES.size(); i++) {
            controllers.add(Controllers.startReplica("tidegate-" + i, ADDRESSES.get(i), port, sources.get(i)));
        }
        sources.get(0).sync(Snapshots.of(estate("shop.example")));
        sources.get(1).sync(Snapshots.of(estate("shop.example")));
        sources.get(2).sync(Snapshots.of(estate("late.example")));
        for (RunningController controller : controllers) {
            assertThat(controller.awaitTable(Duration.ofSeconds(20))).isTrue();
        }
    }

    @AfterAll
    void stop() {
        controllers.forEach(RunningController::stop);
    }

    /// A port that is free at each of the addresses.
    private static int freePort() throws Exception {
        for (int i = 0; i < 20; i++) {
            try (ServerSocket one = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                    ServerSocket two = new ServerSocket();
                    ServerSocket three = new ServerSocket()) {
                two.bind(new InetSocketAddress("127.0.0.2", one.getLocalPort()));
                three.bind(new InetSocketAddress("127.0.0.3", one.getLocalPort()));
                return one.getLocalPort();
            } catch (BindException taken) {
                assertThat(taken).isNotNull();
            }
        }
        throw new AssertionError("no port is free at all of " + ADDRESSES);
    }

    private static HasMetadata[] estate(String host) {
        return new HasMetadata[] {ourClass(), service("web"), ingress("web", host, prefix("/", "web")), replicas()};
    }

    private static EndpointSlice replicas() {
        EndpointSliceBuilder slice = new EndpointSliceBuilder()
                .withNewMetadata()
                .withNamespace("infra")
                .withName("tidegate-1")
                .withLabels(Map.of("kubernetes.io/service-name", "tidegate"))
                .endMetadata()
                .withAddressType("IPv4")
                .addNewPort()
                .withPort(8080)
                .endPort();
        for (int i = 0; i < 4; i++) {
            slice.addNewEndpoint()
                    .withAddresses("127.0.0." + (i + 1))
                    .withNewConditions()
                    .withReady(i != 2)
                    .endConditions()
                    .withNewTargetRef()
                    .withKind("Pod")
                    .withNamespace("infra")
                    .withName("tidegate-" + i)
                    .endTargetRef()
                    .endEndpoint();
        }
        return slice.addNewEndpoint().withAddresses("127.0.0.66").endEndpoint().build();
    }

    private HttpResponse<String> get(int replica, String path, String... headers) throws Exception {
        return Http.ask("GET", ADDRESSES.get(replica) + ":" + port, path, headers);
    }

    private JsonNode json(int replica, String path) throws Exception {
        return Http.json(get(replica, path));
    }

    @Test
    void asking_one_tells_of_all_and_which_of_them_lags() throws Exception {
        for (int asked = 0; asked < 3; asked++) {
            JsonNode replicas = json(asked, "/api/replicas").path("replicas");
            assertThat(replicas.findValuesAsText("pod"))
                    .containsExactly("tidegate-0", "tidegate-1", "tidegate-2", "tidegate-3");
            for (int i = 0; i < 4; i++) {
                JsonNode replica = replicas.get(i);
                assertThat(replica.path("address").asText()).isEqualTo("127.0.0." + (i + 1));
                assertThat(replica.path("self").asBoolean()).isEqualTo(i == asked);
                assertThat(replica.path("reachable").asBoolean()).isEqualTo(i < 3);
                assertThat(replica.path("ready").asBoolean()).isEqualTo(i != 2);
                assertThat(replica.has("table")).isEqualTo(i < 3);
                assertThat(replica.has("problem")).isEqualTo(i == 3);
                assertThat(replica.has("alike")).isEqualTo(i < 3);
                assertThat(replica.path("alike").asBoolean()).isEqualTo(i < 3 && (i == 2) == (asked == 2));
            }
        }
    }

    @Test
    void what_another_replica_serves_can_be_asked_of_any() throws Exception {
        assertThat(get(0, "/api/replicas/tidegate-2/hosts").body())
                .isEqualTo(get(2, "/api/hosts").body());
        assertThat(json(1, "/api/replicas/tidegate-2/explain?url=http://late.example/x")
                        .path("host")
                        .asText())
                .isEqualTo("late.example");
        assertThat(json(2, "/api/replicas/tidegate-2/hosts").path("hosts").findValuesAsText("host"))
                .containsExactly("late.example");
        HttpResponse<String> refused = get(0, "/api/replicas/tidegate-1/hosts/late.example");
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(Http.json(refused).path("reason").asText()).isEqualTo("HostNotFound");
        assertThat(refused.headers().firstValue("content-type")).contains("application/json");
    }

    @Test
    void a_tag_and_a_head_pass_through() throws Exception {
        HttpResponse<String> first = get(0, "/api/replicas/tidegate-1/table");
        String tag = first.headers().firstValue("etag").orElseThrow();
        assertThat(get(0, "/api/replicas/tidegate-1/table", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        HttpResponse<String> head =
                Http.ask("HEAD", ADDRESSES.getFirst() + ":" + port, "/api/replicas/tidegate-1/table");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void a_replica_that_does_not_answer_is_a_502_in_json() throws Exception {
        HttpResponse<String> response = get(0, "/api/replicas/tidegate-3/table");
        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        assertThat(Http.json(response).path("reason").asText()).isEqualTo("ReplicaUnreachable");
    }

    @Test
    void whatever_is_no_replica_is_never_asked() throws Exception {
        for (String pod : List.of("nobody", "127.0.0.2", "127.0.0.2:80", "tidegate-9", "example.com")) {
            HttpResponse<String> response = get(0, "/api/replicas/" + pod + "/table");
            assertThat(response.statusCode()).as(pod).isEqualTo(404);
        }
        for (String path : List.of("/metrics", "/../metrics", "/replicas", "/replicas/tidegate-2/table", "/")) {
            HttpResponse<String> response = get(0, "/api/replicas/tidegate-1" + path);
            assertThat(response.statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void a_request_that_was_passed_on_goes_no_further() throws Exception {
        for (String path :
                List.of("/api/replicas", "/api/replicas/tidegate-1/table", "/api/replicas/tidegate-0/table")) {
            HttpResponse<String> response = get(0, path, "Tidegate-Replica", "tidegate-2");
            assertThat(response.statusCode()).as(path).isEqualTo(508);
            assertThat(Http.json(response).path("reason").asText()).isEqualTo("LoopDetected");
        }
    }

    @Test
    void replicas_may_read_and_their_neighbours_may_not() throws Exception {
        String authority = ADDRESSES.getFirst() + ":" + port;
        assertThat(Http.askFrom("127.0.0.3", authority, "/api/table").statusCode())
                .isEqualTo(200);
        assertThat(Http.askFrom("127.0.0.66", authority, "/api/table").statusCode())
                .isEqualTo(403);
    }
}
