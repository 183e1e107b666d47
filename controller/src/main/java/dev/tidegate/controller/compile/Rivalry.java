package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.compile.PathClaim.Rank;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.PathMatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which claims of one Ingress meet claims of others, or each other: by the index of claims, host by host, so that it
/// costs what is claimed on these hosts and nothing is merged.
///
/// A canary meets other canaries alone.
///
/// Source: the order of [HostMerge]: by rank, then by age, then by namespace and name, then as they stand.
final class Rivalry {

    private record Stake(Declaration ingress, PathClaim claim) {}

    private static final Comparator<Stake> FIRST =
            Comparator.comparing((Stake it) -> it.claim().rank()).thenComparing(Stake::ingress);

    private final Declaration ingress;
    private final ClaimIndex<HostPattern> others;
    private final List<PathConflict> conflicts = new ArrayList<>();

    private Rivalry(Declaration ingress, ClaimIndex<HostPattern> others) {
        this.ingress = ingress;
        this.others = others;
    }

    /// Shape: what an Ingress asks for, and who claims what now, be it an earlier version of the same → its conflicts,
    /// in order of their fields.
    static List<PathConflict> of(Declaration ingress, ClaimIndex<HostPattern> others) {
        Rivalry rivalry = new Rivalry(ingress, others);
        ingress.hosts().forEach((host, claims) -> {
            rivalry.at(host, claims.stream().filter(claim -> !claim.isCanary()).toList());
            rivalry.at(host, claims.stream().filter(PathClaim::isCanary).toList());
        });
        rivalry.conflicts.sort(Comparator.comparing(PathConflict::field)
                .thenComparing(it -> it.host().text()));
        return List.copyOf(rivalry.conflicts);
    }

    private void at(HostPattern host, List<PathClaim> claims) {
        Map<PathMatch, Stake> own = new HashMap<>();
        for (Rank rank : Rank.values()) {
            for (PathClaim claim : claims) {
                if (claim.rank() == rank) {
                    Stake stake = new Stake(ingress, claim);
                    Stake before = own.putIfAbsent(claim.contested(), stake);
                    if (before != null && isWorthSaying(before, stake, host)) {
                        conflicts.add(conflict(host, stake, before, true));
                    }
                }
            }
        }
        held(host, own).forEach((path, holder) -> meet(host, requireNonNull(own.get(path)), holder));
    }

    /// Who of the others holds each of these paths.
    private Map<PathMatch, Stake> held(HostPattern host, Map<PathMatch, Stake> own) {
        Map<PathMatch, Stake> held = new HashMap<>();
        for (Declaration other : others.of(host)) {
            if (!other.source().equals(ingress.source())) {
                for (PathClaim claim : other.claims(host)) {
                    Stake mine = own.get(claim.contested());
                    if (mine != null && mine.claim().isCanary() == claim.isCanary()) {
                        held.merge(claim.contested(), new Stake(other, claim), Rivalry::first);
                    }
                }
            }
        }
        return held;
    }

    private void meet(HostPattern host, Stake own, Stake holder) {
        boolean yields = FIRST.compare(holder, own) < 0;
        if (yields ? isWorthSaying(holder, own, host) : isWorthSaying(own, holder, host)) {
            conflicts.add(conflict(host, own, holder, yields));
        }
    }

    /// Of equals, the one that stood before.
    private static Stake first(Stake before, Stake after) {
        return Collections.min(List.of(before, after), FIRST);
    }

    private static boolean isWorthSaying(Stake winner, Stake loser, HostPattern host) {
        return HostMerge.isWorthSaying(winner.claim(), loser.claim(), host);
    }

    private static PathConflict conflict(HostPattern host, Stake own, Stake holder, boolean yields) {
        return new PathConflict(
                own.ingress().source(),
                own.claim().field(),
                host,
                own.claim().path(),
                holder.ingress().source(),
                holder.claim().field(),
                yields);
    }
}
