package dev.tidegate.e2e.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.dns.ownership.Identity;
import dev.tidegate.dns.ownership.OwnershipNames;
import dev.tidegate.dns.plan.Memory;
import dev.tidegate.dns.plan.NameChange;
import dev.tidegate.dns.plan.PublishPolicy;
import dev.tidegate.dns.plan.Withheld;
import dev.tidegate.dns.publish.Failure;
import dev.tidegate.dns.publish.Fault;
import dev.tidegate.dns.publish.Outcome;
import dev.tidegate.dns.publish.Publisher;
import dev.tidegate.dns.publish.RecordStore;
import dev.tidegate.dns.publish.Round;
import dev.tidegate.dns.record.Claim;
import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.WantedRecords;
import dev.tidegate.dns.record.Wishes;
import dev.tidegate.dns.record.Zones;
import dev.tidegate.dns.rfc2136.Backoff;
import dev.tidegate.dns.rfc2136.NameServer;
import dev.tidegate.dns.rfc2136.NameServerRecords;
import dev.tidegate.dns.rfc2136.NameServerTrial;
import dev.tidegate.dns.rfc2136.TsigKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The publisher against a real name server.
@DnsTest
class PublisherIT {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final TsigKey KEY = key("tidegate");
    private static final Identity US = Identity.of("us").with(new OwnershipNames("%{record_type}-reg.", "", "any"));
    private static final PublishPolicy SYNC = PublishPolicy.DEFAULT.with(PublishPolicy.Mode.SYNC);

    /// No bound on changes.
    private static final int MOST = Integer.MAX_VALUE;

    @TempDir
    Path folder;

    private static TsigKey key(String name) {
        return TsigKey.of(name, TsigKey.Algorithm.HMAC_SHA256, KnotServer.SECRET);
    }

    private static Publisher publisher(NameServer server, Identity us) {
        return new Publisher(records(server, us), us, Zones.of(KnotServer.ZONE));
    }

    private static RecordStore records(NameServer server, Identity us) {
        return new NameServerRecords(server, us, new Backoff(2, Duration.ofMillis(50), new Random(1)));
    }

    private static Publisher publisher(KnotServer knot, boolean transfers) {
        NameServer server = NameServer.of(knot.address(), KEY);
        return publisher(transfers ? server : server.withoutTransfers(), US);
    }

    private static WantedRecords wanted(String targets, String... hosts) {
        Claim claim = new Claim("ingress/a/web", NOW, List.of(hosts), Wishes.NONE);
        return WantedRecords.of(
                List.of(claim), List.of(targets.split(" ")), Zones.of(KnotServer.ZONE), Duration.ofMinutes(5));
    }

    /// Once; and once more, as then nothing may be left to do.
    private static Round settled(Publisher publisher, WantedRecords wanted, Memory memory) {
        publisher.forget();
        Round round = publisher.round(wanted, memory, SYNC, NOW, MOST);
        assertThat(round.unread()).isEmpty();
        assertThat(round.outcomes()).allMatch(Outcome.Made.class::isInstance);
        publisher.forget();
        Round again = publisher.round(wanted, round.memory(), SYNC, NOW, MOST);
        assertThat(again.settled()).as(again.toString()).isTrue();
        return round;
    }

    private static String text(String owner) {
        return "\"heritage=external-dns,external-dns/owner=" + owner + ",external-dns/resource=ingress/a/web\"";
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void names_are_made_changed_and_withdrawn(boolean transfers) {
        try (KnotServer knot = KnotServer.start(folder)) {
            Publisher publisher = publisher(knot, transfers);

            settled(publisher, wanted("192.0.2.1 2001:db8::1", "shop.ex.com"), Memory.NONE);
            assertThat(knot.ask("shop.ex.com", "A")).containsExactly("192.0.2.1");
            assertThat(knot.ask("shop.ex.com", "AAAA")).containsExactly("2001:db8::1");
            assertThat(knot.ask("a-reg.shop.ex.com", "TXT")).containsExactly(text("us"));
            assertThat(knot.ask("aaaa-reg.shop.ex.com", "TXT")).containsExactly(text("us"));

            settled(publisher, wanted("192.0.2.2 192.0.2.3", "shop.ex.com"), Memory.NONE);
            assertThat(knot.records())
                    .containsExactly(
                            "a-reg.shop.ex.com. 300 TXT " + text("us"),
                            "shop.ex.com. 300 A 192.0.2.2",
                            "shop.ex.com. 300 A 192.0.2.3");

            settled(publisher, wanted("lb.test", "shop.ex.com"), Memory.NONE);
            assertThat(knot.records())
                    .containsExactly("cname-reg.shop.ex.com. 300 TXT " + text("us"), "shop.ex.com. 300 CNAME lb.test.");

            settled(publisher, wanted("192.0.2.1", "shop.ex.com"), Memory.NONE);
            assertThat(knot.ask("shop.ex.com", "A")).containsExactly("192.0.2.1");

            settled(publisher, WantedRecords.EMPTY, Memory.NONE);
            assertThat(knot.ask("shop.ex.com", "A")).containsExactly("192.0.2.1");

            Memory deleted = Memory.NONE.deleted(DomainName.of("shop.ex.com"), NOW.minus(SYNC.delay()));
            Round round = settled(publisher, WantedRecords.EMPTY, deleted);
            assertThat(knot.records()).isEmpty();
            assertThat(round.memory().deleted()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_is_known_is_not_read_again_and_a_round_is_no_longer_than_it_may_be(boolean transfers) {
        try (KnotServer knot = KnotServer.start(folder)) {
            Publisher publisher = publisher(knot, transfers);
            WantedRecords three = wanted("192.0.2.1", "a.ex.com", "b.ex.com", "c.ex.com");
            assertThat(publisher.round(three, Memory.NONE, SYNC, NOW, 2).made()).isFalse();
            assertThat(knot.records()).hasSize(4);
            assertThat(publisher.round(three, Memory.NONE, SYNC, NOW, 2).made()).isTrue();
            assertThat(knot.records()).hasSize(6);

            knot.update("add a.ex.com. 300 A 192.0.2.99");
            assertThat(publisher.round(three, Memory.NONE, SYNC, NOW, 2).settled())
                    .as("as nothing was read")
                    .isTrue();
            WantedRecords others = wanted("192.0.2.2", "a.ex.com", "b.ex.com", "c.ex.com");
            assertThat(publisher.round(others, Memory.NONE, SYNC, NOW, MOST).outcomes())
                    .filteredOn(Outcome.Overtaken.class::isInstance)
                    .hasSize(1);
            assertThat(publisher.round(others, Memory.NONE, SYNC, NOW, MOST).made())
                    .as("as it has read again what was not as it was known")
                    .isTrue();
            assertThat(knot.ask("a.ex.com", "A")).containsExactly("192.0.2.2");
            assertThat(settled(publisher, others, Memory.NONE).plan().changes()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_deleted_name_that_has_no_record_is_forgotten(boolean transfers) {
        try (KnotServer knot = KnotServer.start(folder, "kept.ex.com. 300 A 192.0.2.9")) {
            Memory memory = Memory.NONE
                    .deleted(DomainName.of("kept.ex.com"), NOW)
                    .deleted(DomainName.of("none.ex.com"), NOW)
                    .deleted(DomainName.of("none.ex.org"), NOW);
            Round round = publisher(knot, transfers).round(WantedRecords.EMPTY, memory, SYNC, NOW, MOST);
            assertThat(round.memory().deleted()).containsOnlyKeys(DomainName.of("kept.ex.com"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void wildcards_and_the_apex_have_records_too(boolean transfers) {
        try (KnotServer knot = KnotServer.start(folder)) {
            settled(publisher(knot, transfers), wanted("192.0.2.1", "*.ex.com", "ex.com"), Memory.NONE);

            assertThat(knot.ask("whatever.ex.com", "A")).containsExactly("192.0.2.1");
            assertThat(knot.ask("ex.com", "A")).containsExactly("192.0.2.1");
            assertThat(knot.records())
                    .containsExactly(
                            "*.ex.com. 300 A 192.0.2.1",
                            "a-reg.any.ex.com. 300 TXT " + text("us"),
                            "a-reg.ex.com. 300 TXT " + text("us"),
                            "ex.com. 300 A 192.0.2.1");
        }
    }

    @ParameterizedTest
    @CsvSource({"*.ex.com. 300 A 192.0.2.77", "*.ex.com. 300 CNAME lb.test.", "*.ex.com. 300 TXT heritage=external-dns"
    })
    void what_a_wildcard_answers_is_not_taken_for_records_of_the_name(String wildcard) {
        try (KnotServer knot = KnotServer.start(folder, wildcard)) {
            settled(publisher(knot, false), wanted("192.0.2.1", "shop.ex.com"), Memory.NONE);

            assertThat(knot.ask("shop.ex.com", "A")).containsExactly("192.0.2.1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "true, shop.ex.com. 300 A 192.0.2.9, 192.0.2.1, UNMARKED",
        "false, shop.ex.com. 300 A 192.0.2.9, 192.0.2.1, UNMARKED",
        "true, shop.ex.com. 300 MX 10 mail.ex.com., lb.test, BESIDE_OTHERS",
        "false, shop.ex.com. 300 MX 10 mail.ex.com., lb.test, BESIDE_OTHERS",
        "true, shop.ex.com. 300 TXT \"a b\" \"c\", lb.test, BESIDE_OTHERS",
        "false, shop.ex.com. 300 TXT \"a b\" \"c\", lb.test, BESIDE_OTHERS",
    })
    void what_is_not_ours_stays(boolean transfers, String record, String target, Withheld.Reason reason) {
        try (KnotServer knot = KnotServer.start(folder, record)) {
            Memory deleted = Memory.NONE.deleted(DomainName.of("shop.ex.com"), NOW.minus(SYNC.delay()));
            Publisher publisher = publisher(knot, transfers);

            assertThat(publisher
                            .round(wanted(target, "shop.ex.com"), deleted, SYNC, NOW, MOST)
                            .plan()
                            .withheld())
                    .extracting(Withheld::reason)
                    .containsExactly(reason);
            settled(publisher, WantedRecords.EMPTY, deleted);
            assertThat(knot.records()).containsExactly(record);
        }
    }

    @Test
    void texts_of_others_at_an_ownership_records_name_stay() {
        String others = "a-reg.shop.ex.com. 60 TXT \"two \\\"quoted\\\"\" \"strings\"";
        try (KnotServer knot = KnotServer.start(folder, others)) {
            settled(publisher(knot, true), wanted("192.0.2.1", "shop.ex.com"), Memory.NONE);
            assertThat(knot.ask("a-reg.shop.ex.com", "TXT")).hasSize(2);
            Memory deleted = Memory.NONE.deleted(DomainName.of("shop.ex.com"), NOW.minus(SYNC.delay()));
            settled(publisher(knot, true), WantedRecords.EMPTY, deleted);
            assertThat(knot.ask("a-reg.shop.ex.com", "TXT")).containsExactly("\"two \\\"quoted\\\"\" \"strings\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-shop.ex.com.", "shop.ex.com."})
    void records_of_external_dns_are_taken_over_and_those_of_ours_by_it(String place) {
        String theirs = "TXT " + text("external");
        try (KnotServer knot = KnotServer.start(folder, "shop.ex.com. 300 A 192.0.2.1", place + " 300 " + theirs)) {
            NameServer server = NameServer.of(knot.address(), KEY);
            Identity plain = Identity.of("us");
            assertThat(publisher(server, plain)
                            .round(wanted("192.0.2.2", "shop.ex.com"), Memory.NONE, SYNC, NOW, MOST)
                            .plan()
                            .withheld())
                    .extracting(Withheld::reason)
                    .containsExactly(Withheld.Reason.OWNED_BY_ANOTHER);

            settled(publisher(server, plain.takingOver("external")), wanted("192.0.2.2", "shop.ex.com"), Memory.NONE);
            assertThat(knot.records())
                    .containsExactly("a-shop.ex.com. 300 TXT " + text("us"), "shop.ex.com. 300 A 192.0.2.2");

            // as external-dns does when it takes an owner over
            knot.update("del a-shop.ex.com. TXT", "add a-shop.ex.com. 0 " + theirs);
            assertThat(publisher(server, plain)
                            .round(wanted("192.0.2.3", "shop.ex.com"), Memory.NONE, SYNC, NOW, MOST)
                            .plan()
                            .changes())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        // key, algorithm, secret, fault
        "unknown, HMAC_SHA256, '', BADKEY",
        "tidegate, HMAC_SHA512, '', BADKEY",
        "tidegate, HMAC_SHA256, AAAA, BADSIG",
        "reader, HMAC_SHA256, '', BADKEY",
    })
    void a_key_that_will_not_do_is_told(String name, TsigKey.Algorithm algorithm, String secret, Fault fault) {
        try (KnotServer knot = KnotServer.start(folder)) {
            TsigKey key = TsigKey.of(name, algorithm, KnotServer.SECRET.substring(secret.length()));
            for (boolean transfers : new boolean[] {true, false}) {
                NameServer server = NameServer.of(knot.address(), key);
                Round round = publisher(transfers ? server : server.withoutTransfers(), US)
                        .round(wanted("192.0.2.1", "shop.ex.com"), Memory.NONE, SYNC, NOW, MOST);

                assertThat(failures(round)).isNotEmpty().allSatisfy(failure -> {
                    assertThat(failure.fault()).isEqualTo(fault);
                    assertThat(failure.message())
                            .startsWith(
                                    "server 127.0.0.1 port " + knot.address().getPort() + ", zone ex.com, name ")
                            .contains("(expected: ")
                            .doesNotContain(KnotServer.SECRET);
                });
                assertThat(knot.records()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"tidegate, true, ''", "tidegate, false, ''", "reader, true, BADKEY", "unknown, true, BADKEY"})
    void a_server_is_tried_and_nothing_changed_by_it(String key, boolean transfers, String fault) {
        try (KnotServer knot = KnotServer.start(folder)) {
            long serial = knot.serial();
            NameServer server = NameServer.of(knot.address(), key(key));
            NameServerTrial trial = NameServerTrial.of(
                    transfers ? server : server.withoutTransfers(),
                    Zones.of(KnotServer.ZONE).zones(),
                    US,
                    new Backoff(1, Duration.ZERO, new Random(1)));

            assertThat(trial.refusals())
                    .extracting(failure -> failure.fault().name())
                    .containsExactlyElementsOf(fault.isEmpty() ? List.of() : List.of(fault));
            assertThat(knot.serial()).isEqualTo(serial);
        }
    }

    @Test
    void without_a_key_nothing_may_be_changed() {
        try (KnotServer knot = KnotServer.start(folder)) {
            NameServer open = new NameServer(knot.address(), Optional.empty(), Duration.ofSeconds(2), false);
            WantedRecords wanted = wanted("192.0.2.1", "shop.ex.com");
            assertThat(failures(publisher(open, US).round(wanted, Memory.NONE, SYNC, NOW, MOST)))
                    .extracting(Failure::fault)
                    .containsExactly(Fault.NOTAUTH);
            assertThat(knot.records()).isEmpty();
        }
    }

    private static List<Failure> failures(Round round) {
        return Stream.concat(
                        round.unread().stream(),
                        round.outcomes().stream()
                                .filter(Outcome.Failed.class::isInstance)
                                .map(outcome -> ((Outcome.Failed) outcome).failure()))
                .toList();
    }

    @Test
    void a_strong_key_does_as_well() {
        try (KnotServer knot = KnotServer.start(folder)) {
            TsigKey strong = TsigKey.of("strong", TsigKey.Algorithm.HMAC_SHA512, KnotServer.SECRET);
            settled(
                    publisher(NameServer.of(knot.address(), strong), US),
                    wanted("192.0.2.1", "shop.ex.com"),
                    Memory.NONE);
        }
    }

    @Test
    void a_server_that_has_not_the_zone_says_so() {
        try (KnotServer knot = KnotServer.start(folder)) {
            Publisher elsewhere =
                    new Publisher(records(NameServer.of(knot.address(), KEY), US), US, Zones.of("ex.org"));
            Round round = elsewhere.round(WantedRecords.EMPTY, Memory.NONE, SYNC, NOW, MOST);
            assertThat(round.unread()).hasSize(1);
            assertThat(round.unread().getFirst().fault()).isIn(Fault.NOTAUTH, Fault.REFUSED);
        }
    }

    @Test
    void while_the_server_is_away_nothing_is_done_and_then_what_is_due() {
        try (KnotServer knot = KnotServer.start(folder)) {
            NameServer server = NameServer.of(knot.address(), KEY).withTimeout(Duration.ofMillis(300));
            Publisher publisher = publisher(server, US);
            settled(publisher, wanted("192.0.2.1", "shop.ex.com"), Memory.NONE);

            knot.kill();
            publisher.forget();
            Round away = publisher.round(wanted("192.0.2.2", "shop.ex.com"), Memory.NONE, SYNC, NOW, MOST);
            assertThat(away.unread()).extracting(Failure::fault).containsExactly(Fault.UNREACHABLE);
            assertThat(away.plan().changes()).isEmpty();

            knot.startAgain();
            assertThat(knot.ask("shop.ex.com", "A")).containsExactly("192.0.2.1");
            settled(publisher, wanted("192.0.2.2", "shop.ex.com"), Memory.NONE);
            assertThat(knot.ask("shop.ex.com", "A")).containsExactly("192.0.2.2");
        }
    }

    @Test
    void what_somebody_changed_since_it_was_read_is_not_overwritten() {
        try (KnotServer knot = KnotServer.start(folder)) {
            settled(publisher(knot, true), wanted("192.0.2.1", "shop.ex.com"), Memory.NONE);
            RecordStore records = records(NameServer.of(knot.address(), KEY), US);
            NameChange change = ofNoMoment(knot, wanted("192.0.2.2", "shop.ex.com"));

            for (String somebody : List.of(
                    "add shop.ex.com. 300 A 192.0.2.99",
                    "del a-reg.shop.ex.com. TXT",
                    "add shop.ex.com. 300 AAAA 2001:db8::99",
                    "add aaaa-reg.shop.ex.com. 300 CNAME lb.test.")) {
                List<String> before = knot.records();
                knot.update(somebody);
                List<String> after = knot.records();
                assertThat(after).isNotEqualTo(before);
                if (!somebody.contains("aaaa-reg")) {
                    assertThat(records.make(change)).isInstanceOf(Outcome.Overtaken.class);
                    assertThat(knot.records()).isEqualTo(after);
                }
            }
        }
    }

    /// What would be done, without doing it: by one whose key may only read.
    private static NameChange ofNoMoment(KnotServer knot, WantedRecords wanted) {
        Round round =
                publisher(NameServer.of(knot.address(), key("reader")), US).round(wanted, Memory.NONE, SYNC, NOW, MOST);
        return round.plan().changes().getFirst();
    }

    @Test
    void of_two_that_make_one_name_at_once_one_makes_it() throws Exception {
        try (KnotServer knot = KnotServer.start(folder);
                ExecutorService two = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                String host = "h" + i + ".ex.com";
                List<Callable<Round>> rounds = new ArrayList<>();
                for (String owner : List.of("one", "two")) {
                    Identity identity = Identity.of(owner).with(US.names());
                    WantedRecords wanted = wanted(owner.equals("one") ? "192.0.2.1" : "192.0.2.2", host);
                    rounds.add(() -> publisher(NameServer.of(knot.address(), KEY), identity)
                            .round(wanted, Memory.NONE, SYNC, NOW, MOST));
                }
                int made = 0;
                for (Future<Round> round : two.invokeAll(rounds)) {
                    made += (int) round.get().outcomes().stream()
                            .filter(Outcome.Made.class::isInstance)
                            .count();
                }
                assertThat(made).as(host).isEqualTo(1);
                assertThat(knot.ask(host, "A")).hasSize(1);
                String owner = knot.ask(host, "A").contains("192.0.2.1") ? "one" : "two";
                assertThat(knot.ask("a-reg." + host, "TXT")).containsExactly(text(owner));
            }
        }
    }

    @Test
    void two_with_one_identity_come_to_rest() throws Exception {
        try (KnotServer knot = KnotServer.start(folder);
                ExecutorService two = Executors.newVirtualThreadPerTaskExecutor()) {
            WantedRecords wanted = wanted(
                    "192.0.2.1 2001:db8::1",
                    IntStream.range(0, 50).mapToObj(i -> "h" + i + ".ex.com").toArray(String[]::new));
            Callable<Round> one = () -> publisher(knot, true).round(wanted, Memory.NONE, SYNC, NOW, MOST);
            for (Future<Round> round : two.invokeAll(List.of(one, one))) {
                assertThat(failures(round.get())).isEmpty();
            }
            assertThat(one.call().settled()).isTrue();
            assertThat(knot.records()).hasSize(200);
        }
    }

    @Test
    void a_set_that_does_not_fit_into_udp_goes_over_tcp() {
        try (KnotServer knot = KnotServer.start(folder)) {
            String many = String.join(
                    " ", IntStream.range(1, 200).mapToObj(i -> "192.0.2." + i).toList());
            settled(publisher(knot, false), wanted(many, "shop.ex.com"), Memory.NONE);
            assertThat(knot.records()).hasSize(200);
        }
    }
}
