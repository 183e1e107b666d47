package dev.tidegate.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a peer is called in `X-Forwarded-For`, `X-Real-IP` and the access log.
class PeerAddressTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9,           203.0.113.9",
        "2001:DB8:0:0:0:0:0:1,  2001:db8::1",
        "::1,                   ::1",
        "::ffff:203.0.113.9,    203.0.113.9",
        "fe80::1%1,             fe80::1"
    })
    void a_peer_is_called_by_the_one_text_that_its_address_has(String peer, String text) {
        var socket = SocketAddress.inetSocketAddress(new InetSocketAddress(InetAddress.ofLiteral(peer), 4711));

        assertThat(new PeerAddress().text(socket)).isEqualTo(text);
    }
}
