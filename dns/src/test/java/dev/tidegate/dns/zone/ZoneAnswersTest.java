package dev.tidegate.dns.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.SOARecord;

/// The zones that are asked, one line each; `→` is an alias.
///
/// | `example` | `inner.example` |
/// |---|---|
/// | `shop` 192.0.2.1 and 2001:db8::1 | `*` 192.0.2.8 |
/// | `only4` 192.0.2.4 | |
/// | `*.apps` 192.0.2.5, `taken.apps` 192.0.2.6, `deep.below.apps` 192.0.2.7 | |
/// | `alias` → `shop`, `far` → `elsewhere.test`, `dangling` → `nobody`, `*.wild` → `shop` | |
/// | `one` → `two` → `one` | |
class ZoneAnswersTest {

    private static final Duration TTL = Duration.ofSeconds(60);
    private static final Zones ZONES = Zones.of(List.of(example(), inner()));

    private static Zone example() {
        Zone.Builder zone = Zone.builder(Authority.of("example", 7));
        address(zone, "shop", "192.0.2.1");
        address(zone, "shop", "2001:db8::1");
        address(zone, "only4", "192.0.2.4");
        address(zone, "*.apps", "192.0.2.5");
        address(zone, "taken.apps", "192.0.2.6");
        address(zone, "deep.below.apps", "192.0.2.7");
        address(zone, "ns", "192.0.2.53");
        alias(zone, "alias", "shop.example");
        alias(zone, "far", "elsewhere.test");
        alias(zone, "dangling", "nobody.example");
        alias(zone, "*.wild", "shop.example");
        alias(zone, "one", "two.example");
        alias(zone, "two", "one.example");
        alias(zone, "across", "any.inner.example");
        return zone.build();
    }

    private static Zone inner() {
        Zone.Builder zone = Zone.builder(Authority.of("inner.example", 7));
        address(zone, "*", "192.0.2.8");
        return zone.build();
    }

    private static void address(Zone.Builder zone, String label, String address) {
        zone.address(Names.below(label, zone.origin()), InetAddress.ofLiteral(address), TTL);
    }

    private static void alias(Zone.Builder zone, String label, String target) {
        zone.alias(Names.below(label, zone.origin()), Names.absolute(target), TTL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // what exists
                "A    shop.example;            NOERROR shop.example. 60 A 192.0.2.1",
                "AAAA shop.example;            NOERROR shop.example. 60 AAAA 2001:db8:0:0:0:0:0:1",
                "A    sHoP.eXample;            NOERROR sHoP.eXample. 60 A 192.0.2.1",
                "ANY  shop.example;            NOERROR shop.example. 60 A 192.0.2.1",
                "NS   example;                 NOERROR example. 3600 NS ns.example.",
                "SOA  example; NOERROR example. 30 SOA ns.example. ns.example. 7 7200 1800 1209600 30",
                // what exists, but not so
                "AAAA only4.example;           NOERROR + SOA example.",
                "TXT  shop.example;            NOERROR + SOA example.",
                "A    example;                 NOERROR + SOA example.",
                "TYPE65280 shop.example;       NOERROR + SOA example.",
                // a name that only has others below it
                "A    below.apps.example;      NOERROR + SOA example.",
                "A    apps.example;            NOERROR + SOA example.",
                "A    wild.example;            NOERROR + SOA example.",
                // what does not exist
                "A    nobody.example;          NXDOMAIN + SOA example.",
                "A    below.shop.example;      NXDOMAIN + SOA example.",
                // wildcards
                "A    any.apps.example;        NOERROR any.apps.example. 60 A 192.0.2.5",
                "A    a.b.c.apps.example;      NOERROR a.b.c.apps.example. 60 A 192.0.2.5",
                "A    *.apps.example;          NOERROR *.apps.example. 60 A 192.0.2.5",
                "A    taken.apps.example;      NOERROR taken.apps.example. 60 A 192.0.2.6",
                "AAAA taken.apps.example;      NOERROR + SOA example.",
                "AAAA any.apps.example;        NOERROR + SOA example.",
                "A    under.taken.apps.example; NXDOMAIN + SOA example.",
                "A    other.below.apps.example; NXDOMAIN + SOA example.",
                // aliases
                "A    alias.example; NOERROR alias.example. 60 CNAME shop.example. | shop.example. 60 A 192.0.2.1",
                "CNAME alias.example;          NOERROR alias.example. 60 CNAME shop.example.",
                "ANY  alias.example;           NOERROR alias.example. 60 CNAME shop.example.",
                "TXT  alias.example;           NOERROR alias.example. 60 CNAME shop.example. + SOA example.",
                "A    far.example;             NOERROR far.example. 60 CNAME elsewhere.test.",
                "A    dangling.example;        NXDOMAIN dangling.example. 60 CNAME nobody.example. + SOA example.",
                "A    a.wild.example; NOERROR a.wild.example. 60 CNAME shop.example. | shop.example. 60 A 192.0.2.1",
                "A    one.example; NOERROR one.example. 60 CNAME two.example. | two.example. 60 CNAME one.example.",
                "A    across.example; NOERROR across.example. 60 CNAME any.inner.example. |"
                        + " any.inner.example. 60 A 192.0.2.8",
                // the zone with the most labels
                "A    a.inner.example;         NOERROR a.inner.example. 60 A 192.0.2.8",
                "NS   inner.example;           NOERROR inner.example. 3600 NS ns.inner.example.",
                // what is not for us
                "A    example.com;             REFUSED",
                "NS   .;                       REFUSED",
                "A    shop.example CH;         REFUSED",
                "TXT  version.bind CH;         REFUSED",
                "AXFR example;                 REFUSED",
                "IXFR example;                 REFUSED",
                "OPT  shop.example;            FORMERR",
                "TKEY shop.example;            NOTIMP",
                "MAILB shop.example;           NOTIMP",
            })
    void a_question_is_answered(String question, String answer) {
        assertThat(Told.line(Told.ask(ZONES, question.replaceAll(" +", " ")))).isEqualTo(answer);
    }

    @Test
    void what_is_known_is_said_with_authority_and_what_is_refused_is_not() {
        assertThat(Told.ask(ZONES, "A shop.example").authoritative()).isTrue();
        assertThat(Told.ask(ZONES, "A nobody.example").authoritative()).isTrue();
        assertThat(Told.ask(ZONES, "A example.com").authoritative()).isFalse();
    }

    @Test
    void a_denial_may_be_kept_as_long_as_the_zone_says() {
        SOARecord soa =
                (SOARecord) Told.ask(ZONES, "A nobody.example").authority().getFirst();
        assertThat(soa.getTTL()).isEqualTo(Authority.NEGATIVE_TTL.toSeconds());
        assertThat(soa.getMinimum()).isEqualTo(Authority.NEGATIVE_TTL.toSeconds());
    }

    @Test
    void the_addresses_of_a_name_server_come_with_it() {
        assertThat(Told.records(Told.ask(ZONES, "NS example").additional())).isEqualTo(" ns.example. 60 A 192.0.2.53");
    }

    @Test
    void before_anything_is_known_nothing_is_denied() {
        assertThat(Told.line(Told.ask(Zones.UNKNOWN, "A shop.example"))).isEqualTo("SERVFAIL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "A both.example;     NOERROR both.example. 60 A 192.0.2.9",
                "AAAA both.example;  NOERROR + SOA example.",
                "CNAME both.example; NOERROR + SOA example.",
                "CNAME example;      NOERROR + SOA example.",
                "CNAME many.example; NOERROR many.example. 60 CNAME a.test.",
            })
    void an_alias_gives_way_to_whatever_else_there_is(String question, String answer) {
        Zone.Builder zone = Zone.builder(Authority.of("example", 1));
        alias(zone, "both", "shop.example");
        address(zone, "both", "192.0.2.9");
        alias(zone, "many", "b.test");
        alias(zone, "many", "a.test");
        zone.alias(zone.origin(), Names.absolute("shop.example"), TTL);
        assertThat(Told.line(Told.ask(Zones.of(List.of(zone.build())), question)))
                .isEqualTo(answer);
    }
}
