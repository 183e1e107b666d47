package dev.tidegate.address;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressLiteralTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1,          10.0.0.1",
        "255.255.255.255,   255.255.255.255",
        "::1,               ::1",
        "FD00::A,           fd00::a",
        "0.0.0.0,           0.0.0.0",
        "::,                ::",
        "::ffff:10.0.0.1,   10.0.0.1",
        "64:ff9b::10.0.0.1, 64:ff9b::a00:1"
    })
    void reads_an_address(String text, String canonical) {
        byte[] bytes = requireNonNull(AddressLiteral.parse(text));

        assertThat(AddressLiteral.text(bytes)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "2001:0DB8:0:0:0:0:0:0001,  2001:db8::1",
        "2001:db8:0:1:1:1:1:1,      2001:db8:0:1:1:1:1:1",
        "2001:db8::1:0:0:1,         2001:db8::1:0:0:1",
        "2001:0:0:1:0:0:0:1,        2001:0:0:1::1",
        "2001:0:0:0:1:0:0:1,        2001::1:0:0:1",
        "0:0:1:0:0:0:0:0,           0:0:1::",
        "0:0:0:1:2:3:4:5,           ::1:2:3:4:5",
        "0:1:2:3:4:5:6:7,           0:1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:0,           1:2:3:4:5:6:7:0",
        "1:2:3:4:5:6:0:0,           1:2:3:4:5:6::",
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
    })
    void writes_every_address_in_one_way(String text, String canonical) {
        byte[] bytes = requireNonNull(AddressLiteral.parse(text));

        assertThat(AddressLiteral.text(bytes)).isEqualTo(canonical);
        assertThat(AddressLiteral.parse(canonical)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "1", "10.1", "10.0.0", "010.0.0.1", "10.0.0.01", "0x0a.0.0.1", "256.0.0.1", "10.0.0.1.",
                "10.0.0.1 ", "localhost", "a.example", ":", "::1::", "[::1]", "fe80::1%eth0", "12345::", "10.0.0.1:80",
                "::ffff:010.0.0.1", "::ffff:10.1", "10..0.1", ".10.0.0.1", "10.0.0.0.1", "1e1.0.0.1"
            })
    void refuses_everything_else_and_asks_no_name_server(String text) {
        assertThat(AddressLiteral.parse(text)).isNull();
    }

    @Test
    void an_address_has_4_or_16_bytes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressLiteral.text(new byte[5]))
                .withMessageContaining("5 bytes");
    }
}
