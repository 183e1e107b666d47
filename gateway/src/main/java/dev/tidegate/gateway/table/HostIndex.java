package dev.tidegate.gateway.table;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the one virtual host of a request: exact name, else a wildcard of one label, else the host-less one.
///
/// Shape: a name as [RequestHost] gives it → a host or nothing. There is no falling through: the chosen host answers.
public final class HostIndex {

    public static final HostIndex EMPTY = new HostIndex(HostNames.NONE, HostNames.NONE, null);

    private final HostNames exact;
    private final HostNames wildcards;
    private final @Nullable VirtualHost any;

    private HostIndex(HostNames exact, HostNames wildcards, @Nullable VirtualHost any) {
        this.exact = exact;
        this.wildcards = wildcards;
        this.any = any;
    }

    public static HostIndex of(Collection<VirtualHost> hosts) {
        HostIndex index = EMPTY;
        for (VirtualHost host : hosts) {
            if (index.get(host.pattern()).isPresent()) {
                throw new IllegalArgumentException(
                        "hosts: two for " + host.pattern().text() + " (expected: one)");
            }
            index = index.with(host);
        }
        return index;
    }

    /// The index with this host, instead of the one of its pattern if there is one. Cheap, however many there are.
    public HostIndex with(VirtualHost host) {
        return switch (host.pattern()) {
            case HostPattern.Exact it -> new HostIndex(exact.with(it.name(), host), wildcards, any);
            case HostPattern.Wildcard it -> new HostIndex(exact, wildcards.with(it.suffix(), host), any);
            case HostPattern.Any _ -> new HostIndex(exact, wildcards, host);
        };
    }

    public HostIndex without(HostPattern pattern) {
        return switch (pattern) {
            case HostPattern.Exact it -> new HostIndex(exact.without(it.name()), wildcards, any);
            case HostPattern.Wildcard it -> new HostIndex(exact, wildcards.without(it.suffix()), any);
            case HostPattern.Any _ -> new HostIndex(exact, wildcards, null);
        };
    }

    public @Nullable VirtualHost find(String name) {
        VirtualHost host = exact.get(name);
        if (host == null && !wildcards.isEmpty()) {
            int dot = name.indexOf('.');
            host = dot > 0 ? wildcards.get(name, dot) : null;
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
        return Stream.concat(Stream.concat(exact.all().stream(), wildcards.all().stream()), Stream.ofNullable(any));
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
