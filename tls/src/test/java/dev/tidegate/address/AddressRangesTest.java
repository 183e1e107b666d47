package dev.tidegate.address;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRangesTest {

    private static final AddressRanges SOME = AddressRanges.builder()
            .add(address("10.0.0.0"), address("10.0.0.127"))
            .add(address("10.0.0.128"), address("10.0.0.255"))
            .add(address("192.168.0.1"), address("192.168.0.1"))
            .add(address("2001:db8::"), address("2001:db8::ff"))
            .add(address("fd00::1"), address("fd00::1"))
            .build();

    @ParameterizedTest
    @CsvSource({
        "9.255.255.255,  false",
        "10.0.0.0,       true",
        "10.0.0.200,     true",
        "10.0.0.255,     true",
        "10.0.1.0,       false",
        "192.168.0.0,    false",
        "192.168.0.1,    true",
        "192.168.0.2,    false",
        "255.255.255.255, false",
        "::,             false",
        "2001:db8::80,   true",
        "2001:db8::100,  false",
        "fd00::1,        true",
        "::ffff:10.0.0.1, true"
    })
    void holds_the_addresses_between_its_ends(String address, boolean held) {
        assertThat(SOME.contains(requireNonNull(AddressLiteral.parse(address)))).isEqualTo(held);
    }

    @Test
    void prints_each_range_once_and_one_that_follows_joins_it() {
        assertThat(SOME).hasToString("10.0.0.0-10.0.0.255, 192.168.0.1, 2001:db8::-2001:db8::ff, fd00::1");
        assertThat(AddressRanges.NONE).hasToString("none");
    }

    @Test
    void what_is_no_address_is_in_none() {
        assertThat(AddressRanges.ALL.contains(new byte[0])).isFalse();
        assertThat(AddressRanges.ALL.contains(new byte[5])).isFalse();
    }

    @Test
    void all_is_what_the_two_whole_ranges_make() {
        AddressRanges.Builder whole = AddressRanges.builder();
        for (String range : List.of("0.0.0.0/0", "::/0")) {
            Cidr cidr = Cidr.parse(range).orElseThrow();
            whole.add(cidr.first(), cidr.last());
        }
        assertThat(whole.build()).isEqualTo(AddressRanges.ALL).hasSameHashCodeAs(AddressRanges.ALL);
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.9, 10.0.0.8", "10.0.0.1, fd00::1", "9.0.0.0, 9.0.0.1", "10.0.0.5, 10.0.0.9"})
    void a_range_that_is_out_of_order_is_refused(String first, String last) {
        AddressRanges.Builder ranges = AddressRanges.builder().add(address("10.0.0.0"), address("10.0.0.5"));

        assertThatThrownBy(() -> ranges.add(address(first), address(last)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected: after the last");
    }

    private static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }
}
