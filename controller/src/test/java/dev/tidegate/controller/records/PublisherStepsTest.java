package dev.tidegate.controller.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.dns.ownership.Identity;
import dev.tidegate.dns.plan.Memory;
import dev.tidegate.dns.plan.PublishPolicy;
import dev.tidegate.dns.publish.Publisher;
import dev.tidegate.dns.publish.Round;
import dev.tidegate.dns.record.Claim;
import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.WantedRecords;
import dev.tidegate.dns.record.Wishes;
import dev.tidegate.dns.record.Zones;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// What a publisher knows from its rounds before spares it work, and never leaves anything undone.
class PublisherStepsTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Zones ZONES = Zones.of("ex");
    private static final Identity US = Identity.of("us");
    private static final PublishPolicy SYNC =
            new PublishPolicy(PublishPolicy.Mode.SYNC, Duration.ofMinutes(5), 1, Duration.ofHours(1));
    private static final List<String> HOSTS = List.of("a.ex", "a-a.ex", "b.ex", "*.ex", "c.b.ex", "cname-b.ex");
    private static final List<List<String>> ADDRESSES =
            List.of(List.of("192.0.2.1"), List.of("192.0.2.1", "2001:db8::1"), List.of("lb.test"));

    private static WantedRecords wanted(List<String> hosts, List<String> addresses) {
        return WantedRecords.of(
                List.of(new Claim("ingress/a/web", NOW, hosts, Wishes.NONE)), addresses, ZONES, Duration.ofMinutes(5));
    }

    /// Round after round, until nothing more is made.
    private static Round rounds(Publisher publisher, WantedRecords wanted, Memory memory) {
        Round round = publisher.round(wanted, memory, SYNC, NOW, 2);
        for (int i = 0; i < 20 && !round.outcomes().isEmpty(); i++) {
            round = publisher.round(wanted, round.memory(), SYNC, NOW, 2);
        }
        return round;
    }

    @Property(tries = 100)
    void after_whatever_steps_one_who_reads_all_anew_finds_nothing_to_do(@ForAll Random random) {
        FakeRecords records = new FakeRecords("ex");
        Publisher publisher = new Publisher(records, US, ZONES);
        List<String> hosts = new ArrayList<>();
        for (int step = 0; step < 15; step++) {
            Memory memory = Memory.NONE;
            if (!hosts.isEmpty() && random.nextInt(3) == 0) {
                String gone = hosts.remove(random.nextInt(hosts.size()));
                memory = memory.deleted(DomainName.of(gone), NOW.minus(SYNC.delay()));
            } else {
                String host = HOSTS.get(random.nextInt(HOSTS.size()));
                hosts.remove(host);
                hosts.add(host);
            }
            WantedRecords wanted = wanted(hosts, ADDRESSES.get(random.nextInt(ADDRESSES.size())));
            Round last = rounds(publisher, wanted, memory);
            Round anew = new Publisher(records, US, ZONES).round(wanted, last.memory(), SYNC, NOW, 100);

            assertThat(anew.plan().changes()).as("step " + step + ", " + hosts).isEmpty();
            assertThat(anew.plan().withheld()).isEqualTo(last.plan().withheld());
        }
    }
}
