package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

import dev.tidegate.gateway.table.PathMatch;
import dev.tidegate.gateway.table.Route;
import dev.tidegate.gateway.table.RoutePolicy;
import java.util.Optional;

/// One path of one host that an Ingress asks for. Whether the host has TLS decides about the redirect, and is known
/// only when all claims on the host are: so both routes are at hand, and are the same one where it makes no
/// difference.
///
/// `text`: the path as it was written, for another may make an expression of it. `switches`: the annotation by which
/// it makes expressions of all paths of the host, if it does.
record PathClaim(Rank rank, Route inClear, Route besideTls, String field, String text, Optional<String> switches) {

    /// Who yields to whom before age is asked.
    enum Rank {
        /// A path of a rule.
        RULE,
        /// The default backend of an Ingress without rules: what nobody claims.
        CATCH_ALL,
        /// The default backend of an Ingress with rules: the rest of its own hosts, then of everything.
        FALLBACK,
        /// A canary's path: nothing of its own, but a part of what a rule has. Its route holds the canary.
        CANARY
    }

    PathClaim {
        requireNonNull(rank);
        requireNonNull(inClear);
        requireNonNull(besideTls);
        requireNonNull(field);
        requireNonNull(text);
        requireNonNull(switches);
    }

    PathMatch path() {
        return inClear.path();
    }

    /// What only one may have of a host: an expression's text stands where a prefix of the same would.
    PathMatch contested() {
        return path() instanceof PathMatch.Regex it ? new PathMatch.Prefix(it.path()) : path();
    }

    boolean isCanary() {
        return rank == Rank.CANARY;
    }

    /// The same, under one policy more.
    PathClaim including(RoutePolicy policy) {
        Route more = inClear.including(policy);
        return new PathClaim(
                rank, more, inClear.equals(besideTls) ? more : besideTls.including(policy), field, text, switches);
    }

    Route route(boolean hostHasTls) {
        return hostHasTls ? besideTls : inClear;
    }
}
