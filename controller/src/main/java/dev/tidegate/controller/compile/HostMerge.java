package dev.tidegate.controller.compile;

import dev.tidegate.controller.compile.PathClaim.Rank;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.HostPolicies;
import dev.tidegate.gateway.table.PathMatch;
import dev.tidegate.gateway.table.Policies;
import dev.tidegate.gateway.table.Route;
import dev.tidegate.gateway.table.RoutePolicy;
import dev.tidegate.gateway.table.SourceRanges;
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

    record Holder(Declaration ingress, PathClaim claim) {

        /// As the one who lost to it is told.
        String told(Declaration loser) {
            return ingress.equals(loser)
                    ? claim.field() + " of this Ingress, which stands before it"
                    : "Ingress " + ingress.source().path() + " (" + claim.field() + ")";
        }
    }

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
        HostPolicies policies = merge.policies(claimants);
        Optional<Route> rest = lastResort.map(claim -> guarded(claim.route(tls), policies.rest()));
        VirtualHost virtualHost = VirtualHost.of(host, merge.routes(tls, rest), certificate, policies);
        return Hosts.Merged.of(virtualHost, merge.diagnostics);
    }

    private List<Route> routes(boolean tls, Optional<Route> rest) {
        Optional<RegexHost> regex = RegexHost.of(host, List.copyOf(holders.values()));
        if (regex.isPresent()) {
            List<Route> routes = regex.get().routes(tls, rest);
            diagnostics.addAll(regex.get().diagnostics());
            return routes;
        }
        Map<PathMatch, Route> routes = new HashMap<>();
        holders.forEach((path, holder) -> routes.put(path, holder.claim().route(tls)));
        rest.ifPresent(route -> routes.putIfAbsent(route.path(), route));
        return List.copyOf(routes.values());
    }

    /// The first who asks for something on the whole host has it; who may learn of the rest is the oldest's to say,
    /// canaries apart.
    private HostPolicies policies(List<Declaration> everybody) {
        List<Declaration> claimants =
                everybody.stream().filter(it -> !isCanary(it.claims(host))).toList();
        List<Declaration> rooting = claimants.stream()
                .filter(it -> !it.hostPolicies().appRoot().isEmpty())
                .toList();
        SourceRanges rest = claimants.isEmpty()
                ? SourceRanges.ANYBODY
                : claimants.getFirst().hostPolicies().rest();
        if (rooting.isEmpty()) {
            return new HostPolicies("", rest);
        }
        Declaration first = rooting.getFirst();
        String root = first.hostPolicies().appRoot();
        rooting.stream()
                .filter(it -> !it.hostPolicies().appRoot().equals(root))
                .forEach(it -> diagnostics.add(Diagnostic.warning(
                        it.source(),
                        "metadata.annotations",
                        DiagnosticReason.INVALID_ANNOTATION,
                        "app-root " + it.hostPolicies().appRoot() + " of host " + host.text() + " (overruled by " + root
                                + " of Ingress " + first.source().path() + ", which is older)")));
        return new HostPolicies(root, rest);
    }

    private static Route guarded(Route route, SourceRanges ranges) {
        if (ranges.isAnybody()) {
            return route;
        }
        List<RoutePolicy> list = new ArrayList<>(route.policies().list());
        list.add(0, ranges);
        return new Route(route.id(), route.path(), route.action(), Policies.of(list), route.source());
    }

    /// Such a one alone makes no host.
    private static boolean isCanary(List<PathClaim> claims) {
        return !claims.isEmpty() && claims.stream().allMatch(PathClaim::isCanary);
    }

    private void add(Holder holder) {
        Holder winner = holders.putIfAbsent(holder.claim().contested(), holder);
        if (winner != null && isWorthSaying(winner.claim(), holder.claim(), host)) {
            diagnostics.add(Diagnostic.error(
                    holder.ingress().source(),
                    holder.claim().field(),
                    DiagnosticReason.PATH_CONFLICT,
                    PathConflict.text(holder.claim().path()) + " of host " + host.text() + " is held by "
                            + winner.told(holder.ingress())));
        }
    }

    /// A default backend beside rules takes what is left: that somebody has the rest already is no conflict, except
    /// where two of them want the same host's rest.
    static boolean isWorthSaying(PathClaim winner, PathClaim loser, HostPattern host) {
        return loser.rank() != Rank.FALLBACK || (winner.rank() == Rank.FALLBACK && !host.equals(HostPattern.ANY));
    }
}
