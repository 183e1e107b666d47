package dev.tidegate.gateway.request;

import static java.util.Objects.requireNonNull;

import dev.tidegate.address.IpAddress;
import dev.tidegate.gateway.table.ProxyProtocol;
import io.vertx.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/// A connection's peer as text and as an address, made once a connection: who a PROXY header that is believed names,
/// or else who is at the other end. Threads: the connection's event loop.
public final class PeerAddress {

    private @Nullable IpAddress address;
    private @Nullable String text;
    private @Nullable String port;

    /// A header came, before any byte of a request. It is believed if it comes from whom the protocol trusts.
    public void told(ProxyHeader header, SocketAddress by, ProxyProtocol protocol) {
        if (protocol.trusts(address(by))) {
            address = header.source();
            port = Integer.toString(header.destinationPort());
        }
    }

    public String text(SocketAddress socket) {
        String known = text;
        if (known == null) {
            known = address(socket).toString();
            text = known;
        }
        return known;
    }

    public IpAddress address(SocketAddress socket) {
        IpAddress known = address;
        if (known == null) {
            known = parse(requireNonNull(socket.hostAddress(), "a TCP peer has an address"));
            address = known;
        }
        return known;
    }

    /// The port that the client asked for, if a PROXY header tells.
    @Nullable
    public String port() {
        return port;
    }

    /// A link-local address comes with its zone, which means nothing to anybody else (RFC 4007 §6).
    private static IpAddress parse(String text) {
        int zone = text.indexOf('%');
        return IpAddress.parse(zone < 0 ? text : text.substring(0, zone)).orElseThrow();
    }
}
