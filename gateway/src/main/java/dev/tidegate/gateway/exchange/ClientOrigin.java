package dev.tidegate.gateway.exchange;

import dev.tidegate.address.IpAddress;
import dev.tidegate.gateway.table.Forwarding;
import io.vertx.core.MultiMap;
import io.vertx.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/// Where a request came from, as far as anyone can be believed: the peer of the connection, or, behind a trusted
/// proxy, what that proxy says.
///
/// `address`: the client's, for logs, limits and `X-Real-IP`. `ip`: the same as a value, for rules about addresses;
/// an IPv4-mapped IPv6 address is the IPv4 one. It is the connection's own instance, made once, unless a forwarded
/// header that is believed says otherwise. `scheme`, `host`, `port`: what the client asked for. `chain`: the value of
/// `X-Forwarded-For` towards the backend.
record ClientOrigin(String address, IpAddress ip, String chain, String scheme, String host, String port) {

    static ClientOrigin of(
            SocketAddress socket,
            boolean secure,
            String authority,
            MultiMap fields,
            Forwarding forwarding,
            PeerAddress cached) {
        String peerText = cached.text(socket);
        IpAddress peer = cached.address(socket);
        String scheme = secure ? "https" : "http";
        if (forwarding.trusted().isEmpty() || !forwarding.trusts(peer)) {
            return new ClientOrigin(peerText, peer, peerText, scheme, authority, port(authority, secure));
        }
        String list = Fields.joined(fields, forwarding.clientAddressHeader());
        IpAddress client = list == null ? peer : ForwardedList.client(list, peer, forwarding);
        String address = client.equals(peer) ? peerText : client.toString();
        String chain = forwarding.appendForwardedFor() && list != null ? list + ", " + peerText : address;
        String host = first(fields.get("X-Forwarded-Host"), authority);
        String said = first(fields.get("X-Forwarded-Proto"), scheme);
        String port = first(fields.get("X-Forwarded-Port"), port(host, said.equals("https")));
        return new ClientOrigin(address, client, chain, said, host, port);
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
