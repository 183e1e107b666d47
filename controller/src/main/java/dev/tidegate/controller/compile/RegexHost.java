package dev.tidegate.controller.compile;

import dev.tidegate.controller.compile.HostMerge.Holder;
import dev.tidegate.controller.compile.PathClaim.Rank;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.PathMatch;
import dev.tidegate.gateway.table.Route;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A host whose paths are all regular expressions, as one Ingress asks for them: those of the others become what their
/// texts say as expressions, and each whose meaning that changes is told.
///
/// Source: ingress-nginx. One location with `use-regex`, or with a rewrite, makes nginx match all locations of its
/// server so. A Prefix becomes two expressions, with a slash at its end and without, unless an Exact has the latter.
final class RegexHost {

    private final HostPattern host;
    private final List<Holder> holders;
    private final Holder switching;
    private final Map<String, Holder> byText = new LinkedHashMap<>();
    private final Map<String, Route> routes = new LinkedHashMap<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private RegexHost(HostPattern host, List<Holder> holders, Holder switching) {
        this.host = host;
        this.holders = holders;
        this.switching = switching;
    }

    /// Shape: a host, and who holds which path of it, the first first → the host, if anybody switches it.
    static Optional<RegexHost> of(HostPattern host, List<Holder> holders) {
        return holders.stream()
                .filter(it -> it.claim().switches().isPresent())
                .findFirst()
                .map(it -> new RegexHost(host, holders, it));
    }

    /// `rest`: what serves the paths that nobody claims, if there is such a thing.
    List<Route> routes(boolean tls, Optional<Route> rest) {
        Set<String> exact = new HashSet<>();
        for (Holder holder : holders) {
            if (holder.claim().path() instanceof PathMatch.Exact) {
                exact.add(holder.claim().text());
            }
        }
        Map<Holder, PathMatch.Regex> besides = new LinkedHashMap<>();
        for (Holder holder : holders) {
            regex(holder, holder.claim().text()).ifPresent(it -> {
                if (isSplit(holder.claim())) {
                    besides.put(holder, it);
                    regex(holder, it.path() + "/").ifPresent(below -> add(below, holder, tls));
                } else {
                    add(it, holder, tls);
                }
            });
        }
        besides.forEach((holder, it) -> {
            if (!exact.contains(it.path()) && !byText.containsKey(it.path())) {
                put(it, holder, tls);
            }
        });
        rest.ifPresent(it -> routes.putIfAbsent("/", it.at(PathMatch.Regex.of("/"))));
        return List.copyOf(routes.values());
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    private void add(PathMatch.Regex regex, Holder holder, boolean tls) {
        Holder winner = byText.get(regex.path());
        if (winner == null) {
            put(regex, holder, tls);
            tell(holder);
            return;
        }
        diagnostics.add(Diagnostic.error(
                holder.ingress().source(),
                holder.claim().field(),
                DiagnosticReason.PATH_CONFLICT,
                PathConflict.text(holder.claim().path()) + " of host " + host.text()
                        + ", an expression there, is held by " + winner.told(holder.ingress())));
    }

    private void put(PathMatch.Regex regex, Holder holder, boolean tls) {
        byText.put(regex.path(), holder);
        routes.put(regex.path(), holder.claim().route(tls).at(regex));
    }

    /// The expression that the claim already is, or is made.
    private Optional<PathMatch.Regex> regex(Holder holder, String text) {
        if (holder.claim().path() instanceof PathMatch.Regex own) {
            return Optional.of(own);
        }
        try {
            return Optional.of(PathMatch.Regex.of(text));
        } catch (IllegalArgumentException wrong) {
            diagnostics.add(Diagnostic.error(
                    holder.ingress().source(),
                    holder.claim().field() + ".path",
                    DiagnosticReason.INVALID_FIELD,
                    wrong.getMessage() + "; " + because()));
            return Optional.empty();
        }
    }

    /// A prefix by elements; `/` is one by characters already, and one with a slash at its end stays as it is.
    private static boolean isSplit(PathClaim claim) {
        return claim.path() instanceof PathMatch.Prefix && !claim.text().endsWith("/");
    }

    private void tell(Holder holder) {
        PathClaim claim = holder.claim();
        boolean same = claim.path() instanceof PathMatch.Regex || claim.path().equals(new PathMatch.Prefix("/"));
        if (claim.rank() == Rank.RULE && !same) {
            diagnostics.add(Diagnostic.warning(
                    holder.ingress().source(),
                    claim.field() + ".path",
                    DiagnosticReason.MATCHED_AS_REGEX,
                    PathConflict.text(claim.path()) + " is matched as the regular expression ^" + claim.text()
                            + ", without case; " + because()
                            + " (expected: regex-scope: ingress in the ConfigMap, if it is not meant)"));
        }
    }

    private String because() {
        return "Ingress " + switching.ingress().source().path() + " makes all paths of host " + host.text()
                + " expressions by " + switching.claim().switches().orElseThrow();
    }
}
