package dev.tidegate.gateway.request;

import dev.tidegate.address.IpAddress;
import dev.tidegate.gateway.table.Forwarding;
import io.vertx.core.MultiMap;
import io.vertx.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/// Where a request came from, as far as anyone can be believed: the peer of the connection (who a PROXY header names,
/// if one is believed), or, behind a trusted proxy, what that proxy says.
///
/// `address`: the client's, for logs, limits and `X-Real-IP`. `ip`: the same as a value, for rules about addresses;
/// an IPv4-mapped IPv6 address is the IPv4 one. It is the connection's own instance, made once, unless a forwarded
/// header that is believed says otherwise. `scheme`, `host`, `port`: what the client asked for. `chain`: the value of
/// `X-Forwarded-For` towards the backend.
public record ClientOrigin(String address, IpAddress ip, String chain, String scheme, String host, String port) {

    /// A PROXY header that names this port says that the client used TLS, even if somebody before us ended it; as with
    /// ingress-nginx.
    private static final String HTTPS = "443";

    public static ClientOrigin of(
            SocketAddress socket,
            boolean secure,
            String authority,
            MultiMap fields,
            Forwarding forwarding,
            PeerAddress cached) {
        String peerText = cached.text(socket);
        IpAddress peer = cached.address(socket);
        boolean encrypted = secure || HTTPS.equals(cached.port());
        String scheme = encrypted ? "https" : "http";
        if (forwarding.trusted().isEmpty() || !forwarding.trusts(peer)) {
            String port = cached.port() == null ? port(authority, encrypted) : cached.port();
            return new ClientOrigin(peerText, peer, peerText, scheme, authority, port);
        }
        String list = Fields.joined(fields, forwarding.clientAddressHeader());
        IpAddress client = list == null ? peer : ForwardedList.client(list, peer, forwarding);
        String address = client.equals(peer) ? peerText : client.toString();
        String chain = forwarding.appendForwardedFor() && list != null ? list + ", " + peerText : address;
        String host = first(fields.get("X-Forwarded-Host"), authority);
        String said = HTTPS.equals(cached.port()) ? scheme : first(fields.get("X-Forwarded-Proto"), scheme);
        String own = cached.port() == null ? port(host, said.equals("https")) : cached.port();
        String port = first(fields.get("X-Forwarded-Port"), own);
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
        return colon > authority.lastIndexOf(']') ? authority.substring(colon + 1) : secure ? HTTPS : "80";
    }
}
