package dev.tidegate.address;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,      10.255.0.1,        true",
        "10.0.0.0/8,      11.0.0.1,          false",
        "10.9.9.9/8,      10.1.2.3,          true",
        "10.0.0.128/25,   10.0.0.127,        false",
        "10.0.0.128/25,   10.0.0.128,        true",
        "10.0.0.1,        10.0.0.1,          true",
        "10.0.0.1,        10.0.0.2,          false",
        "10.0.0.1/32,     10.0.0.1,          true",
        "0.0.0.0/0,       203.0.113.9,       true",
        "0.0.0.0/0,       fd00::1,           false",
        "::/0,            fd00::1,           true",
        "::/0,            10.0.0.1,          false",
        "fd00::/8,        fdff::1,           true",
        "fd00::/8,        fe00::1,           false",
        "2001:db8::/33,   2001:db8:7fff::1,  true",
        "2001:db8::/33,   2001:db8:8000::1,  false",
        "::1,             ::1,               true",
        "::ffff:10.0.0.1, 10.0.0.1,          true"
    })
    void contains_the_addresses_that_share_its_prefix(String range, String address, boolean contained) {
        byte[] bytes = requireNonNull(AddressLiteral.parse(address));

        assertThat(Cidr.parse(range).orElseThrow().contains(bytes)).isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/8",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/+8",
                "10.0.0.0/8/8",
                "fd00::/129",
                "10.0.0/8",
                "host.example",
                "10.0.0.0/0008",
                "10.0.0.0/8 ",
                "10.0.0.256",
                "010.0.0.1"
            })
    void refuses_what_is_no_range(String text) {
        assertThat(Cidr.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10.9.9.9/8, 10.0.0.0/8", "10.0.0.1, 10.0.0.1/32", "fd00::1/8, fd00::/8"})
    void is_equal_to_every_spelling_of_the_same_range(String one, String other) {
        assertThat(Cidr.parse(one)).isEqualTo(Cidr.parse(other));
        assertThat(Cidr.parse(one).orElseThrow())
                .hasSameHashCodeAs(Cidr.parse(other).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,  10.1.0.0/16,    true",
        "10.0.0.0/8,  10.0.0.0/9,     true",
        "10.0.0.0/8,  10.0.0.0/8,     false",
        "10.1.0.0/16, 10.0.0.0/8,     false",
        "10.0.0.0/8,  11.0.0.0/16,    false",
        "0.0.0.0/0,   ::/64,          false",
        "::/0,        2001:db8::/32,  true"
    })
    void is_wider_than_a_range_of_which_it_holds_all_and_more(String range, String other, boolean wider) {
        assertThat(Cidr.parse(range).orElseThrow().isWiderThan(Cidr.parse(other).orElseThrow()))
                .isEqualTo(wider);
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1, 10.0.0.1/32", "FD00::0:1, fd00::1/128", "::ffff:10.0.0.1, 10.0.0.1/32"})
    void of_an_address_holds_this_one_alone(String address, String range) {
        IpAddress one = IpAddress.parse(address).orElseThrow();

        assertThat(Cidr.of(one)).hasToString(range);
        assertThat(one.isIn(Cidr.of(one))).isTrue();
    }
}
