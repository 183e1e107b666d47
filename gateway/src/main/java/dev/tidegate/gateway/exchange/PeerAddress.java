package dev.tidegate.gateway.exchange;

import static java.util.Objects.requireNonNull;

import dev.tidegate.address.IpAddress;
import io.vertx.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/// A connection's peer as text and as an address, made once a connection. Threads: the connection's event loop.
final class PeerAddress {

    private @Nullable IpAddress address;
    private @Nullable String text;

    String text(SocketAddress peer) {
        String known = text;
        if (known == null) {
            known = address(peer).toString();
            text = known;
        }
        return known;
    }

    IpAddress address(SocketAddress peer) {
        IpAddress known = address;
        if (known == null) {
            known = parse(requireNonNull(peer.hostAddress(), "a TCP peer has an address"));
            address = known;
        }
        return known;
    }

    /// A link-local address comes with its zone, which means nothing to anybody else (RFC 4007 §6).
    private static IpAddress parse(String text) {
        int zone = text.indexOf('%');
        return IpAddress.parse(zone < 0 ? text : text.substring(0, zone)).orElseThrow();
    }
}
