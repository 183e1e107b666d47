package dev.tidegate.controller.compile;

import dev.tidegate.controller.compile.PathClaim.Rank;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.PathMatch;
import dev.tidegate.gateway.table.Route;
import dev.tidegate.gateway.table.VirtualHost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All claims on one host, merged into one: for each path the oldest Ingress has its way, and the others are told.
///
/// Source: Ingress v1, "merged"; Gateway API's rule for conflicts: oldest, then namespace and name.
final class HostMerge {

    record Holder(Declaration ingress, PathClaim claim) {}

    private final HostPattern host;
    private final Map<PathMatch, Holder> holders = new LinkedHashMap<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private HostMerge(HostPattern host) {
        this.host = host;
    }

    /// Shape: a host, who claims it (oldest first), what serves the rest of it if the command line says so, and its
    /// certificate → the host.
    static Hosts.Merged merge(
            HostPattern host,
            List<Declaration> claimants,
            Optional<PathClaim> lastResort,
            Optional<String> certificate) {
        HostMerge merge = new HostMerge(host);
        for (Rank rank : Rank.values()) {
            for (Declaration claimant : claimants) {
                for (PathClaim claim : claimant.claims(host)) {
                    if (claim.rank() == rank && !claim.isCanary()) {
                        merge.add(new Holder(claimant, claim));
                    }
                }
            }
        }
        CanaryMerge.join(host, claimants, merge.holders, merge.diagnostics);
        if (claimants.stream().allMatch(claimant -> isCanary(claimant.claims(host)))) {
            return Hosts.Merged.nothing(merge.diagnostics);
        }
        boolean tls = !host.equals(HostPattern.ANY) && claimants.stream().anyMatch(Declaration::tls);
        Map<PathMatch, Route> routes = new HashMap<>();
        merge.holders.forEach((path, holder) -> routes.put(path, holder.claim().route(tls)));
        lastResort.ifPresent(claim -> routes.putIfAbsent(claim.path(), claim.route(tls)));
        VirtualHost virtualHost = VirtualHost.of(host, List.copyOf(routes.values()), certificate);
        return Hosts.Merged.of(virtualHost, merge.diagnostics);
    }

    /// Such a one alone makes no host.
    private static boolean isCanary(List<PathClaim> claims) {
        return !claims.isEmpty() && claims.stream().allMatch(PathClaim::isCanary);
    }

    private void add(Holder holder) {
        Holder winner = holders.putIfAbsent(holder.claim().path(), holder);
        if (winner != null && isWorthSaying(winner.claim(), holder.claim(), host)) {
            diagnostics.add(Diagnostic.error(
                    holder.ingress().source(),
                    holder.claim().field(),
                    DiagnosticReason.PATH_CONFLICT,
                    PathConflict.text(holder.claim().path()) + " of host " + host.text() + " is held by "
                            + owner(winner, holder)));
        }
    }

    /// A default backend beside rules takes what is left: that somebody has the rest already is no conflict, except
    /// where two of them want the same host's rest.
    static boolean isWorthSaying(PathClaim winner, PathClaim loser, HostPattern host) {
        return loser.rank() != Rank.FALLBACK || (winner.rank() == Rank.FALLBACK && !host.equals(HostPattern.ANY));
    }

    private static String owner(Holder winner, Holder loser) {
        String field = winner.claim().field();
        return winner.ingress().equals(loser.ingress())
                ? field + " of this Ingress, which stands before it"
                : "Ingress " + winner.ingress().source().path() + " (" + field + ")";
    }
}
