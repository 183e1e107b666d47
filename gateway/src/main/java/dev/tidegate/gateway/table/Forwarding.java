package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

import dev.tidegate.address.Cidr;
import dev.tidegate.address.IpAddress;
import java.util.List;

/// Whose word is taken for where a request came from.
///
/// `trusted`: peers whose `X-Forwarded-*` are believed; empty means nobody's. `appendForwardedFor`: pass the list on
/// with the peer at its end instead of the client's address alone. `clientAddressHeader`: the header that holds the
/// list.
public record Forwarding(List<Cidr> trusted, boolean appendForwardedFor, String clientAddressHeader) {

    public static final Forwarding TRUST_NOBODY = new Forwarding(List.of(), false, "X-Forwarded-For");

    public Forwarding {
        trusted = List.copyOf(trusted);
        requireNonNull(clientAddressHeader);
    }

    public boolean trusts(IpAddress peer) {
        for (Cidr range : trusted) {
            if (peer.isIn(range)) {
                return true;
            }
        }
        return false;
    }
}
