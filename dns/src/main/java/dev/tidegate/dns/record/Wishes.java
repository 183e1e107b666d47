package dev.tidegate.dns.record;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What an object says of its records, besides its hosts.
///
/// `excluded`: it wants none. `source`: which of its hosts and of `hostnames` are meant. `hostnames`: names besides
/// its hosts. `targets`: what its names lead to, instead of the gateway's addresses; none: those. `ttl`: of its
/// records; absent: the default. Names and targets are as they were written.
public record Wishes(
        boolean excluded, Source source, List<String> hostnames, List<String> targets, Optional<Duration> ttl) {

    public static final Wishes NONE = new Wishes(false, Source.BOTH, List.of(), List.of(), Optional.empty());

    /// Where an object's names come from.
    public enum Source {
        BOTH,
        HOSTS_ONLY,
        HOSTNAMES_ONLY
    }

    public Wishes {
        requireNonNull(source);
        hostnames = List.copyOf(hostnames);
        targets = List.copyOf(targets);
        requireNonNull(ttl);
    }

    public Wishes withHostnames(List<String> others) {
        return new Wishes(excluded, source, others, targets, ttl);
    }

    public Wishes withTargets(List<String> others) {
        return new Wishes(excluded, source, hostnames, others, ttl);
    }

    public Wishes withTtl(Duration other) {
        return new Wishes(excluded, source, hostnames, targets, Optional.of(other));
    }

    public Wishes withSource(Source other) {
        return new Wishes(excluded, other, hostnames, targets, ttl);
    }

    public Wishes withExclusion() {
        return new Wishes(true, source, hostnames, targets, ttl);
    }
}
