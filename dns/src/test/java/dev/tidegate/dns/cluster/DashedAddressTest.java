package dev.tidegate.dns.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DashedAddressTest {

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 10-1-2-3",
        "fd00::a, fd00--a",
        "::1, --1",
        "::, --",
        "fd00::, fd00--",
        "1:2:3:4:5:6:7:8, 1-2-3-4-5-6-7-8",
        "1:0:3:4:5:6:7:8, 1-0-3-4-5-6-7-8",
        "1:0:0:4:0:0:7:8, 1--4-0-0-7-8",
        "1:0:0:4:0:0:0:8, 1-0-0-4--8",
        "FD00:0ABC::1, fd00-abc--1",
    })
    void an_address_is_a_label(String address, String label) {
        assertThat(DashedAddress.of(InetAddress.ofLiteral(address))).isEqualTo(label);
    }
}
