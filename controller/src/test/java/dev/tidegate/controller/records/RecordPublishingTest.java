package dev.tidegate.controller.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidegate.dns.ownership.Identity;
import dev.tidegate.dns.plan.Memory;
import dev.tidegate.dns.plan.PublishPolicy;
import dev.tidegate.dns.plan.Withheld;
import dev.tidegate.dns.publish.Handful;
import dev.tidegate.dns.publish.Outcome;
import dev.tidegate.dns.publish.Publisher;
import dev.tidegate.dns.publish.Round;
import dev.tidegate.dns.record.Claim;
import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.WantedRecords;
import dev.tidegate.dns.record.Wishes;
import dev.tidegate.dns.record.Zones;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordPublishingTest {

    private static final Duration DELAY = Duration.ofMinutes(5);
    private static final PublishPolicy SYNC = new PublishPolicy(PublishPolicy.Mode.SYNC, DELAY, 1, Duration.ofHours(1));

    private final FakeRecords records = new FakeRecords("ex");
    private volatile boolean leading = true;
    private volatile Instant now = Instant.parse("2026-06-01T12:00:00Z");
    private final InstantSource clock = () -> now;
    private final RecordPublishing publishing = publishing(3);

    private RecordPublishing publishing(int handful) {
        return new RecordPublishing(
                new Publisher(records, Identity.of("us"), Zones.of("ex")),
                records.describe(),
                () -> leading,
                SYNC,
                new PublishPace(Duration.ofMillis(200), Duration.ofMillis(10), handful),
                clock);
    }

    @BeforeEach
    void start() {
        publishing.start();
    }

    @AfterEach
    void stop() {
        publishing.close();
    }

    private static WantedRecords wanted(String... hosts) {
        Claim claim = new Claim("ingress/a/web", Instant.EPOCH, List.of(hosts), Wishes.NONE);
        return WantedRecords.of(List.of(claim), List.of("192.0.2.1"), Zones.of("ex"), Duration.ofMinutes(5));
    }

    private static Set<DomainName> gone(String... hosts) {
        return Set.of(hosts).stream().map(DomainName::of).collect(Collectors.toSet());
    }

    @Test
    void nothing_is_read_before_something_is_wanted_and_nothing_by_one_who_does_not_lead() {
        leading = false;
        publishing.onWanted(wanted("a.ex"), Set.of());
        await().during(Duration.ofMillis(300)).until(() -> records.reads.get() == 0);
        assertThat(publishing.state().leading()).isFalse();

        leading = true;
        await().until(() -> records.names().contains("a.ex"));
        await().until(() -> publishing.state().leading());
    }

    @Test
    void more_than_a_handful_is_made_handful_by_handful_without_a_pause() {
        String[] many = IntStream.range(0, 20).mapToObj(i -> "h" + i + ".ex").toArray(String[]::new);
        publishing.onWanted(wanted(many), Set.of());

        await().until(() -> records.names().size() == 20);
        await().until(() -> publishing.state().pending() == 0);
        assertThat(publishing.state().settledAt()).isPresent();
    }

    /// Some are under way when it comes, and some go with it.
    @Test
    void a_new_name_does_not_wait_behind_those_that_are_still_to_be_made() {
        String[] many = IntStream.range(100, 300).mapToObj(i -> "h" + i + ".ex").toArray(String[]::new);
        String[] more =
                Stream.concat(Stream.of(many), Stream.of("last.ex", "z.ex")).toArray(String[]::new);
        records.permits.drainPermits();
        try (RecordPublishing whole = publishing(1000)) {
            whole.start();
            whole.onWanted(wanted(many), Set.of());
            records.permits.release(10);
            await().until(() -> records.done().size() == 10);
            whole.onWanted(wanted(more), Set.of());
            for (int done = 20; done <= 60; done += 10) {
                int so = done;
                records.permits.release(10); // not all at once, which one thread might use up by itself
                await().until(() -> records.done().size() == so);
            }
            assertThat(records.done()).contains("CREATE z.ex", "CREATE last.ex");

            records.permits.release(1000);
            await().until(() -> records.names().size() == 202);
        }
    }

    @Test
    void wishes_that_never_end_do_not_stop_it() {
        String[] many = IntStream.range(100, 140).mapToObj(i -> "h" + i + ".ex").toArray(String[]::new);
        Publisher publisher = new Publisher(records, Identity.of("us"), Zones.of("ex"));
        Handful always = new Handful(1000, Comparator.naturalOrder(), () -> true);
        Round round = publisher.round(wanted(many), Memory.NONE, SYNC, now, always);

        assertThat(round.outcomes()).hasSize(8).allMatch(Outcome.Made.class::isInstance);
        assertThat(round.made()).isFalse();
    }

    @Test
    void a_name_that_departs_is_withdrawn_after_the_delay_and_not_before() {
        publishing.onWanted(wanted("a.ex", "b.ex"), Set.of());
        await().until(() -> records.names().size() == 2);
        publishing.onWanted(wanted("a.ex"), gone("b.ex"));
        await().until(() ->
                publishing.state().withheld().stream().anyMatch(it -> it.reason() == Withheld.Reason.WAITING));
        assertThat(records.names()).contains("b.ex");

        now = now.plus(DELAY);
        await().until(() -> !records.names().contains("b.ex"));
        assertThat(records.names()).containsExactly("a.ex");
    }

    @Test
    void what_is_merely_not_wanted_any_more_stays() {
        publishing.onWanted(wanted("a.ex", "b.ex"), Set.of());
        await().until(() -> records.names().size() == 2);
        publishing.onWanted(wanted("a.ex"), Set.of());
        now = now.plus(DELAY.multipliedBy(2));

        await().until(() ->
                publishing.state().withheld().stream().anyMatch(it -> it.reason() == Withheld.Reason.NOT_SEEN_DELETED));
        assertThat(records.names()).hasSize(2);
    }

    @Test
    void a_name_that_came_back_while_another_led_was_not_deleted() {
        publishing.onWanted(wanted("a.ex", "b.ex"), Set.of());
        await().until(() -> records.names().size() == 2);
        leading = false;
        await().until(() -> !publishing.state().leading());
        publishing.onWanted(wanted("a.ex"), gone("b.ex"));
        publishing.onWanted(wanted("a.ex", "b.ex"), Set.of());
        publishing.onWanted(wanted("a.ex"), Set.of());
        now = now.plus(DELAY.multipliedBy(2));
        leading = true;

        await().until(() ->
                publishing.state().withheld().stream().anyMatch(it -> it.reason() == Withheld.Reason.NOT_SEEN_DELETED));
        assertThat(records.names()).hasSize(2);
    }

    @Test
    void one_who_comes_to_lead_knows_what_departed_before() {
        publishing.onWanted(wanted("a.ex", "b.ex"), Set.of());
        await().until(() -> records.names().size() == 2);
        leading = false;
        await().until(() -> !publishing.state().leading());
        publishing.onWanted(wanted("a.ex"), gone("b.ex"));
        now = now.plus(DELAY);
        leading = true;

        await().until(() -> !records.names().contains("b.ex"));
    }

    @Test
    void a_store_that_is_away_is_asked_again_and_then_all_is_made() {
        records.away = true;
        publishing.onWanted(wanted("a.ex"), Set.of());
        await().until(() -> records.reads.get() > 3);
        assertThat(publishing.state().failures())
                .extracting(failure -> failure.message())
                .containsExactly("the fake is away");

        records.away = false;
        await().until(() -> records.names().contains("a.ex"));
        await().until(() -> publishing.state().failures().isEmpty());
    }

    @Test
    void what_somebody_changes_by_hand_is_put_right() {
        publishing.onWanted(wanted("a.ex"), Set.of());
        await().until(() -> records.names().contains("a.ex"));
        records.lose("a.ex");

        await().until(() -> records.names().contains("a.ex"));
    }

    @Test
    void an_end_withdraws_nothing() {
        publishing.onWanted(wanted("a.ex", "b.ex"), Set.of());
        await().until(() -> records.names().size() == 2);
        publishing.onWanted(wanted("a.ex"), gone("b.ex"));
        publishing.close();
        now = now.plus(DELAY.multipliedBy(2));

        assertThat(records.names()).hasSize(2);
        assertThat(records.done()).noneMatch(it -> it.startsWith("WITHDRAW"));
    }

    @Test
    void it_is_known_since_when_a_name_stands_as_it_does() {
        publishing.onWanted(wanted("a.ex"), Set.of());
        await().until(() -> publishing.state().since().containsKey(DomainName.of("a.ex")));

        assertThat(publishing.state().since().get(DomainName.of("a.ex"))).isEqualTo(new PublishState.Since(now, true));
    }
}
