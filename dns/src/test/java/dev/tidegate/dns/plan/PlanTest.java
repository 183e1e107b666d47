package dev.tidegate.dns.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.dns.ownership.Identity;
import dev.tidegate.dns.ownership.OwnershipNames;
import dev.tidegate.dns.record.Claim;
import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.WantedRecords;
import dev.tidegate.dns.record.Wishes;
import dev.tidegate.dns.record.Zones;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is done in a zone, and what is not.
class PlanTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final DomainName SHOP = DomainName.of("shop.ex.com");
    private static final String OURS =
            "TXT heritage=external-dns,external-dns/owner=us,external-dns/resource=ingress/a/web";
    private static final String THEIRS =
            "TXT heritage=external-dns,external-dns/owner=them,external-dns/resource=ingress/b/web";
    private static final String ENCRYPTED =
            "TXT 4y1XVzZd7Vn1cXQ7jv1m8gkV9P2Yb3Zl0bqhJkF7sYw3Jt6x7Q8cG1dE2fH5iK9LmN0oP4qR6sT8uV0wXyZ1a2B3";
    private static final PublishPolicy SYNC = PublishPolicy.DEFAULT.with(PublishPolicy.Mode.SYNC);
    private static final Identity US = Identity.of("us");

    private static WantedRecords wanted(String targets, String... hosts) {
        Claim claim = new Claim("ingress/a/web", NOW, List.of(hosts), Wishes.NONE);
        List<String> published = targets.isEmpty() ? List.of() : List.of(targets.split(" "));
        return WantedRecords.of(List.of(claim), published, Zones.of("ex.com"), Duration.ofMinutes(5));
    }

    private static Plan plan(WantedRecords wanted, Zone zone, Memory memory, PublishPolicy policy) {
        return Plan.of(wanted, zone.content(), US, memory, policy, NOW);
    }

    private static Memory deleted(Duration ago, String... names) {
        Memory memory = Memory.NONE;
        for (String name : names) {
            memory = memory.deleted(DomainName.of(name), NOW.minus(ago));
        }
        return memory;
    }

    private static List<Withheld.Reason> reasons(Plan plan) {
        return plan.withheld().stream().map(Withheld::reason).toList();
    }

    /// After the plan the zone is so; and planned again, nothing is to do.
    private static void becomes(Zone zone, WantedRecords wanted, PublishPolicy policy, String... lines) {
        plan(wanted, zone, Memory.NONE, policy).changes().forEach(zone::make);
        assertThat(zone.lines()).containsExactly(lines);
        assertThat(plan(wanted, zone, Memory.NONE, policy).changes()).isEmpty();
    }

    @Test
    void a_name_is_made_with_its_ownership_record() {
        becomes(
                new Zone("ex.com"),
                wanted("192.0.2.1 2001:db8::1", "shop.ex.com"),
                PublishPolicy.DEFAULT,
                "a-shop.ex.com " + OURS,
                "aaaa-shop.ex.com " + OURS,
                "shop.ex.com A 300 192.0.2.1",
                "shop.ex.com AAAA 300 2001:db8:0:0:0:0:0:1");
    }

    @Test
    void what_is_ours_follows_what_is_wanted() {
        becomes(
                new Zone("ex.com", "a-shop.ex.com " + OURS, "shop.ex.com A 60 192.0.2.9 192.0.2.1"),
                wanted("192.0.2.1", "shop.ex.com"),
                PublishPolicy.DEFAULT,
                "a-shop.ex.com " + OURS,
                "shop.ex.com A 300 192.0.2.1");
    }

    @Test
    void addresses_and_an_alias_take_each_others_place() {
        Zone zone = new Zone("ex.com", "a-shop.ex.com " + OURS, "shop.ex.com A 300 192.0.2.1");
        becomes(
                zone,
                wanted("lb.test", "shop.ex.com"),
                PublishPolicy.DEFAULT,
                "cname-shop.ex.com " + OURS,
                "shop.ex.com CNAME 300 lb.test");
        becomes(
                zone,
                wanted("192.0.2.1", "shop.ex.com"),
                PublishPolicy.DEFAULT,
                "a-shop.ex.com " + OURS,
                "shop.ex.com A 300 192.0.2.1");
    }

    @ParameterizedTest
    @CsvSource({
        "UPSERT_ONLY, LEFT, true",
        "SYNC, , false",
    })
    void a_family_that_is_gone_is_left_or_taken_by_the_policy(
            PublishPolicy.Mode mode, Withheld.Reason reason, boolean left) {
        Zone zone = new Zone(
                "ex.com",
                "a-shop.ex.com " + OURS,
                "aaaa-shop.ex.com " + OURS,
                "shop.ex.com A 300 192.0.2.1",
                "shop.ex.com AAAA 300 2001:db8::1");
        Plan plan = plan(wanted("192.0.2.1", "shop.ex.com"), zone, Memory.NONE, SYNC.with(mode));
        plan.changes().forEach(zone::make);
        assertThat(zone.lines().contains("shop.ex.com AAAA 300 2001:db8:0:0:0:0:0:1"))
                .isEqualTo(left);
        assertThat(zone.lines().contains("aaaa-shop.ex.com " + OURS)).isEqualTo(left);
        assertThat(reasons(plan)).isEqualTo(Stream.ofNullable(reason).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shop.ex.com A 300 192.0.2.9 | UNMARKED",
                "shop.ex.com AAAA 300 2001:db8::1 | UNMARKED",
                "shop.ex.com CNAME 300 lb.test | UNMARKED",
                "shop.ex.com A 300 192.0.2.9; a-shop.ex.com " + THEIRS + " | OWNED_BY_ANOTHER",
                "shop.ex.com A 300 192.0.2.9; a-shop.ex.com " + ENCRYPTED + " | ENCRYPTED",
                "shop.ex.com A 300 192.0.2.9; shop.ex.com " + THEIRS + " | OWNED_BY_ANOTHER",
                "shop.ex.com A 300 192.0.2.9; a-shop.ex.com " + OURS + "; a-shop.ex.com " + THEIRS
                        + " | OWNED_BY_ANOTHER",
                // ours for another type is none for this one
                "shop.ex.com A 300 192.0.2.9; aaaa-shop.ex.com " + OURS + " | UNMARKED",
                "shop.ex.com AAAA 300 2001:db8::1; a-shop.ex.com " + OURS + " | UNMARKED",
                // their ownership record without a record
                "a-shop.ex.com " + THEIRS + " | OWNED_BY_ANOTHER",
            })
    void what_is_not_ours_is_never_touched_and_nothing_made_beside_it(String lines, Withheld.Reason reason) {
        Zone zone = new Zone("ex.com", lines.split("; "));
        Plan plan = plan(wanted("192.0.2.1", "shop.ex.com"), zone, deleted(Duration.ofDays(9), "shop.ex.com"), SYNC);
        assertThat(plan.changes()).isEmpty();
        assertThat(reasons(plan)).containsExactly(reason);
        assertThat(plan(WantedRecords.EMPTY, zone, deleted(Duration.ofDays(9), "shop.ex.com"), SYNC)
                        .changes())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.ex.com MX", "shop.ex.com TXT v=spf1 -all"})
    void addresses_stand_beside_records_of_other_types_and_an_alias_does_not(String other) {
        Zone zone = new Zone("ex.com", other);
        assertThat(plan(wanted("192.0.2.1", "shop.ex.com"), zone, Memory.NONE, SYNC)
                        .changes())
                .hasSize(1);
        Plan alias = plan(wanted("lb.test", "shop.ex.com"), zone, Memory.NONE, SYNC);
        assertThat(alias.changes()).isEmpty();
        assertThat(reasons(alias)).containsExactly(Withheld.Reason.BESIDE_OTHERS);
    }

    @Test
    void texts_of_others_beside_an_ownership_record_stay() {
        becomes(
                new Zone("ex.com", "a-shop.ex.com TXT v=spf1 -all", "shop.ex.com MX"),
                wanted("192.0.2.1", "shop.ex.com"),
                SYNC,
                "a-shop.ex.com " + OURS,
                "a-shop.ex.com TXT v=spf1 -all",
                "shop.ex.com A 300 192.0.2.1",
                "shop.ex.com MX");
    }

    @Test
    void an_alias_where_another_names_ownership_record_stands_is_refused() {
        Plan plan = plan(wanted("lb.test", "shop.ex.com", "cname-shop.ex.com"), new Zone("ex.com"), Memory.NONE, SYNC);
        assertThat(plan.changes()).extracting(NameChange::name).containsExactly(DomainName.of("cname-shop.ex.com"));
        assertThat(reasons(plan)).containsExactly(Withheld.Reason.NO_OWNERSHIP_NAME);
    }

    @Test
    void an_apex_needs_a_prefix_that_ends_in_a_dot() {
        Plan plan = plan(wanted("192.0.2.1", "ex.com"), new Zone("ex.com", "ex.com SOA"), Memory.NONE, SYNC);
        assertThat(plan.changes()).isEmpty();
        assertThat(reasons(plan)).containsExactly(Withheld.Reason.NO_OWNERSHIP_NAME);
        Identity us = US.with(new OwnershipNames("%{record_type}-reg.", "", ""));
        Zone zone = new Zone("ex.com", "ex.com SOA");
        Plan.of(wanted("192.0.2.1", "ex.com"), zone.content(), us, Memory.NONE, SYNC, NOW)
                .changes()
                .forEach(zone::make);
        assertThat(zone.lines()).containsExactly("a-reg.ex.com " + OURS, "ex.com A 300 192.0.2.1", "ex.com MX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-shop.ex.com ", "shop.ex.com "})
    void records_of_an_owner_that_is_taken_over_become_ours_in_the_form_of_today(String place) {
        Zone zone = new Zone("ex.com", place + THEIRS, "shop.ex.com A 300 192.0.2.1");
        Plan.of(wanted("192.0.2.1", "shop.ex.com"), zone.content(), US.takingOver("them"), Memory.NONE, SYNC, NOW)
                .changes()
                .forEach(zone::make);
        assertThat(zone.lines()).containsExactly("a-shop.ex.com " + OURS, "shop.ex.com A 300 192.0.2.1");
    }

    @Test
    void what_could_not_be_read_is_not_touched() {
        ZoneContent unread = ZoneContent.unknown(Set.of(DomainName.of("ex.com")));
        Plan plan = Plan.of(wanted("192.0.2.1", "shop.ex.com"), unread, US, Memory.NONE, SYNC, NOW);
        assertThat(plan.changes()).isEmpty();
        assertThat(reasons(plan)).containsExactly(Withheld.Reason.NOT_READ);
        // nor where the ownership record could not
        plan = Plan.of(
                wanted("192.0.2.1", "shop.ex.com"),
                unread.withAsked(Set.of(SHOP), Map.of()),
                US,
                Memory.NONE,
                SYNC,
                NOW);
        assertThat(reasons(plan)).containsExactly(Withheld.Reason.NOT_READ);
    }

    private static Zone shop() {
        return new Zone("ex.com", "a-shop.ex.com " + OURS, "shop.ex.com A 300 192.0.2.1");
    }

    @ParameterizedTest
    @CsvSource({
        // policy, deleted so many seconds ago, what becomes of it
        "SYNC, 300, withdrawn",
        "SYNC, 299, WAITING",
        "SYNC, -9, WAITING",
        "SYNC, , NOT_SEEN_DELETED",
        "UPSERT_ONLY, 300, LEFT",
        "UPSERT_ONLY, , LEFT",
    })
    void a_name_that_nobody_wants_goes_only_if_it_was_seen_deleted_long_enough_ago(
            PublishPolicy.Mode mode, Integer ago, String outcome) {
        Memory memory = ago == null ? Memory.NONE : deleted(Duration.ofSeconds(ago), "shop.ex.com");
        Zone zone = shop();
        Plan plan = plan(WantedRecords.EMPTY, zone, memory, SYNC.with(mode));
        plan.changes().forEach(zone::make);
        assertThat(zone.lines()).hasSize(outcome.equals("withdrawn") ? 0 : 2);
        assertThat(reasons(plan).toString()).isEqualTo(outcome.equals("withdrawn") ? "[]" : "[" + outcome + "]");
    }

    @Test
    void a_name_that_is_claimed_stays_also_if_it_can_have_no_record() {
        Memory memory = deleted(Duration.ofDays(1), "shop.ex.com");
        assertThat(plan(wanted("", "shop.ex.com"), shop(), memory, SYNC).changes())
                .isEmpty();
    }

    private static Zone ten(int names) {
        return new Zone(
                "ex.com",
                IntStream.range(0, names)
                        .boxed()
                        .flatMap(i -> Stream.of("a-h" + i + ".ex.com " + OURS, "h" + i + ".ex.com A 300 192.0.2.1"))
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        // names, deleted, removed within the hour, withdrawn
        "10, 1, 0, 1",
        "10, 2, 0, 0",
        "20, 2, 0, 2",
        "20, 3, 0, 0",
        "20, 1, 1, 1",
        "19, 1, 1, 1",
        "18, 1, 1, 0",
        "20, 1, 2, 0",
        "1, 1, 0, 1",
    })
    void never_more_than_a_share_goes_at_once(int names, int deleted, int lately, int withdrawn) {
        Memory memory = deleted(
                Duration.ofDays(1),
                IntStream.range(0, deleted).mapToObj(i -> "h" + i + ".ex.com").toArray(String[]::new));
        memory = new Memory(
                memory.deleted(),
                IntStream.range(0, lately)
                        .mapToObj(i -> NOW.minusSeconds(60 + i))
                        .toList());
        Plan plan = plan(WantedRecords.EMPTY, ten(names), memory, SYNC);
        assertThat(plan.changes()).hasSize(withdrawn);
        assertThat(plan.breaker().isPresent()).isEqualTo(withdrawn == 0);
    }

    @Test
    void the_breaker_says_so_loudly_and_stops_no_other_change() {
        Memory memory = deleted(Duration.ofDays(1), "h0.ex.com", "h1.ex.com");
        Plan plan = plan(wanted("192.0.2.1", "new.ex.com"), ten(10), memory, SYNC);
        assertThat(plan.changes()).extracting(NameChange::name).containsExactly(DomainName.of("new.ex.com"));
        assertThat(plan.breaker().orElseThrow().message())
                .isEqualTo(
                        "nothing is withdrawn: 2 of 10 names of ours would lose records (expected: at most 1 at once;"
                                + " see that this is meant, then raise the share)");
    }

    @Test
    void a_family_that_is_gone_at_too_many_names_trips_the_breaker_too() {
        Zone zone = new Zone(
                "ex.com",
                IntStream.range(0, 5)
                        .boxed()
                        .flatMap(i -> Stream.of(
                                "a-h" + i + ".ex.com " + OURS,
                                "aaaa-h" + i + ".ex.com " + OURS,
                                "h" + i + ".ex.com A 300 192.0.2.1",
                                "h" + i + ".ex.com AAAA 300 2001:db8::1"))
                        .toArray(String[]::new));
        String[] hosts =
                IntStream.range(0, 5).mapToObj(i -> "h" + i + ".ex.com").toArray(String[]::new);
        Plan plan = plan(wanted("192.0.2.1", hosts), zone, Memory.NONE, SYNC);
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.breaker()).isPresent();
    }

    @Test
    void what_was_withdrawn_is_forgotten_and_counted_for_a_while() {
        Memory memory = deleted(Duration.ofDays(1), "shop.ex.com");
        NameChange change =
                plan(WantedRecords.EMPTY, shop(), memory, SYNC).changes().getFirst();
        Memory after = memory.made(change, NOW);
        assertThat(after.deleted()).isEmpty();
        assertThat(after.recentRemovals(NOW.plusSeconds(3599), Duration.ofHours(1)))
                .isEqualTo(1);
        assertThat(after.recentRemovals(NOW.plusSeconds(3600), Duration.ofHours(1)))
                .isZero();
        assertThat(memory.forgetting(Set.of(SHOP)).deleted()).isEmpty();
    }
}
