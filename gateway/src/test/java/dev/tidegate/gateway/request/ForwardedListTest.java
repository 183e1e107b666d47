package dev.tidegate.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.address.Cidr;
import dev.tidegate.address.IpAddress;
import dev.tidegate.gateway.table.Forwarding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who the client is, if the peer 10.0.0.1 and all of 10.0.0.0/8 are proxies of ours.
class ForwardedListTest {

    private static final Forwarding TRUSTING =
            new Forwarding(List.of(Cidr.parse("10.0.0.0/8").orElseThrow()), false, "X-Forwarded-For", Optional.empty());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        203.0.113.7                            | 203.0.113.7
        203.0.113.7, 10.0.0.5                  | 203.0.113.7
        203.0.113.7 ,10.0.0.5,10.0.0.6         | 203.0.113.7
        1.1.1.1, 203.0.113.7, 10.0.0.5         | 203.0.113.7
        10.9.9.9, 203.0.113.7                  | 203.0.113.7
        10.9.9.9, 10.0.0.5                     | 10.9.9.9
        203.0.113.7, garbage                   | 10.0.0.1
        203.0.113.7, garbage, 10.0.0.5         | 10.0.0.5
        203.0.113.7,                           | 10.0.0.1
        203.0.113.7, unknown                   | 10.0.0.1
        203.0.113.007                          | 10.0.0.1
        203.0.113.7:51234                      | 203.0.113.7
        203.0.113.7:x                          | 10.0.0.1
        203.0.113.7, 10.0.0.5:80               | 203.0.113.7
        2001:DB8:0::7                          | 2001:db8::7
        [2001:db8::7]:51234                    | 2001:db8::7
        [2001:db8::7]                          | 2001:db8::7
        [2001:db8::7]x                         | 10.0.0.1
        ::ffff:203.0.113.7                     | 203.0.113.7
        203.0.113.7, ::ffff:10.0.0.5           | 203.0.113.7
        ""                                     | 10.0.0.1
        """)
    void from_the_right_the_first_address_that_is_no_proxys(String list, String client) {
        IpAddress peer = IpAddress.parse("10.0.0.1").orElseThrow();

        assertThat(ForwardedList.client(list, peer, TRUSTING)).hasToString(client);
    }
}
