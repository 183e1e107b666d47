package dev.tidegate.gateway.exchange;

import static java.util.Objects.requireNonNull;

import dev.tidegate.address.AddressLiteral;
import io.vertx.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/// A connection's peer as text and as bytes, made once a connection. Threads: the connection's event loop.
final class PeerAddress {

    private static final byte[] UNKNOWN = {};

    private @Nullable String text;
    private byte[] bytes = UNKNOWN;

    String text(SocketAddress peer) {
        if (text == null) {
            byte @Nullable [] address =
                    AddressLiteral.parse(requireNonNull(peer.hostAddress(), "a TCP peer has an address"));
            bytes = address == null ? UNKNOWN : address;
            text = address == null ? peer.hostAddress() : AddressLiteral.text(address);
        }
        return text;
    }

    byte[] bytes() {
        return bytes;
    }
}
