package dev.tidegate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.e2e.SteadyClient.Target;
import dev.tidegate.tls.TestAuthority;
import dev.tidegate.tls.TestCertificate;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The main promise: everything changes, and nobody who is being served notices.
///
/// Four writers edit the folder at the same time, each as fast as its changes come into view: two the routes, one the
/// certificate, one the endpoints.
@ExtendWith(TellOnFailure.class)
class ChangesUnderLoadIT {

    private static final int EDITS_PER_INGRESS = 100;
    private static final int ROTATIONS = 100;
    private static final int ENDPOINT_CHANGES = 100;
    private static final int CONNECTIONS_PER_LISTENER = 4;
    private static final String STEADY = "/steady/work";
    private static final String CHURN_HOST = "churn.example";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final TestAuthority authority = TestAuthority.create("changes under load");
    private final TlsTrust trust = TlsTrust.in(authority);
    private final List<TestBackend> backends =
            List.of("alpha", "beta", "gamma").stream().map(TestBackend::start).toList();
    private final ValidBackends validOnA = ValidBackends.of("alpha");
    private final ValidBackends validOnB = ValidBackends.of("alpha");
    private final ValidBackends validOnChurn = ValidBackends.of("alpha", "beta");
    private final ChangeTimes routeTimes = new ChangeTimes();
    private final ChangeTimes rotationTimes = new ChangeTimes();
    private final ChangeTimes endpointTimes = new ChangeTimes();

    @SuppressWarnings("NullAway.Init")
    private ManifestDir manifests;

    @SuppressWarnings("NullAway.Init")
    private TidegateProcess tidegate;

    @BeforeEach
    void start() {
        manifests = new ManifestDir(folder);
        manifests.put("class.yaml", Manifests.INGRESS_CLASS);
        for (TestBackend backend : backends) {
            String name = backend.name();
            manifests.put(
                    name + ".yaml", Manifests.all(Manifests.service(name), Manifests.endpoints(name, backend.port())));
        }
        manifests.put("a.yaml", ingress("a", Map.of("/steady", "alpha")));
        manifests.put("b.yaml", ingress("b", Map.of("/steady", "alpha")));
        manifests.put("churn.yaml", Manifests.all(ingress("churn", Map.of("/", "churn")), Manifests.service("churn")));
        manifests.put("churn-endpoints.yaml", Manifests.endpoints("churn", port(0), port(1)));
        manifests.put("tls.yaml", Manifests.tlsSecret(certificate()));
        tidegate = TidegateProcess.serve(folder);
    }

    @AfterEach
    void stop() {
        tidegate.close();
        backends.forEach(TestBackend::close);
    }

    @Test
    @Timeout(value = 150, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void four_hundred_changes_cost_no_request_no_stream_and_no_web_socket() throws Exception {
        List<Target> targets = List.of(
                new Target("a.example", STEADY, validOnA),
                new Target("b.example", STEADY, validOnB),
                new Target(CHURN_HOST, "/work", validOnChurn));
        long beganNs = System.nanoTime();
        try (EchoingWebSocket socket = EchoingWebSocket.open(tidegate.ports().https(), CHURN_HOST, "/echo");
                EventStream events = EventStream.open(cleartext(), CHURN_HOST, "/events");
                SteadyClient client = SteadyClient.start(connections(), targets)) {
            makeAllChanges();
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - beganNs);
            long echoed = socket.echoed();
            long received = events.received();
            Await.until("the WebSocket still echoes", () -> socket.echoed() > echoed + 2);
            Await.until("the stream still ticks", () -> events.received() > received + 2);

            System.out.printf(
                    "%d requests, %d echoes, %d events in %d s; routes: %s; certificates: %s; endpoints: %s%n",
                    client.answered(), echoed, received, seconds, routeTimes, rotationTimes, endpointTimes);
            assertThat(client.failures()).isEmpty();
            assertThat(socket.failure()).isEmpty();
            assertThat(events.failure()).isEmpty();
            assertThat(client.answered()).isGreaterThan(100 * seconds);
            assertThat(routeTimes.count()).isEqualTo(2 * EDITS_PER_INGRESS);
            assertThat(rotationTimes.count()).isEqualTo(ROTATIONS);
            assertThat(endpointTimes.count()).isEqualTo(ENDPOINT_CHANGES);
            assertThat(tidegate.alive()).isTrue();
        }
    }

    private void makeAllChanges() throws Exception {
        List<Callable<Boolean>> writers = List.of(
                () -> editRoutes("a", validOnA),
                () -> editRoutes("b", validOnB),
                this::rotateCertificates,
                this::moveEndpoints);
        try (ExecutorService threads = Executors.newFixedThreadPool(writers.size())) {
            for (Future<Boolean> done : threads.invokeAll(writers)) {
                done.get();
            }
        }
    }

    /// In turn: a route is added, the steady one moves on, the added one goes, the steady one moves on.
    private boolean editRoutes(String name, ValidBackends valid) throws IOException {
        String host = name + ".example";
        Map<String, String> routes = new LinkedHashMap<>(Map.of("/steady", "alpha"));
        try (HttpConnection probe = cleartext()) {
            for (int edit = 0; edit < EDITS_PER_INGRESS; edit++) {
                String added = "/added-" + edit / 4;
                switch (edit % 4) {
                    case 0 -> {
                        routes.put(added, "beta");
                        editRoutes(name, routes, () -> probe.get(host, added).status() == 200);
                    }
                    case 2 -> {
                        routes.remove(added);
                        editRoutes(name, routes, () -> probe.get(host, added).status() == 404);
                    }
                    default -> {
                        String next =
                                backends.get((edit / 2 + 1) % backends.size()).name();
                        routes.put("/steady", next);
                        valid.changing(Set.of(next));
                        editRoutes(
                                name,
                                routes,
                                () -> probe.get(host, "/steady").backend().equals(next));
                        valid.changed();
                    }
                }
            }
        }
        return true;
    }

    private void editRoutes(String name, Map<String, String> routes, Callable<Boolean> visible) {
        timed(routeTimes, "the edit of " + name + " to " + routes, () -> {
            manifests.put(name + ".yaml", ingress(name, routes));
            return visible;
        });
    }

    private boolean rotateCertificates() {
        for (int i = 0; i < ROTATIONS; i++) {
            TestCertificate next = certificate();
            BigInteger serial = next.certificate().leaf().getSerialNumber();
            timed(rotationTimes, "certificate " + i, () -> {
                manifests.put("tls.yaml", Manifests.tlsSecret(next));
                return () -> trust.serial(tidegate.ports().https(), CHURN_HOST).equals(serial);
            });
        }
        return true;
    }

    /// Of three backends two are endpoints; each change takes the elder out and the third in.
    private boolean moveEndpoints() throws IOException {
        try (HttpConnection probe = cleartext()) {
            for (int change = 0; change < ENDPOINT_CHANGES; change++) {
                int stays = (change + 1) % backends.size();
                int joins = (change + 2) % backends.size();
                String joined = backends.get(joins).name();
                validOnChurn.changing(Set.of(backends.get(stays).name(), joined));
                timed(endpointTimes, joined + " as an endpoint", () -> {
                    manifests.put("churn-endpoints.yaml", Manifests.endpoints("churn", port(stays), port(joins)));
                    return () -> probe.get(CHURN_HOST, "/who").backend().equals(joined);
                });
                validOnChurn.changed();
            }
        }
        return true;
    }

    private interface Edit {
        /// Writes it, and tells how to see it.
        Callable<Boolean> write();
    }

    private static void timed(ChangeTimes times, String what, Edit edit) {
        long beganNs = System.nanoTime();
        Await.untilServed(what, edit.write());
        times.add(System.nanoTime() - beganNs);
    }

    private TestCertificate certificate() {
        return authority.leaf("a.example", "b.example", CHURN_HOST);
    }

    private static String ingress(String name, Map<String, String> routes) {
        return Manifests.ingressWithTls(name, name + ".example", routes);
    }

    private int port(int backend) {
        return backends.get(backend).port();
    }

    private HttpConnection cleartext() throws IOException {
        return HttpConnection.cleartext(tidegate.ports().http());
    }

    private List<HttpConnection> connections() throws IOException {
        List<HttpConnection> connections = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS_PER_LISTENER; i++) {
            connections.add(cleartext());
            connections.add(HttpConnection.encrypted(tidegate.ports().https(), trust, CHURN_HOST));
        }
        return connections;
    }
}
