package dev.tidegate.controller.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.view.RecordView;
import dev.tidegate.dns.ownership.Identity;
import dev.tidegate.dns.plan.Memory;
import dev.tidegate.dns.plan.PublishPolicy;
import dev.tidegate.dns.publish.Publisher;
import dev.tidegate.dns.publish.Round;
import dev.tidegate.dns.record.Claim;
import dev.tidegate.dns.record.WantedRecords;
import dev.tidegate.dns.record.Wishes;
import dev.tidegate.dns.record.Zones;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordAccountTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Identity US = Identity.of("us");
    private static final Zones ZONES = Zones.of("ex");

    private final FakeRecords records = new FakeRecords("ex");
    private PublishState state = PublishState.NONE;

    private static WantedRecords wanted(String target, String... hosts) {
        return WantedRecords.of(
                List.of(new Claim("ingress/a/web", NOW, List.of(hosts), Wishes.NONE)),
                target.isEmpty() ? List.of() : List.of(target),
                ZONES,
                Duration.ofMinutes(5));
    }

    /// One round in the name of that owner.
    private void round(WantedRecords wanted, Identity owner, int most) {
        Round round = new Publisher(records, owner, ZONES).round(wanted, Memory.NONE, PublishPolicy.DEFAULT, NOW, most);
        state = state.after(wanted, round, NOW);
    }

    private String told(WantedRecords wanted, String host) {
        RecordView view =
                new RecordAccount(wanted, Optional.of(state), US).of(host).orElseThrow();
        return view.name() + " " + view.state() + " " + view.owner() + ": " + view.message();
    }

    @Test
    void what_stands_as_it_is_wanted() {
        WantedRecords wanted = wanted("192.0.2.1", "a.ex");
        round(wanted, US, 9);
        RecordView view =
                new RecordAccount(wanted, Optional.of(state), US).of("a.ex").orElseThrow();

        assertThat(view)
                .isEqualTo(new RecordView(
                        "a.ex",
                        "in-place",
                        "it stands as it is wanted",
                        List.of(new RecordView.Set("A", 300, List.of("192.0.2.1"))),
                        List.of(new RecordView.Set("A", 300, List.of("192.0.2.1"))),
                        "us",
                        "ingress/a/web",
                        NOW,
                        true));
    }

    @Test
    void the_wildcard_that_stands_for_a_host() {
        WantedRecords wanted = wanted("192.0.2.1", "*.ex");
        round(wanted, US, 9);

        assertThat(told(wanted, "deep.down.ex")).startsWith("*.ex in-place us: ");
    }

    @Test
    void what_is_still_to_be_done() {
        WantedRecords wanted = wanted("192.0.2.1", "a.ex", "b.ex");
        round(wanted, US, 1);

        assertThat(told(wanted, "b.ex")).isEqualTo("b.ex pending null: to be changed in one of the next rounds");
    }

    @Test
    void what_is_anothers() {
        round(wanted("192.0.2.9", "a.ex"), Identity.of("them"), 9);
        WantedRecords wanted = wanted("192.0.2.1", "a.ex");
        round(wanted, US, 9);

        assertThat(told(wanted, "a.ex"))
                .isEqualTo("a.ex withheld them: A of a.ex is owned by 'them' for ingress/a/web (expected: owner us)");
    }

    @Test
    void what_cannot_be_read() {
        records.away = true;
        WantedRecords wanted = wanted("192.0.2.1", "a.ex");
        round(wanted, US, 9);

        assertThat(told(wanted, "a.ex")).isEqualTo("a.ex unread null: the fake is away");
    }

    @Test
    void what_is_left_of_a_host_that_is_gone() {
        round(wanted("192.0.2.1", "a.ex", "b.ex"), US, 9);
        WantedRecords wanted = wanted("192.0.2.1", "a.ex");
        round(wanted, US, 9);

        assertThat(told(wanted, "b.ex"))
                .isEqualTo("b.ex left us: b.ex is not wanted any more, and upsert-only leaves it");
    }

    @Test
    void what_nobody_asks_for() {
        WantedRecords wanted = wanted("192.0.2.1", "a.ex");
        round(wanted, US, 9);

        assertThat(told(wanted, "c.ex")).isEqualTo("c.ex unwanted null: no Ingress asks for a record");
    }

    @Test
    void what_cannot_be_had() {
        WantedRecords wanted = wanted("", "a.ex", "a.other");
        round(wanted, US, 9);

        assertThat(told(wanted, "a.ex"))
                .isEqualTo("a.ex refused null: ingress/a/web: the gateway has published no address");
        assertThat(told(wanted, "a.other"))
                .isEqualTo("a.other refused null: ingress/a/web: a.other is in none of the zones [ex]");
    }

    @Test
    void what_another_replica_knows_and_what_is_only_answered() {
        WantedRecords wanted = wanted("192.0.2.1", "a.ex");

        assertThat(told(wanted, "a.ex"))
                .isEqualTo("a.ex unknown null: another replica leads, and knows what stands there");
        assertThat(RecordAccount.ofAnswers(wanted).of("a.ex"))
                .hasValueSatisfying(view -> assertThat(view.state()).isEqualTo("answered"));
    }

    @Test
    void an_address_has_no_name() {
        assertThat(RecordAccount.ofAnswers(WantedRecords.EMPTY).of("[::1]")).isEmpty();
    }
}
