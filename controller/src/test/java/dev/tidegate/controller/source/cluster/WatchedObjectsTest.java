package dev.tidegate.controller.source.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidegate.controller.fixture.TestApiServer;
import dev.tidegate.controller.snapshot.ObjectKey;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchedObjectsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final ObjectKey WEB = new ObjectKey("a", "web");

    private TestApiServer server = TestApiServer.start();
    private final KubernetesClient client = server.client();
    private final AtomicInteger fewest = new AtomicInteger(Integer.MAX_VALUE);
    private ApiServer api = new ApiServer(client, InstantSource.system());
    private WatchedObjects<Service> services = watched();

    @AfterEach
    void stop() {
        services.close();
        api.close();
        client.close();
        server.close();
    }

    @Test
    void what_there_is_is_listed_and_then_followed() {
        server.put(service("web", 80));
        start();
        assertThat(port()).contains(80);
        server.put(service("web", 81));
        awaitPort(81);
        server.delete(service("web", 81));
        await().atMost(SOON).until(() -> services.objects().isEmpty());
    }

    @Test
    void a_watch_that_the_server_closes_goes_on_and_nothing_is_listed_again() {
        server.put(service("web", 80));
        start();
        server.forgetRequests();
        server.closeWatches();
        server.put(service("web", 81));
        awaitPort(81);
        assertThat(services.restarts()).isEqualTo(1);
        assertThat(server.requests()).isNotEmpty().allMatch(request -> request.contains("watch=1"));
    }

    @Test
    void where_history_is_forgotten_all_is_listed_anew_and_no_object_is_missing_meanwhile() {
        server.put(service("web", 80));
        server.put(service("gone", 80));
        start();
        Service before = services.objects().get(WEB);
        fewest.set(Integer.MAX_VALUE);
        server.deleteUntold(service("gone", 80));
        server.put(service("new", 80));
        server.forgetHistory();
        await().atMost(SOON)
                .until(() -> services.objects().keySet().stream()
                        .map(ObjectKey::name)
                        .sorted()
                        .toList()
                        .toString()
                        .equals("[new, web]"));
        assertThat(services.objects().get(WEB)).isSameAs(before);
        assertThat(fewest.get()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_watch_that_falls_silent_is_given_up() {
        restart(Duration.ofMillis(500));
        server.put(service("web", 80));
        start();
        server.fallSilent();
        server.put(service("web", 81));
        awaitPort(81);
    }

    @Test
    void a_server_whose_versions_begin_anew_is_followed_again() {
        restart(Duration.ofMillis(500));
        server.put(service("web", 80));
        start();
        server.beginVersionsAnew();
        server.put(service("web", 81));
        awaitPort(81);
        server.put(service("web", 82));
        awaitPort(82);
    }

    @Test
    void a_server_that_throttles_is_left_alone_as_long_as_it_asks() {
        server.put(service("web", 80));
        server.throttle(2);
        start();
        assertThat(port()).contains(80);
        assertThat(server.requests()).hasSizeLessThan(8);
    }

    @Test
    void a_server_that_has_lost_its_database_is_asked_for_what_it_remembers() {
        server.put(service("web", 80));
        server.failWhere("limit=");
        start();
        assertThat(port()).contains(80);
    }

    @Test
    void what_is_forbidden_is_named_with_its_verb_until_it_is_allowed() {
        server.refuse("/services");
        long begunNs = System.nanoTime();
        services.start();
        await().atMost(SOON).until(() -> services.answered(begunNs));
        assertThat(services.listed()).isFalse();
        assertThat(services.failure().orElseThrow().reason())
                .isEqualTo("forbidden to list services (expected: a role that allows to get, list and watch them;"
                        + " see docs/rbac.md)");
        server.allowAll();
        await().atMost(SOON).until(services::listed);
        assertThat(services.failure()).isEmpty();
    }

    @Test
    void an_optional_kind_that_is_not_installed_is_no_failure_and_is_seen_once_it_is() {
        server.uninstall("/services");
        WatchedObjects<Service> optional = optional(Duration.ofMillis(200));
        await().atMost(SOON).until(() -> optional.answered(System.nanoTime()));
        assertThat(optional.failure()).isEmpty();
        assertThat(optional.expected()).isFalse();
        server.installAll();
        server.put(service("web", 80));
        await().atMost(SOON).until(() -> optional.watching() && optional.expected());
        assertThat(optional.objects()).containsOnlyKeys(WEB);
        server.uninstall("/services");
        server.closeWatches();
        await().atMost(SOON).until(() -> optional.objects().isEmpty());
        assertThat(optional.failure()).isEmpty();
        optional.close();
    }

    @Test
    void a_kind_that_has_to_be_there_and_is_not_is_a_failure() {
        server.uninstall("/services");
        services.start();
        await().atMost(SOON).until(() -> services.failure().isPresent());
        assertThat(services.failure().orElseThrow().reason()).isEqualTo("status 404");
        assertThat(services.answered(System.nanoTime())).isFalse();
        assertThat(services.expected()).isTrue();
    }

    @Test
    void an_optional_kind_that_is_forbidden_is_named_and_not_expected_to_be_watched() {
        server.refuse("/services");
        WatchedObjects<Service> optional = optional(Duration.ofSeconds(1));
        await().atMost(SOON).until(optional::refused);
        assertThat(optional.failure().orElseThrow().reason()).startsWith("forbidden to list services");
        assertThat(optional.expected()).isFalse();
        optional.close();
    }

    @Test
    void a_slow_list_does_not_hold_up_another() {
        server.hold("/services");
        services.start();
        WatchedObjects<ConfigMap> others =
                new WatchedObjects<>(Resource.all(ConfigMap.class, Optional.empty()), api, () -> {});
        others.start();
        await().atMost(SOON).until(others::watching);
        assertThat(services.listed()).isFalse();
        assertThat(services.refused()).isFalse();
        server.answerAll();
        await().atMost(SOON).until(services::watching);
        others.close();
    }

    @Test
    void a_server_that_is_away_for_a_while_costs_nothing_that_is_known() {
        server.put(service("web", 80));
        start();
        server.close();
        await().atMost(SOON).until(() -> services.failure().isPresent());
        assertThat(port()).contains(80);
        server = TestApiServer.inPlaceOf(server);
        server.put(service("web", 81));
        awaitPort(81);
        assertThat(services.failure()).isEmpty();
    }

    private WatchedObjects<Service> watched() {
        return new WatchedObjects<>(
                Resource.all(Service.class, Optional.empty()),
                api,
                () -> fewest.accumulateAndGet(services.objects().size(), Math::min));
    }

    private WatchedObjects<Service> optional(Duration absentRest) {
        WatchedObjects<Service> optional = new WatchedObjects<>(
                Resource.all(Service.class, Optional.empty()).ifThere(), api, () -> {}, absentRest);
        optional.start();
        return optional;
    }

    private void restart(Duration silence) {
        api.close();
        api = new ApiServer(client, InstantSource.system(), silence);
        services = watched();
    }

    private void start() {
        services.start();
        await().atMost(SOON).until(() -> services.watching() && server.watches("/services") == 1);
    }

    private void awaitPort(int port) {
        await().atMost(SOON).until(() -> port().equals(Optional.of(port)));
    }

    private Optional<Integer> port() {
        return Optional.ofNullable(services.objects().get(WEB))
                .map(service -> service.getSpec().getPorts().getFirst().getPort());
    }

    private static Service service(String name, int port) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withNamespace("a")
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .addNewPort()
                .withPort(port)
                .endPort()
                .endSpec()
                .build();
    }
}
