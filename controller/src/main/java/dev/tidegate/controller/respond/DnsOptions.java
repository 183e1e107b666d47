package dev.tidegate.controller.respond;

import static java.util.Objects.requireNonNull;

import dev.tidegate.dns.record.Zones;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Where names are answered, for which zones, and what hosts lead to.
///
/// `address`: port 0 is any free one. `targets`: what hosts lead to, IP addresses or one name; none: the addresses
/// that the gateway publishes. `ttl`: for whoever wishes no other. `clusterDomain`: below which Services and Pods have
/// their names; absent: they have none.
public record DnsOptions(
        InetSocketAddress address, Zones zones, List<String> targets, Duration ttl, Optional<String> clusterDomain) {
    public DnsOptions {
        requireNonNull(address);
        requireNonNull(zones);
        targets = List.copyOf(targets);
        requireNonNull(ttl);
        requireNonNull(clusterDomain);
    }
}
