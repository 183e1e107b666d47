package dev.tidegate.dns.cluster;

import dev.tidegate.dns.zone.Authority;
import dev.tidegate.dns.zone.Zone;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xbill.DNS.Name;
import org.xbill.DNS.ReverseMap;

/// Gathers what addresses are called.
///
/// There is a zone for each /16 of IPv4 and each /64 of IPv6 in which an address has a name: about what Services and
/// Pods are given their addresses from. One for all addresses of the world would deny names that others have.
///
/// Threads: one.
///
/// Source: RFC 1035 §3.5 (in-addr.arpa), RFC 3596 §2.5 (ip6.arpa).
final class ReverseZones {

    private static final int IPV4_LABELS_BELOW = 2;
    private static final int IPV6_LABELS_BELOW = 16;

    private final Authority like;
    private final Duration ttl;
    private final Map<Name, Zone.Builder> zones = new HashMap<>();

    /// `like`: an authority whose servers and serial these have too.
    ReverseZones(Authority like, Duration ttl) {
        this.like = like;
        this.ttl = ttl;
    }

    void add(InetAddress address, Name called) {
        Name name = ReverseMap.fromAddress(address);
        Name origin = new Name(name, address instanceof Inet4Address ? IPV4_LABELS_BELOW : IPV6_LABELS_BELOW);
        zones.computeIfAbsent(origin, it -> Zone.builder(like.at(it))).pointer(name, called, ttl);
    }

    List<Zone> build() {
        return zones.values().stream().map(Zone.Builder::build).toList();
    }
}
