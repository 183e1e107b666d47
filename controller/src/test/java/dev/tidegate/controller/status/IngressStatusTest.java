package dev.tidegate.controller.status;

import static dev.tidegate.controller.fixture.Fixtures.ingress;
import static dev.tidegate.controller.fixture.Fixtures.ourClass;
import static dev.tidegate.controller.fixture.Fixtures.prefix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidegate.controller.compile.Compiler;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.fixture.TestApiServer;
import dev.tidegate.controller.leader.Leadership;
import dev.tidegate.controller.publish.ControlLoop;
import dev.tidegate.controller.publish.Publisher;
import dev.tidegate.controller.publish.Settle;
import dev.tidegate.controller.source.cluster.ClusterScope;
import dev.tidegate.controller.source.cluster.ClusterSource;
import dev.tidegate.persistent.PersistentMap;
import dev.tidegate.tls.SelfSignedCertificate;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The status of real Ingresses of a small API server, served by a real control loop.
class IngressStatusTest {

    private static final StatusAddress OURS = StatusAddress.of("192.0.2.1");
    private static final StatusAddress THEIRS = StatusAddress.of("192.0.2.9");

    private final TestApiServer server = TestApiServer.start();
    private final KubernetesClient client = server.client();
    private final ClusterSource source = new ClusterSource(client, ClusterScope.ALL, _ -> PersistentMap.empty());
    private final Publisher publisher = new Publisher();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final ControlLoop loop = new ControlLoop(
            source,
            new Compiler(
                    CompilerOptions.DEFAULT,
                    InstantSource.system(),
                    SelfSignedCertificate.generate(InstantSource.system())),
            publisher,
            List.of(),
            (doing, fault) -> faults.add(doing + ": " + fault),
            new Settle(Duration.ofMillis(5), Duration.ofMillis(50)));

    private static final StatusPace PACE = new StatusPace(Duration.ofMillis(300), Duration.ofMillis(100), 1000, 4);

    private volatile boolean leading = true;
    private final Leadership leadership = () -> leading;
    private final IngressStatus status =
            new IngressStatus(client, PublishedAddresses.of(new FixedAddresses(List.of(OURS)), PACE), leadership, PACE);

    @BeforeEach
    void start() {
        client.resource(ourClass()).create();
        publisher.subscribe(status);
    }

    @AfterEach
    void close() {
        status.close();
        loop.close();
        source.close();
        client.close();
        server.close();
        assertThat(faults).isEmpty();
    }

    @Test
    void an_ingress_gets_its_address_once_its_table_is_live() {
        client.resource(web("web")).create();
        status.start();
        assertThat(addresses("web")).as("nothing is live yet").isEmpty();
        loop.start();

        await().until(() -> addresses("web").equals(List.of(OURS)));
        assertThat(publisher.current()).isPresent();
        await().until(() -> status.pending() == 0);
        assertThat(status.written()).isEqualTo(1);
    }

    @Test
    void the_rest_of_the_object_stays_as_it_is() {
        Ingress before = client.resource(new IngressBuilder(web("web"))
                        .editMetadata()
                        .addToAnnotations("example.org/note", "kept")
                        .endMetadata()
                        .build())
                .create();
        run();

        await().until(() -> addresses("web").equals(List.of(OURS)));
        Ingress after = get("web");
        assertThat(after.getSpec()).isEqualTo(before.getSpec());
        assertThat(after.getMetadata().getAnnotations()).containsEntry("example.org/note", "kept");
    }

    @Test
    void a_replica_that_does_not_lead_writes_nothing_until_it_does() {
        leading = false;
        client.resource(web("web")).create();
        run();
        await().until(() -> publisher.current().isPresent());
        assertThat(server.calls()).noneMatch(call -> call.startsWith("PUT"));
        leading = true;
        status.wake();

        await().until(() -> addresses("web").equals(List.of(OURS)));
    }

    @Test
    void what_somebody_writes_over_is_put_right_without_haste() {
        client.resource(web("web")).create();
        run();
        await().until(() -> addresses("web").equals(List.of(OURS)));
        overwrite("web", THEIRS);

        await().until(() -> addresses("web").equals(List.of(OURS)));
        assertThat(status.written()).isEqualTo(2);
    }

    @Test
    void an_ingress_that_leaves_our_class_loses_what_we_wrote() {
        client.resource(web("web")).create();
        run();
        await().until(() -> addresses("web").equals(List.of(OURS)));
        await().until(() -> status.pending() == 0);
        edit("web", it -> it.editSpec().withIngressClassName("other").endSpec());

        await().until(() -> addresses("web").isEmpty());
    }

    @Test
    void an_ingress_that_another_controller_has_taken_over_keeps_what_that_one_wrote() {
        client.resource(web("web")).create();
        client.resource(web("still-ours")).create();
        run();
        await().until(() -> addresses("web").equals(List.of(OURS)));
        leading = false;
        edit("web", it -> it.editSpec().withIngressClassName("other").endSpec());
        overwrite("web", THEIRS);
        overwrite("still-ours", THEIRS);
        leading = true;
        status.wake();

        await().until(() -> addresses("still-ours").equals(List.of(OURS)));
        assertThat(addresses("web")).containsExactly(THEIRS);
    }

    @Test
    void many_ingresses_all_get_their_address() {
        for (int i = 0; i < 60; i++) {
            client.resource(web("web-" + i)).create();
        }
        run();

        await().until(() -> status.written() == 60 && status.pending() == 0);
        assertThat(addresses("web-59")).containsExactly(OURS);
    }

    @Test
    void a_refusal_is_counted_and_tried_again() {
        client.resource(web("web")).create();
        server.refuse("/status");
        run();
        await().until(() -> status.failed() > 1);
        server.allowAll();

        await().until(() -> addresses("web").equals(List.of(OURS)));
    }

    @Test
    void the_last_replica_takes_back_what_still_stands_as_it_wrote_it() {
        client.resource(web("web")).create();
        client.resource(web("taken")).create();
        run();
        await().until(() -> status.written() == 2 && status.pending() == 0);
        await().until(() -> addresses("taken").equals(List.of(OURS)));
        status.close();
        overwrite("taken", THEIRS);

        assertThat(status.withdraw(Duration.ofSeconds(5))).isEqualTo(1);
        assertThat(addresses("web")).isEmpty();
        assertThat(addresses("taken")).containsExactly(THEIRS);
    }

    private void run() {
        status.start();
        loop.start();
    }

    private static Ingress web(String name) {
        return ingress(name, name + ".example", prefix("/", "web"));
    }

    private Ingress get(String name) {
        return client.network()
                .v1()
                .ingresses()
                .inNamespace("default")
                .withName(name)
                .get();
    }

    private List<StatusAddress> addresses(String name) {
        return StatusAddress.in(get(name));
    }

    private void overwrite(String name, StatusAddress address) {
        Ingress changed = new IngressBuilder(get(name))
                .withNewStatus()
                .withNewLoadBalancer()
                .withIngress(address.entry())
                .endLoadBalancer()
                .endStatus()
                .build();
        changed.getMetadata().setResourceVersion(null);
        client.resource(changed).updateStatus();
    }

    private void edit(String name, UnaryOperator<IngressBuilder> change) {
        Ingress changed = change.apply(new IngressBuilder(get(name))).build();
        changed.getMetadata().setResourceVersion(null);
        client.resource(changed).update();
    }
}
