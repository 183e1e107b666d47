package dev.tidegate.gateway.table;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the one virtual host of a request: exact name, else a wildcard of one label, else the host-less one.
///
/// Shape: a name as [RequestHost] gives it → a host or nothing. There is no falling through: the chosen host answers.
public final class HostIndex {

    public static final HostIndex EMPTY = HostIndex.of(List.of());

    private final Map<String, VirtualHost> exact = new HashMap<>();
    private final Map<String, VirtualHost> wildcards = new HashMap<>();
    private @Nullable VirtualHost any;

    private HostIndex(Collection<VirtualHost> hosts) {
        for (VirtualHost host : hosts) {
            VirtualHost earlier =
                    switch (host.pattern()) {
                        case HostPattern.Exact it -> exact.put(it.name(), host);
                        case HostPattern.Wildcard it -> wildcards.put(it.suffix(), host);
                        case HostPattern.Any _ -> {
                            VirtualHost before = any;
                            any = host;
                            yield before;
                        }
                    };
            if (earlier != null) {
                throw new IllegalArgumentException(
                        "hosts: two for " + host.pattern().text() + " (expected: one)");
            }
        }
    }

    public static HostIndex of(Collection<VirtualHost> hosts) {
        return new HostIndex(hosts);
    }

    public @Nullable VirtualHost find(String name) {
        VirtualHost host = exact.get(name);
        if (host == null && !wildcards.isEmpty()) {
            int dot = name.indexOf('.');
            host = dot > 0 ? wildcards.get(name.substring(dot)) : null;
        }
        return host != null ? host : any;
    }

    /// The host of exactly this pattern.
    public Optional<VirtualHost> get(HostPattern pattern) {
        return Optional.ofNullable(
                switch (pattern) {
                    case HostPattern.Exact it -> exact.get(it.name());
                    case HostPattern.Wildcard it -> wildcards.get(it.suffix());
                    case HostPattern.Any _ -> any;
                });
    }

    /// All hosts, in no particular order.
    public Stream<VirtualHost> all() {
        return Stream.concat(
                Stream.concat(exact.values().stream(), wildcards.values().stream()), Stream.ofNullable(any));
    }

    public int size() {
        return exact.size() + wildcards.size() + (any == null ? 0 : 1);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (other == this) {
            return true;
        }
        return other instanceof HostIndex that
                && exact.equals(that.exact)
                && wildcards.equals(that.wildcards)
                && Objects.equals(any, that.any);
    }

    @Override
    public int hashCode() {
        return exact.hashCode() + wildcards.hashCode();
    }

    @Override
    public String toString() {
        return "HostIndex[" + size() + " hosts]";
    }
}
