package dev.tidegate.controller.compile;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.gateway.table.HostIndex;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.VirtualHost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

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

    /// Shape: who claims what, the certificates, and what serves the rest of each host if the command line says so
    /// → the hosts.
    Hosts next(ClaimIndex<HostPattern> claims, Certificates certificates, Optional<PathClaim> lastResort) {
        Set<HostPattern> touched = new HashSet<>(claims.touched());
        if (!certificates.changed().isEmpty()) {
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
        ContentHash sum = hash;
        boolean same = true;
        for (HostPattern pattern : touched) {
            List<Declaration> claimants = claims.of(pattern);
            Merged now = claimants.isEmpty() ? null : merge(pattern, claimants, lastResort, certificates);
            Merged before = now == null ? next.remove(pattern) : next.put(pattern, now);
            if (before == null || now == null || !Same.instance(before.host(), now.host())) {
                sum = before == null ? sum : sum.minus(before.hash());
                sum = now == null ? sum : sum.plus(now.hash());
                same = false;
            }
        }
        return new Hosts(next, same ? index : index(next), sum);
    }

    private static HostIndex index(Map<HostPattern, Merged> hosts) {
        List<VirtualHost> list = new ArrayList<>(hosts.size());
        hosts.values().forEach(merged -> list.add(merged.host()));
        return HostIndex.of(list);
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

    void tell(Consumer<Diagnostic> listener) {
        byPattern.values().forEach(merged -> merged.diagnostics().forEach(listener));
    }
}
