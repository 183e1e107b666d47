package dev.tidegate.controller.source.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidegate.controller.fixture.TestApiServer;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.WatchState;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClassBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClusterSourceTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static final Function<Snapshot, PersistentMap<ObjectKey, Integer>> TLS_SECRETS =
            ClusterSourceTest::tlsSecrets;

    private TestApiServer server;
    private KubernetesClient client;
    private ClusterSource source;
    private final AtomicInteger changes = new AtomicInteger();

    @BeforeEach
    void startServer() {
        server = TestApiServer.start();
        client = server.client();
        source = new ClusterSource(client, ClusterScope.ALL, TLS_SECRETS);
    }

    @AfterEach
    void stop() {
        source.close();
        source.close();
        client.close();
        server.close();
    }

    @Test
    void all_kinds_are_listed_before_anything_is_told() {
        server.put(ingress("a", "shop", "a.example", "cert"));
        server.put(secret("a", "cert"));
        server.put(service("a", "web", 80));
        server.put(new IngressClassBuilder()
                .withNewMetadata()
                .withName("tidegate")
                .endMetadata()
                .build());
        server.put(new EndpointSliceBuilder()
                .withNewMetadata()
                .withNamespace("a")
                .withName("web-1")
                .addToLabels("kubernetes.io/service-name", "web")
                .endMetadata()
                .withAddressType("IPv4")
                .build());
        start(ClusterScope.ALL);
        Snapshot first = source.snapshot();
        assertThat(first.ingresses()).containsOnlyKeys(key("a", "shop"));
        assertThat(first.services()).containsOnlyKeys(key("a", "web"));
        assertThat(first.ingressClasses()).containsOnlyKeys("tidegate");
        assertThat(first.endpointSlices()).containsOnlyKeys(key("a", "web"));
        assertThat(first.namespaces()).isEmpty();
        assertThat(first.secrets()).containsOnlyKeys(key("a", "cert"));
        assertThat(changes).hasValue(2);
    }

    @Test
    void no_secret_is_asked_for_before_the_first_snapshot_is_of_use() {
        server.put(ingress("a", "shop", "a.example", "cert"));
        server.put(secret("a", "cert"));
        source = new ClusterSource(client, ClusterScope.ALL, TLS_SECRETS);
        source.start(changes::incrementAndGet);
        await().atMost(SOON).until(source::synced);
        assertThat(source.snapshot().ingresses()).containsOnlyKeys(key("a", "shop"));
        assertThat(source.snapshot().secrets()).isEmpty();
        assertThat(source.snapshot().awaitedSecrets()).containsOnlyKeys(key("a", "cert"));
        assertThat(server.requests()).noneMatch(path -> path.contains("/secrets"));

        source.used();
        await().atMost(SOON).until(() -> source.snapshot().awaitedSecrets().isEmpty());
        assertThat(source.snapshot().secrets()).containsOnlyKeys(key("a", "cert"));
    }

    @Test
    void a_refusal_from_before_the_server_knew_its_roles_is_no_answer() {
        server.put(new IngressClassBuilder()
                .withNewMetadata()
                .withName("tidegate")
                .endMetadata()
                .build());
        server.refuse("/ingressclasses");
        server.hold("/services");
        source.start(changes::incrementAndGet);
        await().atMost(SOON).until(() -> state().failing().stream().anyMatch(it -> it.contains("forbidden to list")));
        server.allowAll();
        server.answerAll();
        await().atMost(SOON).until(source::synced);
        assertThat(source.snapshot().ingressClasses()).containsOnlyKeys("tidegate");
    }

    @Test
    void classes_that_stay_forbidden_are_none_and_that_is_said() {
        server.refuse("/ingressclasses");
        start(ClusterScope.ALL);
        assertThat(source.snapshot().ingressClasses()).isEmpty();
        assertThat(source.snapshot().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("IngressClass *"));
    }

    @Test
    void an_empty_cluster_is_synced_too() {
        start(ClusterScope.ALL);
        assertThat(source.snapshot()).isEqualTo(Snapshot.EMPTY);
    }

    @Test
    void what_is_created_changed_and_deleted_is_followed() {
        start(ClusterScope.ALL);
        server.put(service("a", "web", 80));
        await().atMost(SOON).until(() -> port(), Optional.of(80)::equals);
        server.put(service("a", "web", 81));
        await().atMost(SOON).until(() -> port(), Optional.of(81)::equals);
        server.delete(service("a", "web", 81));
        await().atMost(SOON).until(() -> port(), Optional.empty()::equals);
    }

    @Test
    void an_object_that_did_not_change_stays_the_same_instance() {
        server.put(service("a", "web", 80));
        start(ClusterScope.ALL);
        Snapshot before = source.snapshot();
        server.put(service("a", "other", 80));
        await().atMost(SOON).until(() -> source.snapshot().services().size() == 2);
        assertThat(source.snapshot().services().get(key("a", "web")))
                .isSameAs(before.services().get(key("a", "web")));
    }

    @Test
    void a_secret_is_read_while_an_ingress_names_it_and_no_other_is_ever_requested() {
        server.put(secret("a", "cert"));
        server.put(secret("a", "private"));
        server.put(secret("b", "cert"));
        server.forgetRequests();
        start(ClusterScope.ALL);
        assertThat(source.snapshot().secrets()).isEmpty();

        Ingress shop = ingress("a", "shop", "a.example", "cert");
        server.put(shop);
        await().atMost(SOON).until(() -> !source.snapshot().secrets().isEmpty());
        assertThat(source.snapshot().secrets()).containsOnlyKeys(key("a", "cert"));

        server.put(ingress("a", "shop", "a.example", ""));
        await().atMost(SOON).until(() -> source.snapshot().secrets().isEmpty());

        assertThat(server.requests())
                .filteredOn(path -> path.contains("/secrets"))
                .isNotEmpty()
                .allMatch(path -> path.startsWith("/api/v1/namespaces/a/secrets/cert")
                        || (path.startsWith("/api/v1/namespaces/a/secrets?watch=1")
                                && path.contains("fieldSelector=metadata.name%3Dcert")));
    }

    @Test
    void a_secret_that_two_ingresses_name_stays_until_neither_does() {
        server.put(secret("a", "cert"));
        server.put(ingress("a", "one", "1.example", "cert"));
        server.put(ingress("a", "two", "2.example", "cert"));
        start(ClusterScope.ALL);
        server.delete(ingress("a", "one", "1.example", "cert"));
        await().atMost(SOON).until(() -> source.snapshot().ingresses().size() == 1);
        assertThat(source.snapshot().secrets()).containsOnlyKeys(key("a", "cert"));
        server.delete(ingress("a", "two", "2.example", "cert"));
        await().atMost(SOON).until(() -> source.snapshot().secrets().isEmpty());
    }

    @Test
    void a_named_secret_that_does_not_exist_holds_nothing_up_and_is_read_when_it_comes() {
        server.put(ingress("a", "shop", "a.example", "cert"));
        start(ClusterScope.ALL);
        assertThat(source.snapshot().secrets()).isEmpty();
        server.put(secret("a", "cert"));
        await().atMost(SOON).until(() -> !source.snapshot().secrets().isEmpty());
    }

    @Test
    void a_secret_that_we_may_not_read_is_a_finding_and_holds_nothing_up() {
        server.refuse("/secrets");
        server.put(ingress("a", "shop", "a.example", "cert"));
        start(ClusterScope.ALL);
        assertThat(source.snapshot().ingresses()).hasSize(1);
        assertThat(source.snapshot().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.text())
                        .isEqualTo(
                                "error Secret a/cert: the API server refuses it to us (expected: a role that allows to"
                                        + " get it) (Forbidden)"));
    }

    @Test
    void only_the_namespaces_asked_for_are_watched() {
        server.put(service("a", "web", 80));
        server.put(service("b", "web", 80));
        server.put(service("c", "web", 80));
        start(new ClusterScope(Set.of("a", "b"), Optional.empty(), Optional.empty()));
        assertThat(source.snapshot().services()).containsOnlyKeys(key("a", "web"), key("b", "web"));
        assertThat(server.requests()).noneMatch(path -> path.startsWith("/api/v1/services"));
    }

    @Test
    void namespaces_are_selected_by_their_labels_as_these_change() {
        server.put(namespace("a", "edge"));
        server.put(namespace("b", "core"));
        server.put(service("a", "web", 80));
        server.put(service("b", "web", 80));
        start(new ClusterScope(Set.of(), Optional.of("team=edge"), Optional.empty()));
        assertThat(source.snapshot().services()).containsOnlyKeys(key("a", "web"));
        assertThat(source.snapshot().namespaces()).containsOnlyKeys("a");
        server.put(namespace("b", "edge"));
        await().atMost(SOON).until(() -> source.snapshot().services().size() == 2);
    }

    @Test
    void of_config_maps_only_the_one_with_settings_is_read() {
        server.put(configMap("tidegate", "settings"));
        server.put(configMap("tidegate", "other"));
        start(new ClusterScope(Set.of("a"), Optional.empty(), Optional.of(key("tidegate", "settings"))));
        assertThat(source.snapshot().configMaps()).containsOnlyKeys(key("tidegate", "settings"));
    }

    @Test
    void a_server_that_is_down_at_the_start_is_waited_for() {
        int port = server.port();
        server.close();
        source.start(changes::incrementAndGet);
        await().atMost(SOON).until(() -> !state().failing().isEmpty());
        assertThat(source.synced()).isFalse();
        assertThat(state().watching()).isFalse();
        assertThat(state().lastContact()).isEmpty();
        assertThat(changes).hasValue(0);

        server = TestApiServer.start(port);
        await().atMost(SOON).until(source::synced);
        await().atMost(SOON).until(() -> state().watching());
        assertThat(state().failing()).isEmpty();
        assertThat(state().lastContact()).isPresent();
    }

    @Test
    void while_the_server_is_away_the_last_snapshot_stays_and_then_it_is_followed_again() {
        server.put(service("a", "web", 80));
        start(ClusterScope.ALL);
        server.close();
        await().atMost(SOON).until(() -> !state().watching());
        assertThat(port()).contains(80);

        server = TestApiServer.inPlaceOf(server);
        server.put(service("a", "web", 82));
        await().atMost(SOON).until(() -> port(), Optional.of(82)::equals);
    }

    @Test
    void it_says_which_cluster_it_is() {
        assertThat(source.describe()).isEqualTo("cluster http://localhost:" + server.port());
    }

    private void start(ClusterScope scope) {
        source = new ClusterSource(client, scope, TLS_SECRETS);
        source.start(changes::incrementAndGet);
        await().atMost(SOON).until(source::synced);
        source.used();
        await().atMost(SOON).until(() -> source.snapshot().awaitedSecrets().isEmpty());
    }

    private WatchState state() {
        return source.watchState().orElseThrow();
    }

    private Optional<Integer> port() {
        return Optional.ofNullable(source.snapshot().services().get(key("a", "web")))
                .map(service -> service.getSpec().getPorts().getFirst().getPort());
    }

    private static PersistentMap<ObjectKey, Integer> tlsSecrets(Snapshot snapshot) {
        Map<ObjectKey, Integer> wanted = new HashMap<>();
        snapshot.ingresses().values().forEach(ingress -> {
            for (IngressTLS tls : ingress.getSpec().getTls()) {
                wanted.put(key(ingress.getMetadata().getNamespace(), tls.getSecretName()), 1);
            }
        });
        return PersistentMap.copyOf(wanted);
    }

    private static ObjectKey key(String namespace, String name) {
        return new ObjectKey(namespace, name);
    }

    private static Ingress ingress(String namespace, String name, String host, String secret) {
        return new IngressBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withTls(secret.isEmpty() ? List.of() : List.of(new IngressTLS(List.of(host), secret)))
                .addNewRule()
                .withHost(host)
                .endRule()
                .endSpec()
                .build();
    }

    private static Service service(String namespace, String name, int port) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .addNewPort()
                .withPort(port)
                .endPort()
                .endSpec()
                .build();
    }

    private static Secret secret(String namespace, String name) {
        return new SecretBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .addToData("k", "dg==")
                .build();
    }

    private static ConfigMap configMap(String namespace, String name) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .build();
    }

    private static Namespace namespace(String name, String team) {
        return new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels("team", team)
                .endMetadata()
                .build();
    }
}
