package dev.tidegate.controller.source.cluster;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidegate.controller.crd.ClusterNetworkPolicy;
import dev.tidegate.controller.fixture.TestApiServer;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.PolicyObjects;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.WatchState;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Policies of a cluster, and what they make necessary. The gateway is the pod `edge/gate`.
class PolicyWatchesTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final ObjectKey OWN = new ObjectKey("edge", "gate");
    private static final PolicyScope POLICIES = PolicyScope.of(OWN);
    /// Of a server that knows no policies but those of namespaces.
    private static final String CLUSTER_KINDS = "policy.networking.k8s.io";

    private final ConcurrentLinkedQueue<Snapshot> published = new ConcurrentLinkedQueue<>();
    private TestApiServer server;
    private KubernetesClient client;
    private Optional<ClusterSource> source = Optional.empty();

    @BeforeEach
    void startServer() {
        server = TestApiServer.start();
        client = server.client();
        server.uninstall(CLUSTER_KINDS);
        server.put(ingress("shop"));
        server.put(ingress("blog"));
        server.put(pod("edge", "gate", "app: gate"));
        server.put(pod("edge", "other", "app: other"));
        server.put(pod("shop", "web", "app: web"));
        server.put(pod("blog", "web", "app: web"));
        server.put(namespace("shop"));
        server.put(namespace("edge"));
    }

    @AfterEach
    void stop() {
        source.ifPresent(ClusterSource::close);
        client.close();
        server.close();
    }

    @Test
    void without_a_policy_nothing_is_watched_for_policies() {
        start(POLICIES);
        assertThat(policies()).isEqualTo(PolicyObjects.NONE);
        assertThat(server.requests())
                .noneMatch(path -> path.contains("/pods") || path.contains("/namespaces?") || path.contains("/nodes"));
        await().atMost(SOON).until(() -> state().watching());
        assertThat(state().failing()).isEmpty();
        assertThat(state().wanted()).isEqualTo(5);
    }

    @Test
    void what_stands_at_the_start_is_in_the_first_snapshot_with_all_that_it_needs() {
        server.put(policy("shop", "deny-all"));
        server.hold("/pods");
        source = Optional.of(source(ClusterScope.ALL.with(POLICIES)));
        source.get().start(this::publish);
        await().atMost(SOON).until(() -> asked("/namespaces/shop/pods"));
        assertThat(source.get().synced()).isFalse();

        server.answerAll();
        await().atMost(SOON).until(source.get()::synced);
        Snapshot first = published.element();
        assertThat(first.policyObjects().networkPolicies()).containsOnlyKeys(key("shop", "deny-all"));
        assertThat(first.policyObjects().pods()).containsOnlyKeys(OWN, key("shop", "web"));
        assertThat(first.namespaces()).containsOnlyKeys("shop", "edge");
    }

    @Test
    void a_policy_that_lands_is_never_seen_without_its_pods_and_namespaces() {
        start(POLICIES);
        server.hold("/pods");
        server.put(policy("shop", "deny-all"));
        await().atMost(SOON).until(() -> asked("/namespaces/shop/pods") && asked("/api/v1/namespaces?"));
        server.put(ingress("other"));
        await().atMost(SOON).until(() -> snapshot().ingresses().containsKey(key("other", "web")));
        assertThat(policies().networkPolicies()).isEmpty();

        server.answerAll();
        await().atMost(SOON).until(() -> !policies().networkPolicies().isEmpty());
        assertThat(published)
                .filteredOn(it -> !it.policyObjects().networkPolicies().isEmpty())
                .allSatisfy(it -> {
                    assertThat(it.policyObjects().pods()).containsOnlyKeys(OWN, key("shop", "web"));
                    assertThat(it.namespaces()).containsOnlyKeys("shop", "edge");
                });
        assertThat(requireNonNull(policies().pods().get(key("shop", "web")))
                        .getMetadata()
                        .getLabels())
                .containsEntry("app", "web");
    }

    @Test
    void the_first_ingress_of_a_namespace_under_policies_waits_for_its_pods() {
        server.put(policy("late", "deny-all"));
        start(POLICIES);
        server.put(pod("late", "web", "app: web"));
        server.hold("/namespaces/late/pods");
        server.put(ingress("late"));
        await().atMost(SOON).until(() -> asked("/namespaces/late/pods"));
        server.put(ingress("other"));
        await().atMost(SOON).until(() -> snapshot().ingresses().containsKey(key("other", "web")));
        assertThat(snapshot().ingresses()).doesNotContainKey(key("late", "web"));

        server.answerAll();
        await().atMost(SOON).until(() -> snapshot().ingresses().containsKey(key("late", "web")));
        assertThat(published)
                .filteredOn(it -> it.ingresses().containsKey(key("late", "web")))
                .allMatch(it -> it.policyObjects().pods().containsKey(key("late", "web")));
    }

    @Test
    void pods_are_followed_as_they_come_and_go() {
        server.put(policy("shop", "deny-all"));
        start(POLICIES);
        server.put(pod("shop", "api", "app: api"));
        await().atMost(SOON).until(() -> policies().pods().containsKey(key("shop", "api")));
        server.put(pod("blog", "api", "app: api"));
        server.delete(pod("shop", "web", "app: web"));
        await().atMost(SOON).until(() -> !policies().pods().containsKey(key("shop", "web")));
        assertThat(policies().pods()).containsOnlyKeys(OWN, key("shop", "api"));
    }

    @Test
    void a_pod_that_has_ended_has_no_address_any_more() {
        server.put(policy("shop", "deny-all"));
        server.put(object(Pod.class, """
            apiVersion: v1
            kind: Pod
            metadata: {name: job, namespace: shop}
            status: {phase: Succeeded, podIP: 10.0.0.9}
            """));
        start(POLICIES);
        assertThat(policies().pods()).containsOnlyKeys(OWN, key("shop", "web"));
    }

    @Test
    void with_the_last_policy_of_a_namespace_its_pods_are_let_go() {
        server.put(policy("shop", "deny-all"));
        server.put(policy("blog", "deny-all"));
        start(POLICIES);
        await().atMost(SOON).until(() -> watches("/pods") == 3);
        server.delete(policy("blog", "deny-all"));
        await().atMost(SOON).until(() -> watches("/pods") == 2);
        assertThat(policies().pods()).containsOnlyKeys(OWN, key("shop", "web"));
        server.delete(policy("shop", "deny-all"));
        await().atMost(SOON).until(() -> watches("/pods") == 0 && watches("/namespaces") == 0);
        await().atMost(SOON).until(() -> policies().equals(PolicyObjects.NONE));
        assertThat(snapshot().namespaces()).isEmpty();
        await().atMost(SOON).until(() -> state().watching() && state().wanted() == 5);
    }

    @Test
    void policies_of_the_cluster_are_read_where_their_kinds_are_installed() {
        server.installAll();
        server.put(clusterPolicy("namespaces: {}"));
        start(POLICIES);
        assertThat(policies().clusterPolicies()).containsOnlyKeys(key("", "guard"));
        ClusterNetworkPolicy guard = requireNonNull(policies().clusterPolicies().get(key("", "guard")));
        assertThat(guard.getSpec().tier()).isEqualTo("Admin");
        assertThat(policies().pods()).containsOnlyKeys(OWN, key("shop", "web"), key("blog", "web"));
        assertThat(policies().nodes()).isEmpty();
        assertThat(server.requests()).noneMatch(path -> path.contains("/nodes"));
    }

    @Test
    void nodes_are_read_where_a_policy_leads_out_to_them() {
        server.installAll();
        server.put(object(Node.class, """
            apiVersion: v1
            kind: Node
            metadata: {name: n1, labels: {disk: fast}}
            status: {addresses: [{type: InternalIP, address: 192.168.0.1}]}
            """));
        server.put(clusterPolicy("nodes: {matchLabels: {disk: fast}}"));
        start(POLICIES);
        assertThat(policies().nodes()).containsOnlyKeys(key("", "n1"));
    }

    @Test
    void pods_of_everywhere_are_read_where_clients_are_judged() {
        server.put(policy("shop", "deny-all"));
        start(new PolicyScope(Optional.of(OWN), Optional.empty(), _ -> true));
        assertThat(policies().pods())
                .containsOnlyKeys(OWN, key("edge", "other"), key("shop", "web"), key("blog", "web"));
        assertThat(watches("/api/v1/pods")).isLessThanOrEqualTo(1);
    }

    @Test
    void more_than_a_hundred_namespaces_are_one_watch_and_no_pod_is_lost_on_the_way() {
        server.put(policy("edge", "Egress", "closed"));
        start(POLICIES);
        published.clear();
        for (int i = 0; i < 100; i++) {
            server.put(ingress("many-" + i));
        }
        await().atMost(SOON).until(() -> watches("/pods") == 2 && watches("/api/v1/pods") == 1);
        assertThat(published).allMatch(it -> it.policyObjects().pods().containsKey(key("shop", "web")));
        assertThat(policies().pods()).containsKey(key("edge", "other"));
    }

    @Test
    void what_is_forbidden_holds_nothing_up_and_is_told_once() {
        server.refuse("/pods");
        server.put(policy("shop", "deny-all"));
        start(POLICIES);
        assertThat(policies().networkPolicies()).containsOnlyKeys(key("shop", "deny-all"));
        assertThat(policies().pods()).isEmpty();
        assertThat(state().failing())
                .contains("Pod in shop: forbidden to list pods (expected: a role that allows to get, list and watch"
                        + " them; see docs/rbac.md)");
        await().atMost(SOON).until(() -> state().watching());

        server.allowAll();
        await().atMost(SOON).until(() -> policies().pods().size() == 2);
        await().atMost(SOON).until(() -> state().failing().isEmpty());
    }

    @Test
    void policies_that_are_forbidden_hold_nothing_up() {
        server.refuse("/networkpolicies");
        server.put(policy("shop", "deny-all"));
        start(POLICIES);
        assertThat(snapshot().ingresses()).hasSize(2);
        assertThat(policies()).isEqualTo(PolicyObjects.NONE);
        assertThat(state().failing()).singleElement().asString().contains("forbidden to list networkpolicies");
    }

    @Test
    void what_fails_otherwise_is_awaited_for_a_while_and_no_longer() {
        server.failWhere("/pods");
        server.put(policy("shop", "deny-all"));
        start(impatient());
        assertThat(policies().networkPolicies()).containsOnlyKeys(key("shop", "deny-all"));
        assertThat(policies().pods()).isEmpty();
        server.failWhere("nothing");
        await().atMost(SOON).until(() -> policies().pods().size() == 2);
    }

    @Test
    void policies_that_cannot_be_listed_are_awaited_for_a_while_and_no_longer() {
        server.hold("/networkpolicies");
        server.put(policy("shop", "deny-all"));
        start(impatient());
        assertThat(policies().networkPolicies()).isEmpty();
        server.answerAll();
        await().atMost(SOON).until(() -> !policies().networkPolicies().isEmpty());
    }

    @Test
    void only_the_namespaces_asked_for_are_looked_at_and_our_own() {
        server.put(policy("shop", "deny-all"));
        server.put(policy("blog", "deny-all"));
        server.put(policy("edge", "deny-all"));
        start(source(new ClusterScope(Set.of("shop"), Optional.empty(), Optional.empty()).with(POLICIES)));
        assertThat(policies().networkPolicies()).containsOnlyKeys(key("shop", "deny-all"), key("edge", "deny-all"));
        assertThat(policies().pods()).containsOnlyKeys(OWN, key("shop", "web"));
        assertThat(server.requests()).noneMatch(path -> path.contains("/namespaces/blog"));
    }

    @Test
    void namespaces_that_a_selector_chooses_and_our_own() {
        server.put(policy("shop", "deny-all"));
        server.put(policy("blog", "deny-all"));
        server.put(policy("edge", "deny-all"));
        start(source(new ClusterScope(Set.of(), Optional.of("team=shop"), Optional.empty()).with(POLICIES)));
        assertThat(policies().networkPolicies()).containsOnlyKeys(key("shop", "deny-all"), key("edge", "deny-all"));
        assertThat(policies().pods()).containsOnlyKeys(OWN, key("shop", "web"));
        assertThat(snapshot().namespaces()).containsOnlyKeys("shop", "edge");
    }

    @Test
    void without_a_scope_no_policy_is_asked_for() {
        server.put(policy("shop", "deny-all"));
        start(source(ClusterScope.ALL));
        assertThat(policies()).isEqualTo(PolicyObjects.NONE);
        assertThat(server.requests()).noneMatch(path -> path.contains("policies"));
    }

    private void start(PolicyScope policies) {
        start(source(ClusterScope.ALL.with(policies)));
    }

    private void start(ClusterSource started) {
        source = Optional.of(started);
        started.start(this::publish);
        await().atMost(SOON).until(started::synced);
    }

    private ClusterSource source(ClusterScope scope) {
        return new ClusterSource(client, scope, _ -> PersistentMap.empty());
    }

    private ClusterSource impatient() {
        return new ClusterSource(
                client,
                ClusterScope.ALL.with(POLICIES),
                _ -> PersistentMap.empty(),
                InstantSource.system(),
                Duration.ofMillis(500));
    }

    private void publish() {
        published.add(snapshot());
    }

    private Snapshot snapshot() {
        return source.orElseThrow().snapshot();
    }

    private PolicyObjects policies() {
        return snapshot().policyObjects();
    }

    private WatchState state() {
        return source.orElseThrow().watchState().orElseThrow();
    }

    /// A watch that nobody reads is only missed when something is said to it.
    private int watches(String part) {
        server.sendBookmarks();
        return server.watches(part);
    }

    private boolean asked(String part) {
        return server.requests().stream().anyMatch(path -> path.contains(part));
    }

    private static HasMetadata ingress(String namespace) {
        return object(Ingress.class, """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: web, namespace: %s}
            spec: {rules: [{host: web.example}]}
            """.formatted(namespace));
    }

    private static HasMetadata policy(String namespace, String name) {
        return policy(namespace, "Ingress", name);
    }

    private static HasMetadata policy(String namespace, String type, String name) {
        return object(NetworkPolicy.class, """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: %s, namespace: %s}
            spec: {podSelector: {}, policyTypes: [%s]}
            """.formatted(name, namespace, type));
    }

    private static HasMetadata clusterPolicy(String peer) {
        return object(ClusterNetworkPolicy.class, """
            apiVersion: policy.networking.k8s.io/v1alpha2
            kind: ClusterNetworkPolicy
            metadata: {name: guard}
            spec: {tier: Admin, priority: 1, subject: {namespaces: {}}, egress: [{action: Deny, to: [{%s}]}]}
            """.formatted(peer));
    }

    private static HasMetadata pod(String namespace, String name, String labels) {
        return object(Pod.class, """
            apiVersion: v1
            kind: Pod
            metadata: {name: %s, namespace: %s, labels: {%s}}
            spec: {nodeName: n1, containers: [{name: main}]}
            status: {phase: Running, podIP: 10.0.0.1}
            """.formatted(name, namespace, labels));
    }

    private static HasMetadata namespace(String name) {
        return object(Namespace.class, """
            apiVersion: v1
            kind: Namespace
            metadata: {name: %s, labels: {team: %1$s}}
            """.formatted(name));
    }

    private static HasMetadata object(Class<? extends HasMetadata> type, String yaml) {
        return Serialization.unmarshal(yaml, type);
    }

    private static ObjectKey key(String namespace, String name) {
        return new ObjectKey(namespace, name);
    }
}
