package dev.tidegate.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.address.IpAddress;
import dev.tidegate.gateway.Topology;
import dev.tidegate.gateway.table.Forwarding;
import io.vertx.core.MultiMap;
import io.vertx.core.net.SocketAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The decision alone; `ClientAddressTest` has the same lines over real sockets.
class ClientOriginTest {

    private static final SocketAddress PEER = SocketAddress.inetSocketAddress(4711, "127.0.0.9");

    @ParameterizedTest
    @MethodSource("dev.tidegate.gateway.Topology#all")
    void the_client_is_who_can_be_believed_to_be(Topology topology) {
        SocketAddress socket = SocketAddress.inetSocketAddress(4711, topology.peer());
        PeerAddress peer = new PeerAddress();
        header(topology.proxyHeader())
                .ifPresent(it ->
                        topology.forwarding().proxyProtocol().ifPresent(protocol -> peer.told(it, socket, protocol)));
        MultiMap fields = MultiMap.caseInsensitiveMultiMap();
        topology.fields().forEach(field -> fields.add(field.split(": ")[0], field.split(": ")[1]));

        ClientOrigin origin = ClientOrigin.of(socket, false, "shop.example", fields, topology.forwarding(), peer);

        assertThat(origin)
                .isEqualTo(new ClientOrigin(
                        topology.client(),
                        IpAddress.parse(topology.client()).orElseThrow(),
                        topology.chain(),
                        topology.scheme(),
                        "shop.example",
                        topology.port()));
    }

    /// `v2` or `PROXY`, the family, source, destination and their ports; the other headers name nobody.
    private static Optional<ProxyHeader> header(String text) {
        String[] words = text.split(" ");
        return words.length < 6
                ? Optional.empty()
                : Optional.of(new ProxyHeader(IpAddress.parse(words[2]).orElseThrow(), Integer.parseInt(words[5])));
    }

    @Test
    void requests_of_one_connection_share_its_address() {
        PeerAddress peer = new PeerAddress();
        ClientOrigin first = direct(peer);
        ClientOrigin second = direct(peer);

        assertThat(second.ip()).isSameAs(first.ip());
        assertThat(second.address()).isSameAs(first.address());
    }

    private static ClientOrigin direct(PeerAddress peer) {
        return ClientOrigin.of(
                PEER, false, "shop.example", MultiMap.caseInsensitiveMultiMap(), Forwarding.TRUST_NOBODY, peer);
    }
}
