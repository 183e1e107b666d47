package dev.tidegate.controller.source.names;

import static dev.tidegate.controller.fixture.Fixtures.ingress;
import static dev.tidegate.controller.fixture.Fixtures.ourClass;
import static dev.tidegate.controller.fixture.Fixtures.prefix;
import static dev.tidegate.controller.fixture.Fixtures.service;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.fixture.FakeSource;
import dev.tidegate.controller.fixture.Snapshots;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.dns.resolve.Absence;
import dev.tidegate.dns.resolve.Answer;
import dev.tidegate.dns.resolve.NameTimes;
import dev.tidegate.dns.resolve.Resolution;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Which objects wait for names, and which do not.
final class ResolvingSourceTest {

    private static final Resolution FOUND = new Resolution.Found(List.of("10.0.0.1"), Optional.empty());

    private final FakeSource objects = new FakeSource();
    private final Map<String, CompletableFuture<Answer>> answers = new ConcurrentHashMap<>();
    private final AtomicInteger changes = new AtomicInteger();
    private final ResolvingSource source = new ResolvingSource(
            objects, CompilerOptions.DEFAULT, name -> answer(name).join(), NameTimes.DEFAULT, InstantSource.system());

    @AfterEach
    void stop() {
        answers.values().forEach(answer -> answer.complete(new Answer.Failed("the test is over")));
        source.close();
    }

    private CompletableFuture<Answer> answer(String name) {
        return answers.computeIfAbsent(name, _ -> new CompletableFuture<>());
    }

    private void answered(String name) {
        answer(name).complete(new Answer.Found(List.of("10.0.0.1"), Duration.ofHours(1)));
    }

    private static Service named(String name, String externalName) {
        return new ServiceBuilder(service(name))
                .editSpec()
                .withType("ExternalName")
                .withExternalName(externalName)
                .endSpec()
                .build();
    }

    private static Snapshot of(HasMetadata... those) {
        List<HasMetadata> all = new ArrayList<>(List.of(those));
        all.add(ourClass());
        return Snapshots.of(all);
    }

    private static ObjectKey key(String name) {
        return new ObjectKey("default", name);
    }

    private void begin(HasMetadata... those) {
        source.start(changes::incrementAndGet);
        objects.sync(of(those));
    }

    @Test
    void the_first_snapshot_waits_for_its_names() {
        begin(ingress("web", "a.example", prefix("/", "api")), named("api", "api.example"));
        assertThat(source.synced()).isFalse();
        int before = changes.get();
        answered("api.example");
        await().until(() -> changes.get() > before);
        assertThat(source.synced()).isTrue();
        assertThat(source.snapshot().names()).containsExactly(Map.entry("api.example", FOUND));
    }

    @Test
    void the_first_snapshot_does_not_wait_for_long() {
        begin(ingress("web", "a.example", prefix("/", "api")), named("api", "api.example"));
        assertThat(source.synced()).isFalse();
        int before = changes.get();
        await().until(() -> changes.get() > before);
        assertThat(source.synced()).isTrue();
        assertThat(source.snapshot().ingresses()).containsKey(key("web"));
        assertThat(source.snapshot().names()).containsExactly(Map.entry("api.example", Resolution.PENDING));
    }

    @Test
    void without_names_nothing_waits() {
        begin(ingress("web", "a.example", prefix("/", "web")), service("web"));
        assertThat(source.synced()).isTrue();
        assertThat(source.snapshot().names()).isEmpty();
    }

    @Test
    void a_new_ingress_waits_for_its_name_and_no_other_waits_for_it() {
        begin(service("web"));
        assertThat(source.synced()).isTrue();
        Ingress other = ingress("other", "b.example", prefix("/", "web"));
        objects.change(of(
                service("web"), other, ingress("web", "a.example", prefix("/", "api")), named("api", "api.example")));
        assertThat(source.snapshot().ingresses()).containsExactly(Map.entry(key("other"), other));
        answered("api.example");
        await().untilAsserted(
                        () -> assertThat(source.snapshot().ingresses()).containsOnlyKeys(key("web"), key("other")));
        assertThat(source.snapshot().services()).containsOnlyKeys(key("web"), key("api"));
    }

    @Test
    void a_service_that_moves_to_a_new_name_stays_what_it_was_until_the_name_is_known() {
        Ingress web = ingress("web", "a.example", prefix("/", "api"));
        begin(web, named("api", "old.example"));
        answered("old.example");
        await().until(source::synced);
        Service before = source.snapshot().services().get(key("api"));
        objects.change(of(web, named("api", "new.example")));
        assertThat(source.snapshot().services().get(key("api"))).isSameAs(before);
        assertThat(source.snapshot().names()).containsEntry("old.example", FOUND);
        answered("new.example");
        await().untilAsserted(() -> assertThat(
                        requireNonNull(source.snapshot().services().get(key("api")))
                                .getSpec()
                                .getExternalName())
                .isEqualTo("new.example"));
        assertThat(source.snapshot().names()).containsExactly(Map.entry("new.example", FOUND));
    }

    @Test
    void a_name_that_is_not_answered_holds_its_objects_back_for_a_second_only() {
        begin(service("web"));
        assertThat(source.synced()).isTrue();
        objects.change(of(ingress("web", "a.example", prefix("/", "api")), named("api", "api.example")));
        assertThat(source.snapshot().ingresses()).isEmpty();
        int before = changes.get();
        await().until(() -> changes.get() > before);
        assertThat(source.snapshot().ingresses()).containsOnlyKeys(key("web"));
        assertThat(source.snapshot().names()).containsExactly(Map.entry("api.example", Resolution.PENDING));
    }

    @Test
    void names_that_no_ingress_of_ours_uses_are_not_asked_for() {
        Ingress foreign = new IngressBuilder(ingress("foreign", "a.example", prefix("/", "api")))
                .editSpec()
                .withIngressClassName("nginx")
                .endSpec()
                .build();
        begin(foreign, named("api", "api.example"), named("unused", "unused.example"));
        assertThat(source.synced()).isTrue();
        assertThat(source.snapshot().names()).isEmpty();
        assertThat(answers).isEmpty();
    }

    @Test
    void a_snapshot_that_holds_nothing_back_has_the_very_maps_of_the_objects() {
        begin(ingress("web", "a.example", prefix("/", "api")), named("api", "api.example"));
        answered("api.example");
        await().until(source::synced);
        Snapshot first = source.snapshot();
        assertThat(first.services()).isSameAs(objects.snapshot().services());
        assertThat(source.snapshot().names()).isSameAs(first.names());
    }

    /// A source that asks again and again, for names of which an earlier process knew one.
    private ResolvingSource recalling(AtomicReference<Answer> answer, Duration maxStale) {
        Duration soon = Duration.ofMillis(20);
        ResolvingSource recalling = new ResolvingSource(
                objects,
                CompilerOptions.DEFAULT,
                _ -> answer.get(),
                new NameTimes(soon, soon, soon, soon, soon, maxStale),
                InstantSource.system());
        recalling.recall(Snapshots.knowing(Snapshot.EMPTY, Map.of("api.example", FOUND)));
        recalling.start(changes::incrementAndGet);
        objects.sync(of(ingress("web", "a.example", prefix("/", "api")), named("api", "api.example")));
        await().until(recalling::synced);
        return recalling;
    }

    private static Resolution now(ResolvingSource source) {
        return requireNonNull(source.snapshot().names().get("api.example"));
    }

    @Test
    void addresses_of_an_earlier_process_stay_while_nobody_answers_but_not_for_ever() {
        AtomicReference<Answer> answer = new AtomicReference<>(new Answer.Failed("nobody answers"));
        try (ResolvingSource recalling = recalling(answer, Duration.ofSeconds(1))) {
            assertThat(now(recalling)).isInstanceOfSatisfying(Resolution.Found.class, stale -> {
                assertThat(stale.addresses()).containsExactly("10.0.0.1");
                assertThat(stale.stale()).map(Resolution.Stale::why).contains("nobody answers");
            });
            await().until(() -> now(recalling).equals(new Resolution.Failing("nobody answers")));
        }
    }

    @Test
    void addresses_of_an_earlier_process_do_not_come_back_after_an_answer() {
        AtomicReference<Answer> answer = new AtomicReference<>(new Answer.Missing(Absence.NO_SUCH_NAME, Duration.ZERO));
        try (ResolvingSource recalling = recalling(answer, Duration.ofDays(1))) {
            assertThat(now(recalling)).isEqualTo(new Resolution.Missing(Absence.NO_SUCH_NAME));
            answer.set(new Answer.Failed("nobody answers"));
            await().until(() -> now(recalling).equals(new Resolution.Failing("nobody answers")));
        }
    }
}
