package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

import dev.tidegate.address.Cidr;
import dev.tidegate.address.IpAddress;
import java.util.List;
import java.util.Optional;

/// Whose word is taken for where a request came from.
///
/// `trusted`: peers whose `X-Forwarded-*` are believed; empty means nobody's. `appendForwardedFor`: pass the list on
/// with the peer at its end instead of the client's address alone. `clientAddressHeader`: the header that holds the
/// list. `proxyProtocol`: what connections begin with, asked when one is accepted; who its header names is the peer of
/// all that follows.
public record Forwarding(
        List<Cidr> trusted,
        boolean appendForwardedFor,
        String clientAddressHeader,
        Optional<ProxyProtocol> proxyProtocol) {

    public static final Forwarding TRUST_NOBODY = new Forwarding(List.of(), false, "X-Forwarded-For", Optional.empty());

    public Forwarding {
        trusted = List.copyOf(trusted);
        requireNonNull(clientAddressHeader);
        requireNonNull(proxyProtocol);
    }

    public boolean trusts(IpAddress peer) {
        return anyHolds(trusted, peer);
    }

    static boolean anyHolds(List<Cidr> ranges, IpAddress peer) {
        for (Cidr range : ranges) {
            if (peer.isIn(range)) {
                return true;
            }
        }
        return false;
    }
}
