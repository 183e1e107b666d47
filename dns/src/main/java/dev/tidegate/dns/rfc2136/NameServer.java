package dev.tidegate.dns.rfc2136;

import static java.util.Objects.requireNonNull;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/// The primary server of zones that take updates.
///
/// `address`: unresolved where it is known by its name, which is then looked up with each question, as its address may
/// change. `timeout`: for one question; `transfers`: whether zones may be transferred from it (AXFR). Where they may
/// not, each name is asked for on its own, which costs some eight questions a name and round.
public record NameServer(InetSocketAddress address, Optional<TsigKey> key, Duration timeout, boolean transfers) {

    public NameServer {
        requireNonNull(address);
        requireNonNull(key);
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout: " + timeout + " (expected: more than nothing)");
        }
    }

    public static NameServer of(InetSocketAddress address, TsigKey key) {
        return new NameServer(address, Optional.of(key), Duration.ofSeconds(2), true);
    }

    public NameServer withoutTransfers() {
        return new NameServer(address, key, timeout, false);
    }

    public NameServer withTimeout(Duration other) {
        return new NameServer(address, key, other, transfers);
    }

    /// Where it is now; empty if its name has no address.
    Optional<InetSocketAddress> resolved() {
        if (!address.isUnresolved()) {
            return Optional.of(address);
        }
        return Optional.of(new InetSocketAddress(address.getHostString(), address.getPort()))
                .filter(it -> !it.isUnresolved());
    }

    /// For people: `server 192.0.2.53 port 5353`.
    @Override
    public String toString() {
        return "server "
                + (address.getAddress() == null
                        ? address.getHostString()
                        : address.getAddress().getHostAddress()) + " port " + address.getPort();
    }

    String keyText() {
        return key.map(known -> "key " + known).orElse("no key");
    }
}
