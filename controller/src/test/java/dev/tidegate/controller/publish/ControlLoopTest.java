package dev.tidegate.controller.publish;

import static dev.tidegate.controller.fixture.Fixtures.ingress;
import static dev.tidegate.controller.fixture.Fixtures.ourClass;
import static dev.tidegate.controller.fixture.Fixtures.prefix;
import static dev.tidegate.controller.fixture.Fixtures.secret;
import static dev.tidegate.controller.fixture.Fixtures.service;
import static dev.tidegate.controller.fixture.Fixtures.slice;
import static dev.tidegate.controller.fixture.Fixtures.withTls;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.compile.Compiler;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.fixture.FakeSource;
import dev.tidegate.controller.fixture.Snapshots;
import dev.tidegate.controller.snapshot.Remembered;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.gateway.table.RouteMatch;
import dev.tidegate.tls.KeyType;
import dev.tidegate.tls.SelfSignedCertificate;
import dev.tidegate.tls.TestAuthority;
import dev.tidegate.tls.TestCertificate;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ControlLoopTest {

    /// Long enough for a burst to be one on a busy machine.
    private static final Settle SETTLE = new Settle(Duration.ofMillis(100), Duration.ofMillis(300));

    private final FakeSource source = new FakeSource();
    private final Publisher publisher = new Publisher();
    private final Recorder gateway = new Recorder("gateway");
    private final List<List<Diagnostic>> told = new CopyOnWriteArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private ControlLoop loop = loop(SETTLE);

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void publishes_what_the_source_knows_and_follows_its_changes() {
        start();
        source.sync(routing("a.example"));
        await().until(() -> serves("a.example"));
        source.change(routing("b.example"));
        await().until(() -> serves("b.example") && !serves("a.example"));

        assertThat(gateway.generations()).containsExactly(1L, 2L);
    }

    @Test
    void publishes_nothing_before_the_source_has_synced() {
        start();
        source.change(routing("early.example"));
        source.sync(routing("a.example"));
        await().until(() -> serves("a.example"));

        assertThat(gateway.publications())
                .allSatisfy(
                        it -> assertThat(it.table().match("early.example", "/")).isEqualTo(RouteMatch.NO_HOST));
    }

    @Test
    void a_burst_of_changes_becomes_a_few_tables_and_the_last_one_stands() {
        start();
        source.sync(routing("host-0.example"));
        for (int i = 1; i <= 1000; i++) {
            source.change(routing("host-" + i + ".example"));
        }
        await().until(() -> serves("host-1000.example"));

        assertThat(source.asked()).isLessThan(100);
    }

    @Test
    void a_change_that_comes_alone_is_not_made_to_wait() {
        loop = loop(new Settle(Duration.ofHours(1), Duration.ofHours(1)));
        start();
        source.sync(routing("a.example"));

        await().until(() -> serves("a.example"));
    }

    @Test
    void a_source_that_never_rests_is_served_all_the_same() {
        start();
        source.sync(routing("a.example"));
        AtomicBoolean served = new AtomicBoolean();
        Thread restless = Thread.ofPlatform().start(() -> {
            while (!served.get()) {
                source.change(routing("a.example"));
                Thread.onSpinWait();
            }
        });
        try {
            await().until(() -> serves("a.example"));
        } finally {
            served.set(true);
        }
        assertThat(restless).isNotNull();
    }

    @Test
    void equal_results_are_silent() {
        start();
        source.sync(routing("a.example"));
        await().until(() -> serves("a.example"));
        int asked = source.asked();
        source.change(routing("a.example"));
        await().until(() -> source.asked() > asked && told.size() > 1);

        assertThat(gateway.generations()).containsExactly(1L);
    }

    @Test
    void tells_what_is_wrong_and_what_no_longer_is() {
        start();
        source.sync(routing("a.example"));
        await().until(() -> !told.isEmpty());
        source.change(Snapshots.of(ourClass()));
        await().until(() -> told.size() > 1);

        assertThat(told.getFirst()).extracting(Diagnostic::reason).containsExactly(DiagnosticReason.SERVICE_NOT_FOUND);
        assertThat(told.getLast()).isEmpty();
        assertThat(faults).contains("telling the diagnostics of a fake: a clumsy listener");
    }

    @Test
    void tells_that_a_certificate_has_ended_when_it_ends() {
        Instant soon = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(3);
        TestCertificate brief = TestAuthority.create("brief").leaf(KeyType.EC, Instant.EPOCH, soon, "a.example");
        Ingress ingress = withTls(ingress("web", "a.example", prefix("/", "web")), "brief", "a.example");

        start();
        source.sync(
                Snapshots.of(ourClass(), ingress, service("web"), slice("web", "10.0.0.1"), secret("brief", brief)));
        await().until(() -> serves("a.example"));
        await().until(() -> reasons().contains(DiagnosticReason.CERTIFICATE_EXPIRED));

        assertThat(Instant.now()).isAfter(soon);
        assertThat(source.asked()).isLessThan(10);
        assertThat(gateway.generations()).containsExactly(1L);
    }

    @Test
    void what_was_remembered_is_served_while_the_source_is_not_read_and_no_longer() {
        List<Compilation> live = new CopyOnWriteArrayList<>();
        List<Compilation> standIns = new CopyOnWriteArrayList<>();
        publisher.subscribe(gateway);
        publisher.subscribe(new LiveRecorder(live, standIns));
        loop.start(Optional.of(remembering(routing("a.example"))));
        await().until(() -> serves("a.example"));

        await().until(() -> reasons().contains(DiagnosticReason.REMEMBERED));
        assertThat(loop.standIn()).map(Remembered::place).contains("a file");
        assertThat(told.getLast())
                .filteredOn(it -> it.reason() == DiagnosticReason.REMEMBERED)
                .singleElement()
                .satisfies(it -> assertThat(it.text())
                        .isEqualTo("error File a file: what was good at 2026-01-01T00:00:00Z is served, as a fake has"
                                + " not been read since the start (expected: that it answers) (Remembered)"));
        assertThat(live).as("what status and Events hear of").isEmpty();
        assertThat(standIns).as("what who answers hears of").isNotEmpty();

        source.sync(routing("b.example"));
        await().until(() -> serves("b.example") && !serves("a.example"));
        await().until(() -> !reasons().contains(DiagnosticReason.REMEMBERED));
        assertThat(loop.standIn()).isEmpty();
        await().until(() -> live.size() == 1);
    }

    @Test
    void what_was_remembered_is_never_shown_where_the_source_is_read_in_time() {
        publisher.subscribe(gateway);
        loop.start(Optional.of(remembering(routing("a.example"))));
        source.sync(routing("b.example"));
        await().until(() -> serves("b.example"));

        assertThat(gateway.generations()).containsExactly(1L);
        assertThat(loop.standIn()).isEmpty();
    }

    @Test
    void an_ingress_in_quarantine_stays_in_it_over_a_restart() {
        publisher.subscribe(gateway);
        loop.start(Optional.of(remembering(routing("a.example"))));
        source.sync(Snapshots.of(ourClass(), ingress("web", "b.example", prefix("malformed", "web"))));
        await().until(() -> serves("a.example"));

        assertThat(serves("b.example")).isFalse();
        await().until(() -> reasons().contains(DiagnosticReason.QUARANTINED));
    }

    private static Remembered remembering(Snapshot snapshot) {
        return new Remembered(snapshot, Instant.parse("2026-01-01T00:00:00Z"), "a file");
    }

    private record LiveRecorder(List<Compilation> live, List<Compilation> standIns) implements LiveSubscriber {
        @Override
        public String name() {
            return "status";
        }

        @Override
        public void onLive(Compilation compilation) {
            live.add(compilation);
        }

        @Override
        public void onStandIn(Compilation compilation) {
            standIns.add(compilation);
        }
    }

    private List<DiagnosticReason> reasons() {
        return told.isEmpty()
                ? List.of()
                : told.getLast().stream().map(Diagnostic::reason).toList();
    }

    @Test
    void a_fault_of_our_own_is_handed_over_and_the_last_table_goes_on_serving() {
        start();
        source.sync(routing("a.example"));
        await().until(() -> serves("a.example"));
        source.breakWith(new IllegalStateException("a bug"));
        await().until(() -> faults.contains("compiling a fake: a bug"));
        assertThat(serves("a.example")).isTrue();
        source.mend();
        source.change(routing("b.example"));

        await().until(() -> serves("b.example"));
    }

    @Test
    void nothing_happens_after_it_is_closed() {
        start();
        source.sync(routing("a.example"));
        await().until(() -> serves("a.example"));
        loop.close();
        int asked = source.asked();
        source.change(routing("b.example"));
        loop.close();

        assertThat(source.asked()).isEqualTo(asked);
    }

    @Test
    void a_loop_that_was_never_started_can_be_closed() {
        loop.close();

        assertThat(source.asked()).isZero();
    }

    @Test
    void the_bound_is_no_shorter_than_the_quiet() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settle(Duration.ofMillis(2), Duration.ofMillis(1)))
                .withMessageContaining("expected: 0 <= quiet <= bound");
    }

    private ControlLoop loop(Settle settle) {
        return new ControlLoop(
                source,
                new Compiler(
                        CompilerOptions.DEFAULT,
                        InstantSource.system(),
                        SelfSignedCertificate.generate(InstantSource.system())),
                publisher,
                List.of(
                        _ -> {
                            throw new IllegalStateException("a clumsy listener");
                        },
                        told::add),
                (doing, fault) -> faults.add(doing + ": " + fault.getMessage()),
                settle);
    }

    private void start() {
        publisher.subscribe(gateway);
        loop.start();
    }

    private boolean serves(String host) {
        return publisher
                .current()
                .map(it -> it.table().match(host, "/") instanceof RouteMatch.Found)
                .orElse(false);
    }

    private static Snapshot routing(String host) {
        return Snapshots.of(ourClass(), ingress("web", host, prefix("/", "web")));
    }
}
