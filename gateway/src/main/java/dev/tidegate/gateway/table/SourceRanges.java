package dev.tidegate.gateway.table;

import dev.tidegate.address.Cidr;
import dev.tidegate.address.IpAddress;
import java.util.List;

/// Which clients may come in, by their address: those that are not denied, and, if anybody is allowed by name, are
/// among them.
///
/// Source: ingress-nginx: the deny list is asked before the allow list.
public record SourceRanges(List<Cidr> denied, List<Cidr> allowed) implements RoutePolicy {

    public static final SourceRanges ANYBODY = new SourceRanges(List.of(), List.of());

    public SourceRanges {
        denied = List.copyOf(denied);
        allowed = List.copyOf(allowed);
    }

    public boolean isAnybody() {
        return denied.isEmpty() && allowed.isEmpty();
    }

    public boolean lets(IpAddress client) {
        return !Forwarding.anyHolds(denied, client) && (allowed.isEmpty() || Forwarding.anyHolds(allowed, client));
    }
}
