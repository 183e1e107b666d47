package dev.tidegate.controller.compile;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.gateway.table.HostIndex;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.VirtualHost;
import dev.tidegate.persistent.PersistentMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All virtual hosts. One is merged again only when somebody else claims it, or when its certificate changed.
record Hosts(PersistentMap<HostPattern, Merged> byPattern, HostIndex index, ContentHash hash) {

    static final Hosts NONE = new Hosts(PersistentMap.empty(), HostIndex.EMPTY, ContentHash.ZERO);

    /// `host`: null if nobody serves it who claims it.
    record Merged(@Nullable VirtualHost host, ContentHash hash, List<Diagnostic> diagnostics) {
        Merged {
            diagnostics = List.copyOf(diagnostics);
        }

        static Merged of(VirtualHost host, List<Diagnostic> diagnostics) {
            return new Merged(host, ContentHash.of(host), diagnostics);
        }

        static Merged nothing(List<Diagnostic> diagnostics) {
            return new Merged(null, ContentHash.ZERO, diagnostics);
        }
    }

    /// Shape: who claims what, the certificates, and what serves the rest of each host if the command line says so
    /// → the hosts.
    Hosts next(
            ClaimIndex<HostPattern> claims,
            Certificates certificates,
            Optional<PathClaim> lastResort,
            Telling telling) {
        Set<HostPattern> touched = new HashSet<>(claims.touched());
        certificates.changed().forEach(host -> presenting(host, certificates, touched));
        PersistentMap<HostPattern, Merged> next = byPattern;
        HostIndex nextIndex = index;
        ContentHash sum = hash;
        for (HostPattern pattern : touched) {
            List<Declaration> claimants = claims.of(pattern);
            Merged before = next.get(pattern);
            Merged now = claimants.isEmpty() ? null : merge(pattern, claimants, lastResort, certificates);
            next = now == null ? next.without(pattern) : next.with(pattern, now);
            telling.instead(
                    before == null ? List.of() : before.diagnostics(), now == null ? List.of() : now.diagnostics());
            VirtualHost was = before == null ? null : before.host();
            VirtualHost is = now == null ? null : now.host();
            if (!Same.instance(was, is)) {
                sum = before == null ? sum : sum.minus(before.hash());
                sum = now == null ? sum : sum.plus(now.hash());
                nextIndex = is == null ? nextIndex.without(pattern) : nextIndex.with(is);
            }
        }
        return touched.isEmpty() ? this : new Hosts(next, nextIndex, sum);
    }

    /// Adds the hosts that present another certificate now that this TLS host has another. A wildcard's may be that
    /// of any host of its domain, so all are looked at.
    private void presenting(String tlsHost, Certificates certificates, Set<HostPattern> touched) {
        HostPattern own = HostPattern.parse(tlsHost);
        Stream<Merged> candidates = own instanceof HostPattern.Wildcard
                ? byPattern.values().stream()
                : Stream.ofNullable(byPattern.get(own));
        candidates
                .flatMap(merged -> Stream.ofNullable(merged.host()))
                .filter(host -> !certificates.idFor(host.pattern()).equals(host.certificate()))
                .forEach(host -> touched.add(host.pattern()));
    }

    private Merged merge(
            HostPattern pattern,
            List<Declaration> claimants,
            Optional<PathClaim> lastResort,
            Certificates certificates) {
        Merged merged = Guard.over(
                claimants.getFirst().source(),
                () -> HostMerge.merge(pattern, claimants, lastResort, certificates.idFor(pattern)),
                fault -> Merged.of(VirtualHost.of(pattern, List.of(), Optional.empty()), List.of(fault)));
        Merged before = byPattern.get(pattern);
        return before != null && before.host() != null && before.host().equals(merged.host())
                ? new Merged(before.host(), before.hash(), merged.diagnostics())
                : merged;
    }
}
