package dev.tidegate.dns.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.dns.record.Claim;
import dev.tidegate.dns.record.WantedRecords;
import dev.tidegate.dns.record.Wishes;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostZonesTest {

    private static final Duration TTL = Duration.ofSeconds(60);
    private static final List<Claim> CLAIMS = List.of(
            claim(
                    Wishes.NONE,
                    "home.example",
                    "shop.home.example",
                    "*.home.example",
                    "a.dmz.home.example",
                    "other.test"),
            claim(
                    Wishes.NONE
                            .withHostnames(List.of("more.home.example"))
                            .withTargets(List.of("192.0.2.99"))
                            .withTtl(Duration.ofSeconds(7)),
                    "annotated.home.example"));

    private static Claim claim(Wishes wishes, String... hosts) {
        return new Claim("ingress/shop/" + hosts[0], Instant.EPOCH, List.of(hosts), wishes);
    }

    private static WantedRecords wanted(List<String> addresses) {
        return WantedRecords.of(
                CLAIMS, addresses, dev.tidegate.dns.record.Zones.of("home.example", "dmz.home.example"), TTL);
    }

    private static Zones zones(List<String> addresses, String... servers) {
        return HostZones.of(
                List.of(Authority.of("home.example", 1), Authority.of("dmz.home.example", 1)),
                wanted(addresses),
                List.of(servers).stream().map(InetAddress::ofLiteral).toList(),
                TTL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "A shop.home.example;      NOERROR shop.home.example. 60 A 192.0.2.1",
                "AAAA shop.home.example;   NOERROR shop.home.example. 60 AAAA 2001:db8:0:0:0:0:0:1",
                "A home.example;           NOERROR home.example. 60 A 192.0.2.1",
                "A any.home.example;       NOERROR any.home.example. 60 A 192.0.2.1",
                "A annotated.home.example; NOERROR annotated.home.example. 7 A 192.0.2.99",
                "A more.home.example;      NOERROR more.home.example. 7 A 192.0.2.99",
                "A ns.home.example;        NOERROR ns.home.example. 60 A 192.0.2.53",
                "A a.dmz.home.example;     NOERROR a.dmz.home.example. 60 A 192.0.2.1",
                "A none.dmz.home.example;  NXDOMAIN + SOA dmz.home.example.",
                "A other.test;             REFUSED",
            })
    void every_name_has_what_is_wanted_of_it(String question, String answer) {
        Zones made = zones(List.of("192.0.2.1", "2001:db8::1"), "192.0.2.53");
        assertThat(Told.line(Told.ask(made, question))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "A shop.home.example;   NOERROR shop.home.example. 60 CNAME lb.cloud.test.",
                "A any.home.example;    NOERROR any.home.example. 60 CNAME lb.cloud.test.",
                "A home.example;        NOERROR + SOA home.example.",
                "A ns.dmz.home.example; NXDOMAIN + SOA dmz.home.example.",
            })
    void with_only_a_load_balancers_name_hosts_are_aliases(String question, String answer) {
        assertThat(Told.line(Told.ask(zones(List.of("lb.cloud.test")), question)))
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "A shop.home.example;      SERVFAIL",
                "A any.home.example;       SERVFAIL",
                "A home.example;           NOERROR + SOA home.example.",
                "A annotated.home.example; NOERROR annotated.home.example. 7 A 192.0.2.99",
                "A none.dmz.home.example;  NXDOMAIN + SOA dmz.home.example.",
            })
    void a_host_is_not_denied_for_want_of_an_address(String question, String answer) {
        assertThat(Told.line(Told.ask(zones(List.of()), question))).isEqualTo(answer);
    }

    @Test
    void records_are_counted_with_what_zones_say_of_themselves() {
        // 2 SOA, 2 NS, 2 addresses of servers, 4 hosts and 2 more names with an address each
        assertThat(zones(List.of("192.0.2.1"), "192.0.2.53").records()).isEqualTo(12);
        assertThat(Zones.UNKNOWN.records()).isZero();
    }

    @Test
    void a_record_of_another_zone_is_refused() {
        assertThatThrownBy(() -> HostZones.of(
                        List.of(Authority.of("dmz.home.example", 1)), wanted(List.of("192.0.2.1")), List.of(), TTL))
                .hasMessageStartingWith("zone home.example of ")
                .hasMessageEndingWith("(expected: one of [dmz.home.example.])");
    }
}
