package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

import dev.tidegate.address.Cidr;
import dev.tidegate.address.IpAddress;
import java.time.Duration;
import java.util.List;

/// Every connection begins with a PROXY header, version 1 or 2.
///
/// `trusted`: peers whose header is believed; that of others is read and not believed, so an empty list believes
/// nobody's. `headerTimeout`: how long a peer may take over it.
///
/// Source: "The PROXY protocol", §2: the receiver may not guess whether there is a header.
public record ProxyProtocol(List<Cidr> trusted, Duration headerTimeout) {

    public ProxyProtocol {
        trusted = List.copyOf(trusted);
        requireNonNull(headerTimeout);
    }

    public boolean trusts(IpAddress peer) {
        return Forwarding.anyHolds(trusted, peer);
    }
}
