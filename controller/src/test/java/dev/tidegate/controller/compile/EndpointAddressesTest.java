package dev.tidegate.controller.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which addresses no backend may have, whatever name leads to them.
class EndpointAddressesTest {

    private static final EndpointAddresses IN_A_CLUSTER = new EndpointAddresses(false);
    private static final EndpointAddresses IN_A_FOLDER = new EndpointAddresses(true);

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,              a loopback address",
        "127.255.255.254,        a loopback address",
        "::1,                    a loopback address",
        "::ffff:127.0.0.1,       a loopback address",
        "::ffff:7f00:1,          a loopback address",
        "::127.0.0.1,            a loopback address",
        "::ffff:0:127.0.0.1,     a loopback address",
        "64:ff9b::127.0.0.1,     a loopback address",
        "64:ff9b::7f00:1,        a loopback address",
        "64:ff9b:1::7f00:1,      a loopback address",
        "64:ff9b:1:7f00:0:100::, a loopback address",
        "64:ff9b:1:7f:0:1::,     a loopback address",
        "64:ff9b:1:0:7f:0:100::, a loopback address",
        "2002:7f00:1::1,         a loopback address",
        "169.254.0.0,            a link-local address",
        "169.254.170.2,          a link-local address",
        "169.254.170.23,         a link-local address",
        "169.254.42.42,          a link-local address",
        "169.254.255.255,        a link-local address",
        "fe80::1,                a link-local address",
        "febf:ffff::1,           a link-local address",
        "fe80::a9fe:a9fe,        a link-local address",
        "169.254.169.254,        a cloud's metadata service",
        "::ffff:169.254.169.254, a cloud's metadata service",
        "64:ff9b::a9fe:a9fe,     a cloud's metadata service",
        "64:ff9b:1::a9fe:a9fe,   a cloud's metadata service",
        "2002:a9fe:a9fe::,       a cloud's metadata service",
        "fd00:ec2::254,          a cloud's metadata service",
        "FD00:0EC2:0::0254,      a cloud's metadata service",
        "fd00:ec2::23,           a cloud's metadata service",
        "fd20:ce::254,           a cloud's metadata service",
        "fd00:c1::a9fe:a9fe,     a cloud's metadata service",
        "fd00:42::42,            a cloud's metadata service",
        "fd00:a9fe:a9fe::1,      a cloud's metadata service",
        "fd00:100::100:200,      a cloud's metadata service",
        "168.63.129.16,          a cloud's metadata service",
        "100.100.100.200,        a cloud's metadata service",
        "192.0.0.192,            a cloud's metadata service",
        "0.0.0.0,                the address of one host",
        "0.1.2.3,                the address of one host",
        "::,                     the address of one host",
        "::ffff:0.0.0.0,         the address of one host",
        "224.0.0.1,              the address of one host",
        "239.255.255.255,        the address of one host",
        "ff02::1,                the address of one host",
        "255.255.255.255,        the address of one host",
        "fe80::1%eth0,           an IP address",
        "127.1,                  an IP address",
        "0x7f.0.0.1,             an IP address",
        "2130706433,             an IP address"
    })
    void is_refused_in_a_cluster(String address, String why) {
        assertThat(IN_A_CLUSTER.problem(address))
                .hasValueSatisfying(problem -> assertThat(problem).contains(why));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "100.64.0.1",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "169.255.0.0",
                "168.63.129.17",
                "192.168.0.1",
                "203.0.113.5",
                "240.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::203.0.113.5",
                "64:ff9b:1::203.0.113.5",
                "64:ff9b:1:cb00:71:500::",
                "2002:cb00:7105::1",
                "2001:db8::127.0.0.1",
                "fd00::1",
                "fd00:ec3::254",
                "fec0::1",
                "fe7f::1"
            })
    void is_allowed(String address) {
        assertThat(IN_A_CLUSTER.problem(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "::1, true",
        "::ffff:127.0.0.1, true",
        "64:ff9b::7f00:1, true",
        "169.254.1.1, false",
        "169.254.169.254, false",
        "fd00:ec2::254, false",
        "0.0.0.0, false"
    })
    void a_folder_may_lead_to_its_own_machine_and_to_nothing_else_that_is_refused(String address, boolean allowed) {
        assertThat(IN_A_FOLDER.problem(address).isEmpty()).isEqualTo(allowed);
    }
}
