package dev.tidegate.dns.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.dns.ownership.Identity;
import dev.tidegate.dns.ownership.OwnershipNames;
import dev.tidegate.dns.ownership.OwnershipText;
import dev.tidegate.dns.record.Claim;
import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.RecordType;
import dev.tidegate.dns.record.WantedRecords;
import dev.tidegate.dns.record.Wishes;
import dev.tidegate.dns.record.Zones;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// What holds of any plan in any zone.
class PlanPropertyTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final List<String> HOSTS = List.of(
            "a.ex.com", "b.ex.com", "*.ex.com", "any.ex.com", "a-a.ex.com", "ex.com", "x.a.ex.com", "cname-b.ex.com");
    private static final List<String> TARGETS = List.of("192.0.2.1", "192.0.2.2", "2001:db8::1", "lb.test");
    private static final List<OwnershipNames> NAMES = List.of(
            OwnershipNames.PLAIN,
            new OwnershipNames("%{record_type}-reg.", "", "any"),
            new OwnershipNames("", "-txt", ""),
            new OwnershipNames("txt-", "", "any"));

    /// Everything that a plan is made of, at random.
    private record World(Zone zone, WantedRecords wanted, Identity us, Memory memory, PublishPolicy policy) {

        World with(Memory other) {
            return new World(zone, wanted, us, other, policy);
        }

        Plan plan() {
            return Plan.of(wanted, zone.content(), us, memory, policy, NOW);
        }
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static World world(Random random) {
        Identity us = new Identity("us", random.nextBoolean() ? Set.of() : Set.of("old"), one(NAMES, random));
        Memory memory = Memory.NONE;
        for (String host : HOSTS) {
            if (random.nextInt(3) == 0) {
                memory = memory.deleted(DomainName.of(host), NOW.minusSeconds(random.nextInt(600)));
            }
        }
        return new World(
                zone(us, random),
                wanted(random),
                us,
                memory,
                PublishPolicy.DEFAULT
                        .with(one(List.of(PublishPolicy.Mode.values()), random))
                        .withShare(random.nextDouble()));
    }

    private static WantedRecords wanted(Random random) {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < random.nextInt(6); i++) {
            Wishes wishes = random.nextBoolean() ? Wishes.NONE : Wishes.NONE.withTargets(List.of(one(TARGETS, random)));
            claims.add(new Claim(
                    "ingress/n/" + i, NOW.minusSeconds(random.nextInt(9)), List.of(one(HOSTS, random)), wishes));
        }
        List<String> published =
                TARGETS.stream().filter(_ -> random.nextBoolean()).toList();
        return WantedRecords.of(claims, published, Zones.of("ex.com"), Duration.ofMinutes(5));
    }

    private static Zone zone(Identity us, Random random) {
        List<String> lines = new ArrayList<>();
        lines.add("ex.com SOA");
        for (String host : HOSTS) {
            switch (random.nextInt(6)) {
                case 0 -> lines.add(host + " A 300 192.0.2." + random.nextInt(3));
                case 1 -> lines.add(host + " AAAA 60 2001:db8::1");
                case 2 -> {
                    lines.add(host + " A 300 192.0.2.1");
                    lines.add(host + " AAAA 300 2001:db8::1");
                }
                case 3 -> {
                    if (!host.equals("ex.com")) {
                        lines.add(host + " CNAME 300 lb.test");
                    }
                }
                default -> {
                    // nothing
                }
            }
            for (RecordType type : RecordType.values()) {
                for (DomainName place : us.names().namesToRead(DomainName.of(host), type)) {
                    String owner = one(List.of("us", "us", "us", "old", "them", ""), random);
                    boolean aliased = lines.contains(place + " CNAME 300 lb.test");
                    if (!owner.isEmpty() && !aliased && random.nextInt(3) != 0) {
                        lines.add(place + " TXT "
                                + OwnershipText.of(owner, "ingress/n/" + random.nextInt(3))
                                        .text());
                    }
                }
            }
        }
        return new Zone("ex.com", lines.toArray(String[]::new));
    }

    private static boolean owned(World world, DomainName name) {
        return world.zone().content().at(name).sets().keySet().stream()
                .allMatch(type -> Holder.of(world.zone().content(), world.us(), name, type) instanceof Holder.Us);
    }

    @Property(tries = 3000)
    void what_is_not_ours_never_changes(@ForAll Random random) {
        World world = world(random);
        for (NameChange change : world.plan().changes()) {
            assertThat(owned(world, change.name())).as(change.toString()).isTrue();
            change.textsBefore()
                    .forEach((place, texts) -> texts.stream()
                            .filter(text -> OwnershipText.read(text) instanceof OwnershipText.Plain(OwnershipText plain)
                                    && !world.us().owns(plain))
                            .forEach(text ->
                                    assertThat(change.textsAfter().get(place)).contains(text)));
        }
    }

    @Property(tries = 3000)
    void without_a_positive_deletion_no_name_goes(@ForAll Random random) {
        World world = world(random);
        for (NameChange change : world.plan().changes()) {
            if (change.kind() == NameChange.Kind.WITHDRAW) {
                assertThat(world.policy().mode()).isEqualTo(PublishPolicy.Mode.SYNC);
                assertThat(world.memory().deleted()).containsKey(change.name());
                assertThat(world.wanted().claimed()).doesNotContain(change.name());
            }
        }
        World forgetful = new World(world.zone(), WantedRecords.EMPTY, world.us(), Memory.NONE, world.policy());
        assertThat(forgetful.plan().changes()).isEmpty();
    }

    /// But more may go then, of more names that are ours; and where a host has the name of another's ownership record,
    /// the one may have left its place to the other.
    @Property(tries = 3000)
    void all_but_what_goes_is_done_at_once(@ForAll Random random) {
        World world = world(random);
        Plan plan = world.plan();
        Assume.that(plan.withheld().stream()
                .noneMatch(name -> name.reason() == Withheld.Reason.NO_OWNERSHIP_NAME
                        || name.reason() == Withheld.Reason.BESIDE_OTHERS));
        plan.changes().forEach(world.zone()::make);
        Plan again = world.plan();
        assertThat(again.changes().stream().filter(change -> !change.removes()))
                .as(plan + " then " + again)
                .isEmpty();
    }

    @Property(tries = 1000)
    void plans_come_to_an_end(@ForAll Random random) {
        World world = world(random);
        Memory memory = world.memory();
        for (int round = 0; round <= HOSTS.size(); round++) {
            for (NameChange change : world.with(memory).plan().changes()) {
                world.zone().make(change);
                memory = memory.made(change, NOW);
            }
        }
        assertThat(world.with(memory).plan().changes()).isEmpty();
    }

    @Property(tries = 2000)
    void upsert_only_takes_no_type_without_a_successor(@ForAll Random random) {
        World world = world(random);
        Plan plan = Plan.of(
                world.wanted(),
                world.zone().content(),
                world.us(),
                world.memory(),
                PublishPolicy.DEFAULT.with(PublishPolicy.Mode.UPSERT_ONLY),
                NOW);
        assertThat(plan.changes()).noneMatch(NameChange::removes);
    }

    @Property(tries = 2000)
    void no_more_than_the_share_loses_records(@ForAll Random random) {
        World world = world(random);
        long owned = world.zone().content().names().keySet().stream()
                .filter(name -> !world.zone().content().at(name).sets().isEmpty() && owned(world, name))
                .count();
        assertThat(world.plan().changes().stream().filter(NameChange::removes).count())
                .isLessThanOrEqualTo(Math.max(1, (long) (owned * world.policy().share())));
    }

    @Property(tries = 2000)
    void every_record_that_is_made_has_an_ownership_record_of_ours(@ForAll Random random) {
        World world = world(random);
        List<NameChange> changes = world.plan().changes();
        changes.forEach(world.zone()::make);
        for (NameChange change : changes) {
            assertThat(owned(world, change.name())).as(change.toString()).isTrue();
        }
    }
}
