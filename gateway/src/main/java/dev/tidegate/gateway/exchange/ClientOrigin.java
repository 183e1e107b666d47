package dev.tidegate.gateway.exchange;

import dev.tidegate.address.AddressLiteral;
import dev.tidegate.gateway.table.Forwarding;
import io.vertx.core.MultiMap;
import io.vertx.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/// Where a request came from, as far as anyone can be believed: the peer of the connection, or, behind a trusted
/// proxy, what that proxy says.
///
/// `address`: the client's, for logs, limits and `X-Real-IP`. `scheme`, `host`, `port`: what the client asked for.
/// `chain`: the value of `X-Forwarded-For` towards the backend.
record ClientOrigin(String address, String chain, String scheme, String host, String port) {

    static ClientOrigin of(
            SocketAddress peer,
            boolean secure,
            String authority,
            MultiMap fields,
            Forwarding forwarding,
            PeerAddress cached) {
        String peerText = cached.text(peer);
        String scheme = secure ? "https" : "http";
        if (forwarding.trusted().isEmpty() || !forwarding.trusts(cached.bytes())) {
            return new ClientOrigin(peerText, peerText, scheme, authority, port(authority, secure));
        }
        String list = fields.get(forwarding.clientAddressHeader());
        String address = list == null ? peerText : firstUntrusted(list, peerText, forwarding);
        String chain = forwarding.appendForwardedFor() && list != null ? list + ", " + peerText : address;
        String host = first(fields.get("X-Forwarded-Host"), authority);
        String said = first(fields.get("X-Forwarded-Proto"), scheme);
        String port = first(fields.get("X-Forwarded-Port"), port(host, said.equals("https")));
        return new ClientOrigin(address, chain, said, host, port);
    }

    /// `address` in network order; empty if it is none.
    byte[] addressBytes() {
        byte @Nullable [] bytes = AddressLiteral.parse(address);
        return bytes == null ? new byte[0] : bytes;
    }

    /// From the right, the first address that is not a trusted proxy's; the left-most if all are.
    private static String firstUntrusted(String list, String peer, Forwarding forwarding) {
        String found = peer;
        int end = list.length();
        while (end > 0) {
            int comma = list.lastIndexOf(',', end - 1);
            String text = list.substring(comma + 1, end).strip();
            byte @Nullable [] address = AddressLiteral.parse(text);
            if (address == null) {
                return found;
            }
            found = text;
            if (!forwarding.trusts(address)) {
                return found;
            }
            end = comma;
        }
        return found;
    }

    private static String first(@Nullable String list, String otherwise) {
        if (list == null || list.isBlank()) {
            return otherwise;
        }
        int comma = list.indexOf(',');
        return (comma < 0 ? list : list.substring(0, comma)).strip();
    }

    private static String port(String authority, boolean secure) {
        int colon = authority.lastIndexOf(':');
        return colon > authority.lastIndexOf(']') ? authority.substring(colon + 1) : secure ? "443" : "80";
    }
}
