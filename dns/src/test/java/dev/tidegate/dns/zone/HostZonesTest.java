package dev.tidegate.dns.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostZonesTest {

    private static final List<String> HOSTS =
            List.of("home.example", "shop.home.example", "*.home.example", "a.dmz.home.example", "other.test");

    private static HostZones zones(String... addresses) {
        return HostZones.of(
                List.of(Authority.of("home.example", 1), Authority.of("dmz.home.example", 1)),
                HOSTS,
                List.of(addresses),
                Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "A shop.home.example;     NOERROR shop.home.example. 60 A 192.0.2.1",
                "AAAA shop.home.example;  NOERROR shop.home.example. 60 AAAA 2001:db8:0:0:0:0:0:1",
                "A home.example;          NOERROR home.example. 60 A 192.0.2.1",
                "A any.home.example;      NOERROR any.home.example. 60 A 192.0.2.1",
                "A ns.home.example;       NOERROR ns.home.example. 60 A 192.0.2.1",
                "A a.dmz.home.example;    NOERROR a.dmz.home.example. 60 A 192.0.2.1",
                "A none.dmz.home.example; NXDOMAIN + SOA dmz.home.example.",
                "A other.test;            REFUSED",
            })
    void every_host_has_the_addresses(String question, String answer) {
        HostZones made = zones("192.0.2.1", "2001:db8::1", "lb.cloud.test");
        assertThat(Told.line(Told.ask(made.zones(), question))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "A shop.home.example; NOERROR shop.home.example. 60 CNAME lb.cloud.test.",
                "A any.home.example;  NOERROR any.home.example. 60 CNAME lb.cloud.test.",
                "A home.example;      NOERROR + SOA home.example.",
                "A ns.dmz.home.example; NXDOMAIN + SOA dmz.home.example.",
            })
    void with_only_a_load_balancers_name_hosts_are_aliases(String question, String answer) {
        assertThat(Told.line(Told.ask(zones("lb.cloud.test").zones(), question)))
                .isEqualTo(answer);
    }

    @Test
    void what_is_no_name_is_told_and_spoils_nothing_else() {
        HostZones made = HostZones.of(
                List.of(Authority.of("example", 1)),
                List.of("a..b.example", "shop.example"),
                List.of("192.0.2.1"),
                Duration.ofSeconds(60));
        assertThat(made.faults())
                .containsExactly("name 'a..b.example'"
                        + " (expected: labels of 1 to 63 characters with dots between them, at most 253 in all)");
        assertThat(Told.line(Told.ask(made.zones(), "A shop.example")))
                .isEqualTo("NOERROR shop.example. 60 A 192.0.2.1");
    }
}
