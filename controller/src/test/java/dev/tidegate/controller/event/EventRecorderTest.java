package dev.tidegate.controller.event;

import static dev.tidegate.controller.fixture.Fixtures.ingress;
import static dev.tidegate.controller.fixture.Fixtures.ourClass;
import static dev.tidegate.controller.fixture.Fixtures.prefix;
import static dev.tidegate.controller.fixture.Fixtures.service;
import static dev.tidegate.controller.fixture.Fixtures.slice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.compile.Compiler;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.fixture.Snapshots;
import dev.tidegate.controller.fixture.TestApiServer;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.tls.SelfSignedCertificate;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventRecorderTest {

    private static final EventPace PACE =
            new EventPace(100, 25, Duration.ofMinutes(5), 1000, Duration.ofMillis(50), Duration.ofMillis(200));

    private final TestApiServer server = TestApiServer.start();
    private final KubernetesClient client = server.client();
    private final Compiler compiler = new Compiler(
            CompilerOptions.DEFAULT, InstantSource.system(), SelfSignedCertificate.generate(InstantSource.system()));
    private final List<EventRecorder> recorders = new ArrayList<>();

    private volatile boolean leading = true;
    private volatile Snapshot snapshot = Snapshot.EMPTY;
    private Compilation compilation = compiler.empty();

    @AfterEach
    void close() {
        recorders.forEach(EventRecorder::close);
        client.close();
        server.close();
    }

    @Test
    void a_problem_becomes_a_warning_beside_its_object() {
        EventRecorder recorder = started();
        live(recorder, ourClass(), web());
        await().until(() -> !events().isEmpty());

        Event event = events().getFirst();
        assertThat(event.getType()).isEqualTo("Warning");
        assertThat(event.getReason()).isEqualTo("ServiceNotFound");
        assertThat(event.getRegarding().getKind()).isEqualTo("Ingress");
        assertThat(event.getRegarding().getName()).isEqualTo("web");
        assertThat(event.getRegarding().getUid()).isEqualTo("uid-web");
        assertThat(event.getReportingController()).isEqualTo("tidegate.dev/ingress-controller");
        assertThat(event.getReportingInstance()).isEqualTo("tidegate-0");
        assertThat(event.getEventTime().getTime()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        assertThat(event.getAction()).isNotEmpty();
    }

    @Test
    void its_end_is_told_and_what_stays_is_not_told_again() {
        EventRecorder recorder = started();
        live(recorder, ourClass(), web());
        await().until(() -> recorder.written() == 1);
        live(recorder, ourClass(), web());
        live(recorder, ourClass(), web(), service("web"), slice("web", "10.0.0.1"));
        await().until(() -> recorder.written() == 2);

        assertThat(events()).extracting(Event::getReason).containsExactlyInAnyOrder("ServiceNotFound", "Resolved");
    }

    @Test
    void an_ingress_that_comes_is_told_to_be_served_and_one_that_was_there_is_not() {
        EventRecorder recorder = started();
        live(recorder, ourClass(), web());
        await().until(() -> recorder.written() == 1);
        live(recorder, ourClass(), web(), named("late"));
        await().until(() -> recorder.written() == 3);

        assertThat(events())
                .filteredOn(event -> event.getReason().equals("Programmed"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getType()).isEqualTo("Normal");
                    assertThat(event.getRegarding().getName()).isEqualTo("late");
                });
    }

    @Test
    void a_restart_adds_to_the_event_that_is_there() {
        EventRecorder first = started();
        live(first, ourClass(), web());
        await().until(() -> first.written() == 1);
        first.close();
        EventRecorder second = started();
        second.onLive(compilation);
        await().until(() -> second.written() == 1);

        assertThat(server.calls())
                .as("only the rights to create and to patch are needed")
                .noneMatch(call -> call.startsWith("GET"));
        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.getSeries().getCount()).isEqualTo(2);
            assertThat(event.getSeries().getLastObservedTime().getTime()).endsWith("Z");
        });
    }

    @Test
    void a_replica_that_does_not_lead_tells_nothing_until_it_does() {
        leading = false;
        EventRecorder recorder = started();
        live(recorder, ourClass(), web());
        live(recorder, ourClass(), web(), named("late"));
        assertThat(events()).isEmpty();
        leading = true;
        recorder.wake();

        await().until(() -> recorder.written() == 2);
        assertThat(events()).extracting(Event::getType).containsOnly("Warning");
    }

    @Test
    void a_refusal_is_counted_and_the_rest_of_that_namespace_is_dropped_for_a_while() {
        server.refuse("/events");
        EventRecorder recorder = started();
        live(recorder, ourClass(), web(), named("b"), named("c"));
        await().until(() -> recorder.failed() == 1 && recorder.dropped() == 2);
        server.allowAll();
        await().until(() -> {
            live(recorder, ourClass());
            live(recorder, ourClass(), named("d"));
            return recorder.written() > 0;
        });
    }

    @Test
    void ingresses_that_are_gone_are_not_told_about() {
        EventRecorder recorder = started();
        live(recorder, ourClass(), web());
        await().until(() -> recorder.written() == 1);
        live(recorder, ourClass());
        live(recorder, ourClass(), named("late"));
        await().until(() -> recorder.written() == 3);

        assertThat(events()).extracting(Event::getReason).doesNotContain("Resolved");
    }

    private EventRecorder started() {
        EventRecorder recorder = new EventRecorder(client, "tidegate-0", () -> snapshot, () -> leading, PACE);
        recorders.add(recorder);
        recorder.start();
        return recorder;
    }

    private void live(EventRecorder recorder, HasMetadata... objects) {
        snapshot = Snapshots.of(objects);
        compilation = compiler.compile(snapshot, compilation);
        recorder.onLive(compilation);
    }

    private List<Event> events() {
        return client.resources(Event.class).inNamespace("default").list().getItems();
    }

    private static Ingress web() {
        return named("web");
    }

    private static Ingress named(String name) {
        return new IngressBuilder(ingress(name, name + ".example", prefix("/", "web")))
                .editMetadata()
                .withUid("uid-" + name)
                .endMetadata()
                .build();
    }
}
