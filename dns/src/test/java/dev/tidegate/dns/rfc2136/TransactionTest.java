package dev.tidegate.dns.rfc2136;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.dns.ownership.Identity;
import dev.tidegate.dns.plan.Memory;
import dev.tidegate.dns.plan.NameContent;
import dev.tidegate.dns.plan.Plan;
import dev.tidegate.dns.plan.PublishPolicy;
import dev.tidegate.dns.plan.ZoneContent;
import dev.tidegate.dns.record.Claim;
import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.RecordSet;
import dev.tidegate.dns.record.RecordType;
import dev.tidegate.dns.record.WantedRecords;
import dev.tidegate.dns.record.Wishes;
import dev.tidegate.dns.record.Zones;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Section;
import org.xbill.DNS.Update;

/// A change as an UPDATE: what must be so, and what becomes of it, in the words of RFC 2136 §2.4 and §2.5.
class TransactionTest {

    private static final DomainName ZONE = DomainName.of("ex.com");
    private static final DomainName SHOP = DomainName.of("shop.ex.com");
    private static final String OURS =
            "heritage=external-dns,external-dns/owner=us,external-dns/resource=ingress/a/web";

    private static Update update(String target, Map<DomainName, NameContent> found) {
        WantedRecords wanted = target.isEmpty()
                ? WantedRecords.EMPTY
                : WantedRecords.of(
                        List.of(new Claim("ingress/a/web", Instant.EPOCH, List.of("shop.ex.com"), Wishes.NONE)),
                        List.of(target),
                        Zones.of("ex.com"),
                        Duration.ofMinutes(5));
        Plan plan = Plan.of(
                wanted,
                ZoneContent.unknown(Set.of(ZONE)).withWhole(ZONE, found),
                Identity.of("us"),
                Memory.NONE.deleted(SHOP, Instant.EPOCH),
                PublishPolicy.DEFAULT.with(PublishPolicy.Mode.SYNC),
                Instant.EPOCH.plus(Duration.ofDays(1)));
        return Transaction.of(plan.changes().getFirst());
    }

    private static Map<DomainName, NameContent> shop() {
        return Map.of(
                SHOP,
                new NameContent(
                        Map.of(
                                RecordType.A,
                                new RecordSet(SHOP, RecordType.A, Duration.ofMinutes(5), List.of("192.0.2.1"))),
                        List.of(),
                        false),
                DomainName.of("a-shop.ex.com"),
                new NameContent(Map.of(), List.of(OURS, "v=spf1 -all"), false));
    }

    private static List<String> lines(Update update, int section) {
        return update.getSection(section).stream()
                .map(record -> record.toString().replaceAll("\\s+", " ").strip())
                .toList();
    }

    @Test
    void a_new_name_must_have_none_of_the_records_that_it_is_to_get() {
        Update update = update("192.0.2.1", Map.of());
        assertThat(lines(update, Section.ZONE)).containsExactly("ex.com. 0 IN SOA");
        assertThat(lines(update, Section.PREREQ))
                .containsExactly(
                        "shop.ex.com. 0 NONE A",
                        "shop.ex.com. 0 NONE AAAA",
                        "shop.ex.com. 0 NONE CNAME",
                        "a-shop.ex.com. 0 NONE TXT",
                        "a-shop.ex.com. 0 NONE CNAME",
                        "shop.ex.com. 0 NONE TXT");
        assertThat(lines(update, Section.UPDATE))
                .containsExactly("shop.ex.com. 300 IN A 192.0.2.1", "a-shop.ex.com. 300 IN TXT " + OURS);
    }

    @Test
    void a_new_alias_must_have_nothing_beside_it() {
        assertThat(lines(update("lb.test", Map.of()), Section.PREREQ))
                .containsExactly(
                        "shop.ex.com. 0 NONE ANY", "cname-shop.ex.com. 0 NONE TXT", "cname-shop.ex.com. 0 NONE CNAME");
    }

    @Test
    void a_change_goes_by_every_value_that_was_found() {
        Update update = update("192.0.2.2", shop());
        assertThat(lines(update, Section.PREREQ))
                .containsExactly(
                        "shop.ex.com. 0 IN A 192.0.2.1",
                        "shop.ex.com. 0 NONE AAAA",
                        "shop.ex.com. 0 NONE CNAME",
                        "a-shop.ex.com. 0 IN TXT " + OURS,
                        "a-shop.ex.com. 0 IN TXT \"v=spf1 -all\"",
                        "shop.ex.com. 0 NONE TXT");
        assertThat(lines(update, Section.UPDATE))
                .containsExactly("shop.ex.com. 0 ANY A", "shop.ex.com. 300 IN A 192.0.2.2");
    }

    @Test
    void a_withdrawal_takes_our_records_and_no_others() {
        assertThat(lines(update("", shop()), Section.UPDATE))
                .containsExactly("shop.ex.com. 0 ANY A", "a-shop.ex.com. 0 NONE TXT " + OURS);
    }
}
