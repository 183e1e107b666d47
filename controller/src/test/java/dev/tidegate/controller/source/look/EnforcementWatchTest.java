package dev.tidegate.controller.source.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidegate.controller.fixture.TestApiServer;
import dev.tidegate.controller.snapshot.Enforcement;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whether policies are enforced, followed as it changes.
class EnforcementWatchTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private TestApiServer server;
    private KubernetesClient client;
    private EnforcementWatch watch;
    private final AtomicInteger changes = new AtomicInteger();

    @BeforeEach
    void a_cluster_with_flannel() {
        server = TestApiServer.start();
        server.put(daemonSet("kube-flannel", "ghcr.io/flannel-io/flannel:v0.26.1"));
        client = server.client();
        watch = new EnforcementWatch(client, Duration.ofMillis(20), changes::incrementAndGet);
    }

    @AfterEach
    void stop() {
        watch.close();
        client.close();
        server.close();
    }

    @Test
    void it_is_unknown_at_first_and_told_once_it_is_known() {
        assertThat(watch.enforcement()).isEqualTo(Enforcement.UNKNOWN);
        watch.start();

        await().atMost(SOON).until(() -> watch.enforcement() == Enforcement.NO);
        assertThat(changes).hasValue(1);
        assertThat(watch.plugin().orElseThrow().name()).isEqualTo("Flannel v0.26.1");
    }

    @Test
    void a_plug_in_that_comes_is_told() {
        watch.start();
        await().atMost(SOON).until(() -> watch.enforcement() == Enforcement.NO);

        server.put(daemonSet("calico-node", "quay.io/calico/node:v3.30.2"));

        await().atMost(SOON).until(() -> watch.enforcement() == Enforcement.YES);
        assertThat(changes).hasValue(2);
    }

    @Test
    void what_was_last_known_stays_while_the_server_is_in_trouble_or_away() {
        watch.start();
        await().atMost(SOON).until(() -> watch.enforcement() == Enforcement.NO);

        server.failWhere("/");
        server.forgetRequests();
        await().atMost(SOON).until(() -> server.requests().size() > 10);
        assertThat(watch.enforcement()).isEqualTo(Enforcement.NO);

        server.close();
        TestApiServer next = TestApiServer.inPlaceOf(server);
        try (next) {
            await().atMost(SOON).until(() -> next.requests().size() > 10);
            assertThat(watch.enforcement()).isEqualTo(Enforcement.NO);
            assertThat(changes).hasValue(1);
        }
    }

    @Test
    void without_any_right_it_is_unknown_and_asks_on() {
        server.refuse("/");
        watch.start();

        await().atMost(SOON).until(() -> server.requests().size() > 10);
        assertThat(watch.enforcement()).isEqualTo(Enforcement.UNKNOWN);
        assertThat(watch.plugin().orElseThrow().unread())
                .containsExactly("API groups: forbidden", "daemonsets.apps: forbidden", "nodes: forbidden");

        server.allowAll();
        await().atMost(SOON).until(() -> watch.enforcement() == Enforcement.NO);
    }

    private static DaemonSet daemonSet(String container, String image) {
        return new DaemonSetBuilder()
                .withNewMetadata()
                .withNamespace("kube-system")
                .withName(container)
                .endMetadata()
                .withNewSpec()
                .withNewTemplate()
                .withNewSpec()
                .addNewContainer()
                .withName(container)
                .withImage(image)
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }
}
