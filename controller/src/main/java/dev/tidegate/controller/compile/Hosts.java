package dev.tidegate.controller.compile;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.gateway.table.HostIndex;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.VirtualHost;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// All virtual hosts. One is merged again only when somebody else claims it, or when its certificate changed.
record Hosts(Map<HostPattern, Merged> byPattern, HostIndex index, ContentHash hash) {

    static final Hosts NONE = new Hosts(Map.of(), HostIndex.EMPTY, ContentHash.ZERO);

    record Merged(VirtualHost host, ContentHash hash, List<Diagnostic> diagnostics) {
        Merged {
            diagnostics = List.copyOf(diagnostics);
        }

        static Merged of(VirtualHost host, List<Diagnostic> diagnostics) {
            return new Merged(host, ContentHash.of(host), diagnostics);
        }
    }

    /// Shape: who claims what, the certificates now and those these hosts were made with, and what serves the rest of
    /// each host if the command line says so → the hosts.
    Hosts next(
            ClaimIndex<HostPattern> claims,
            Certificates certificates,
            Certificates before,
            Optional<PathClaim> lastResort) {
        Set<HostPattern> touched = new HashSet<>(claims.touched());
        if (!Same.instance(certificates.choices(), before.choices())) {
            byPattern.forEach((pattern, merged) -> {
                if (!merged.host().certificate().equals(certificates.idFor(pattern))) {
                    touched.add(pattern);
                }
            });
        }
        if (touched.isEmpty()) {
            return this;
        }
        Map<HostPattern, Merged> next = new HashMap<>(byPattern);
        for (HostPattern pattern : touched) {
            List<Declaration> claimants = claims.of(pattern);
            if (claimants.isEmpty()) {
                next.remove(pattern);
            } else {
                next.put(pattern, merge(pattern, claimants, lastResort, certificates));
            }
        }
        return of(next);
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
        return before != null && before.host().equals(merged.host())
                ? new Merged(before.host(), before.hash(), merged.diagnostics())
                : merged;
    }

    private Hosts of(Map<HostPattern, Merged> next) {
        HostIndex built = HostIndex.of(next.values().stream().map(Merged::host).toList());
        return new Hosts(
                Collections.unmodifiableMap(next),
                built.equals(index) ? index : built,
                ContentHash.sum(next.values().stream().map(Merged::hash).toList()));
    }

    Stream<Diagnostic> diagnostics() {
        return byPattern.values().stream().flatMap(merged -> merged.diagnostics().stream());
    }
}
