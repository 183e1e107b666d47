package dev.tidegate.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.Metric;
import dev.tidegate.e2e.TidegateProcess;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is wrong with an Ingress, told beside it by the API server's own Events.
@ClusterTest
class EventsIT {

    private static final String HOST = "events.example";
    private static final int EDITS = 40;
    /// Of Events about one object at once.
    private static final int MOST = 25;

    private final TestBed bed;
    private TestClass ours;
    private TestNamespace namespace;
    private TidegateProcess tidegate;

    EventsIT(TestBed bed) {
        this.bed = bed;
    }

    @BeforeEach
    void start() {
        bed.forgetLeader();
        ours = TestClass.create(bed, "tidegate", "tidegate.dev/ingress-controller");
        namespace = bed.namespace();
        tidegate = bed.tidegate("--update-status=false");
    }

    @AfterEach
    void stop() {
        tidegate.close();
        namespace.close();
        ours.close();
    }

    @Test
    void a_problem_that_comes_and_goes_is_one_event_and_a_mended_ingress_gets_no_more() {
        namespace.service("echo", 1); // whose slices stay when the Service goes
        deleteService();
        Ingress ingress = namespace.create(KubeObjects.ingress(HOST, "echo", "tidegate"));
        for (int times = 1; times <= 3; times++) {
            namespace.awaitEvent(HOST, "ServiceNotFound", times);
            namespace.create(KubeObjects.service("echo", ""));
            namespace.awaitEvent(HOST, "Resolved", times);
            deleteService();
        }
        namespace.awaitEvent(HOST, "ServiceNotFound", 4);
        namespace.create(KubeObjects.service("echo", ""));
        namespace.awaitEvent(HOST, "Resolved", 4);
        assertThat(namespace.events(HOST))
                .filteredOn(event -> event.getType().equals("Warning"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getNote()).contains("echo");
                    assertThat(event.getRegarding().getUid())
                            .isEqualTo(ingress.getMetadata().getUid());
                });

        List<String> told = versions();
        for (int i = 0; i < 5; i++) {
            edit("annotated-" + i, "echo");
        }
        // Events are written in the order of what they tell, so none of these edits' is still to come.
        namespace.create(KubeObjects.ingress("after." + HOST, "echo", "tidegate"));
        namespace.awaitEvent("after." + HOST, "Programmed", 1);
        assertThat(versions()).isEqualTo(told);
    }

    @Test
    void an_ingress_that_is_broken_anew_with_each_edit_makes_no_storm() {
        namespace.create(KubeObjects.ingress(HOST, "missing", "tidegate"));
        for (int i = 0; i < EDITS; i++) {
            String service = "missing-" + i + "-x";
            edit("edited", service);
            Await.until(
                    service + " is missed",
                    () -> tidegate.admin("/api/diagnostics").body().contains(service));
        }
        namespace.service("echo", 1);
        namespace.create(KubeObjects.ingress("after." + HOST, "echo", "tidegate"));
        namespace.awaitEvent("after." + HOST, "Programmed", 1);

        assertThat(namespace.events(HOST)).hasSizeBetween(1, MOST);
        assertThat(Metric.of(tidegate, "tidegate_events_total{outcome=\"dropped\"}"))
                .isPositive();
    }

    private void deleteService() {
        namespace
                .admin()
                .services()
                .inNamespace(namespace.name())
                .withName("echo")
                .delete();
    }

    private void edit(String label, String service) {
        namespace.editIngress(
                HOST,
                ingress -> new IngressBuilder(ingress)
                        .editMetadata()
                        .addToLabels("edit", label)
                        .endMetadata()
                        .withSpec(KubeObjects.ingress(HOST, service, "tidegate").getSpec())
                        .build());
    }

    private List<String> versions() {
        return namespace.events(HOST).stream()
                .map(Event::getMetadata)
                .map(it -> it.getName() + " " + it.getResourceVersion())
                .sorted()
                .toList();
    }
}
