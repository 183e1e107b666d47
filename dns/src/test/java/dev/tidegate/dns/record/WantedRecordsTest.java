package dev.tidegate.dns.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// From claims and addresses to records.
class WantedRecordsTest {

    private static final Zones ZONES = new Zones(
            List.of(DomainName.of("example.com"), DomainName.of("eu.example.com")),
            List.of(DomainName.of("internal.example.com")));

    private static Claim claim(String resource, int age, Wishes wishes, String... hosts) {
        return new Claim(resource, Instant.EPOCH.minusSeconds(age), List.of(hosts), wishes);
    }

    private static Claim claim(String... hosts) {
        return claim("ingress/shop/web", 0, Wishes.NONE, hosts);
    }

    private static WantedRecords records(List<String> published, Claim... claims) {
        return WantedRecords.of(List.of(claims), published, ZONES, Duration.ofMinutes(5));
    }

    /// `shop.example.com A 300 192.0.2.1`, a line a set.
    private static List<String> lines(WantedRecords records) {
        return records.names().values().stream()
                .flatMap(name -> name.sets().values().stream())
                .map(set -> set.name() + " " + set.type() + " " + set.ttl().toSeconds() + " "
                        + String.join(" ", set.values()))
                .toList();
    }

    private static List<String> refusals(WantedRecords records) {
        return records.refusals().stream()
                .map(refusal -> refusal.resource() + " " + refusal.name() + ": " + refusal.reason())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        // host, published, records
        "shop.example.com, 192.0.2.1, shop.example.com A 300 192.0.2.1",
        "Shop.Example.com., 192.0.2.1, shop.example.com A 300 192.0.2.1",
        "shop.example.com, 192.0.2.2;192.0.2.1;192.0.2.1, shop.example.com A 300 192.0.2.1 192.0.2.2",
        "shop.example.com, 2001:db8::1, shop.example.com AAAA 300 2001:db8:0:0:0:0:0:1",
        "shop.example.com, lb.cloud.test., shop.example.com CNAME 300 lb.cloud.test",
        "*.example.com, lb.cloud.test, *.example.com CNAME 300 lb.cloud.test",
        "*.example.com, 192.0.2.1, *.example.com A 300 192.0.2.1",
        "example.com, 192.0.2.1, example.com A 300 192.0.2.1",
    })
    void a_host_leads_to_the_published_addresses(String host, String published, String record) {
        WantedRecords records = records(List.of(published.split(";")), claim(host));
        assertThat(lines(records)).containsExactly(record);
        assertThat(records.refusals()).isEmpty();
    }

    @Test
    void both_families_are_two_sets_of_one_name() {
        WantedRecords records = records(List.of("2001:db8::1", "192.0.2.1"), claim("shop.example.com"));
        assertThat(lines(records))
                .containsExactly("shop.example.com A 300 192.0.2.1", "shop.example.com AAAA 300 2001:db8:0:0:0:0:0:1");
        assertThat(records.names()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        // host, published, reason
        "a..b, 192.0.2.1, MALFORMED_NAME",
        "foo.*.example.com, 192.0.2.1, MALFORMED_NAME",
        "shop.example.org, 192.0.2.1, OUTSIDE_ZONES",
        "a.internal.example.com, 192.0.2.1, OUTSIDE_ZONES",
        "badexample.com, 192.0.2.1, OUTSIDE_ZONES",
        "example.com, lb.cloud.test, ALIAS_AT_APEX",
        "eu.example.com, lb.cloud.test, ALIAS_AT_APEX",
        "lb.example.com, lb.example.com, ALIAS_TO_ITSELF",
    })
    void what_cannot_be_had_is_refused(String host, String published, String reason) {
        WantedRecords records = records(List.of(published), claim(host));
        assertThat(lines(records)).isEmpty();
        assertThat(refusals(records)).containsExactly("ingress/shop/web " + host + ": " + reason);
    }

    @Test
    void without_an_address_a_name_is_claimed_and_has_no_record() {
        WantedRecords records = records(List.of(), claim("shop.example.com"));
        assertThat(lines(records)).isEmpty();
        assertThat(records.claimed()).containsExactly(DomainName.of("shop.example.com"));
        assertThat(refusals(records)).containsExactly("ingress/shop/web shop.example.com: NO_TARGET");
    }

    @Test
    void a_name_beside_addresses_is_left_out_and_told() {
        WantedRecords records = records(List.of("lb.cloud.test", "192.0.2.1"), claim("shop.example.com"));
        assertThat(lines(records)).containsExactly("shop.example.com A 300 192.0.2.1");
        assertThat(refusals(records)).containsExactly("ingress/shop/web shop.example.com: ALIAS_BESIDE_ADDRESSES");
    }

    @Test
    void of_several_names_the_first_is_taken_and_the_rest_told() {
        WantedRecords records = records(List.of("b.cloud.test", "a.cloud.test"), claim("shop.example.com"));
        assertThat(lines(records)).containsExactly("shop.example.com CNAME 300 a.cloud.test");
        assertThat(refusals(records)).containsExactly("ingress/shop/web shop.example.com: SEVERAL_ALIASES");
    }

    @ParameterizedTest
    @CsvSource({"1.2.3", "1", "1.2.3.400", "fe80::1%eth0", "::gg", "a..b", "*.example.com", "http://x"})
    void a_target_that_is_none_is_told_and_the_others_stand(String target) {
        Wishes wishes = Wishes.NONE.withTargets(List.of(target, "192.0.2.9"));
        WantedRecords records = records(List.of("192.0.2.1"), claim("i/a/a", 0, wishes, "shop.example.com"));
        assertThat(lines(records)).containsExactly("shop.example.com A 300 192.0.2.9");
        assertThat(refusals(records)).containsExactly("i/a/a shop.example.com: MALFORMED_TARGET");
    }

    @Test
    void wishes_change_targets_ttl_and_names() {
        Wishes wishes = Wishes.NONE
                .withTargets(List.of("192.0.2.9"))
                .withTtl(Duration.ofSeconds(30))
                .withHostnames(List.of("www.example.com"));
        List<String> published = List.of("192.0.2.1");
        assertThat(lines(records(published, claim("i/a/a", 0, wishes, "shop.example.com"))))
                .containsExactly("shop.example.com A 30 192.0.2.9", "www.example.com A 30 192.0.2.9");
        assertThat(lines(records(
                        published,
                        claim("i/a/a", 0, wishes.withSource(Wishes.Source.HOSTNAMES_ONLY), "shop.example.com"))))
                .containsExactly("www.example.com A 30 192.0.2.9");
        assertThat(lines(records(
                        published, claim("i/a/a", 0, wishes.withSource(Wishes.Source.HOSTS_ONLY), "shop.example.com"))))
                .containsExactly("shop.example.com A 30 192.0.2.9");
        assertThat(records(published, claim("i/a/a", 0, wishes.withExclusion(), "shop.example.com")))
                .isEqualTo(WantedRecords.EMPTY);
    }

    @Test
    void of_two_that_want_the_same_nobody_is_told() {
        WantedRecords records = records(
                List.of("192.0.2.1"),
                claim("i/a/young", 1, Wishes.NONE, "shop.example.com"),
                claim("i/a/old", 2, Wishes.NONE, "shop.example.com"));
        assertThat(records.names().values()).extracting(WantedName::resource).containsExactly("i/a/old");
        assertThat(records.refusals()).isEmpty();
    }

    @Test
    void of_two_that_differ_the_older_has_the_name_and_the_younger_is_told() {
        WantedRecords records = records(
                List.of("192.0.2.1"),
                claim("i/a/young", 1, Wishes.NONE.withTtl(Duration.ofSeconds(9)), "shop.example.com"),
                claim("i/a/old", 2, Wishes.NONE, "shop.example.com"));
        assertThat(lines(records)).containsExactly("shop.example.com A 300 192.0.2.1");
        assertThat(refusals(records)).containsExactly("i/a/young shop.example.com: CLAIMED_BY_ANOTHER");
    }

    @Test
    void one_excluded_of_two_leaves_the_name_to_the_other() {
        WantedRecords records = records(
                List.of("192.0.2.1"),
                claim("i/a/old", 2, Wishes.NONE.withExclusion(), "shop.example.com"),
                claim("i/a/young", 1, Wishes.NONE, "shop.example.com"));
        assertThat(records.names().values()).extracting(WantedName::resource).containsExactly("i/a/young");
    }

    @Test
    void the_zone_with_the_most_labels_has_the_name() {
        WantedRecords records = records(List.of("192.0.2.1"), claim("a.eu.example.com", "a.example.com"));
        assertThat(records.names().values())
                .extracting(wanted -> wanted.zone().text())
                .containsExactly("eu.example.com", "example.com");
    }

    @Property(tries = 100)
    void order_never_matters(@ForAll Random random) {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Wishes wishes = i % 3 == 0 ? Wishes.NONE : Wishes.NONE.withTargets(List.of("192.0.2." + i % 3, "x.test"));
            claims.add(claim("i/a/" + i, i % 4, wishes, "h" + i % 5 + ".example.com", "h" + i % 2 + ".example.com"));
        }
        List<String> published = List.of("192.0.2.1", "192.0.2.7", "lb.test");
        WantedRecords records = WantedRecords.of(claims, published, ZONES, Duration.ofMinutes(1));
        Collections.shuffle(claims, random);
        assertThat(WantedRecords.of(claims, published.reversed(), ZONES, Duration.ofMinutes(1)))
                .isEqualTo(records);
    }

    @Test
    void where_no_zones_are_known_every_name_is_had_and_none_is_an_apex() {
        WantedRecords records = WantedRecords.of(
                List.of(claim("example.com", "localhost", "*.example.org")),
                List.of("lb.cloud.test"),
                Zones.ALL,
                Duration.ofMinutes(5));
        assertThat(lines(records))
                .containsExactly(
                        "*.example.org CNAME 300 lb.cloud.test",
                        "example.com CNAME 300 lb.cloud.test",
                        "localhost CNAME 300 lb.cloud.test");
        assertThat(records.refusals()).isEmpty();
    }

    @Test
    void beside_the_root_a_zone_is_as_it_always_is() {
        Zones zones = new Zones(List.of(DomainName.ROOT, DomainName.of("example.com")), List.of());
        assertThat(zones.of(DomainName.of("shop.example.com"))).contains(DomainName.of("example.com"));
        assertThat(zones.of(DomainName.of("shop.example.org"))).contains(DomainName.ROOT);
    }
}
