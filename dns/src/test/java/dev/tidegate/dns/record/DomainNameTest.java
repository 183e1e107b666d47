package dev.tidegate.dns.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Names as a zone has them.
class DomainNameTest {

    @ParameterizedTest
    @CsvSource({
        "shop.example.com, shop.example.com",
        "Shop.Example.COM., shop.example.com",
        "*.Example.com, *.example.com",
        "_http._tcp.example.com, _http._tcp.example.com",
        "bücher.example, xn--bcher-kva.example",
        "BÜCHER.example., xn--bcher-kva.example",
        "例え.テスト, xn--r8jz45g.xn--zckzah",
    })
    void hosts_have_one_form(String written, String name) {
        assertThat(DomainName.host(written).text()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "a..b",
                ".a.b",
                "a b.example",
                "a/b.example",
                "-a.example",
                "a-.example",
                "*",
                "*.",
                "**.a.b",
                "a.*.example",
                "*a.example",
                "*.*.example",
                "straße.example",
                "a\tb.example"
            })
    void what_is_no_host_is_refused_in_one_line(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DomainName.host(written))
                .withMessageContaining("(expected: ")
                .withMessageNotContaining("\n");
    }

    @Test
    void sizes_are_those_of_dns() {
        String label = "a".repeat(63);
        String longest = String.join(".", label, label, label, "a".repeat(61));
        assertThat(DomainName.host(longest).text()).hasSize(253);
        assertThatIllegalArgumentException().isThrownBy(() -> DomainName.host(longest + "a"));
        assertThatIllegalArgumentException().isThrownBy(() -> DomainName.host(label + "a.example"));
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, example.com, true",
        "a.b.example.com, example.com, true",
        "*.example.com, example.com, true",
        "badexample.com, example.com, false",
        "com, example.com, false",
    })
    void a_zone_holds_itself_and_what_is_below_it(String name, String zone, boolean within) {
        assertThat(DomainName.of(name).within(DomainName.of(zone))).isEqualTo(within);
    }

    @Test
    void the_root_holds_every_name_and_is_none_that_can_be_written() {
        assertThat(DomainName.of("shop.example.com").within(DomainName.ROOT)).isTrue();
        assertThat(DomainName.of("localhost").within(DomainName.ROOT)).isTrue();
        assertThat(DomainName.ROOT.within(DomainName.of("com"))).isFalse();
        assertThat(DomainName.ROOT).hasToString(".");
        assertThatIllegalArgumentException().isThrownBy(() -> DomainName.of("."));
    }
}
