package dev.tidegate.controller.compile;

import dev.tidegate.controller.compile.HostMerge.Holder;
import dev.tidegate.controller.compile.PathClaim.Rank;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.gateway.table.BackendId;
import dev.tidegate.gateway.table.Canary;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.PathMatch;
import dev.tidegate.gateway.table.RouteAction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Canaries join the paths that their primaries hold, whichever of the two came first; of several on one path the
/// oldest. One that has no primary makes nothing, and is told.
///
/// Source: ingress-nginx. Beyond it, a canary is of its primary's namespace: else whoever may write an Ingress anywhere
/// could have the requests of any host.
final class CanaryMerge {

    private final HostPattern host;
    private final Map<PathMatch, Holder> holders;
    private final Map<PathMatch, Holder> joined = new HashMap<>();
    private @Nullable Map<String, PathMatch> byText;
    private final List<Diagnostic> diagnostics;

    private CanaryMerge(HostPattern host, Map<PathMatch, Holder> holders, List<Diagnostic> diagnostics) {
        this.host = host;
        this.holders = holders;
        this.diagnostics = diagnostics;
    }

    /// Changes what the holders of a host's paths hold, and adds what there is to say. Shape: who claims the host, the
    /// oldest first.
    static void join(
            HostPattern host,
            List<Declaration> claimants,
            Map<PathMatch, Holder> holders,
            List<Diagnostic> diagnostics) {
        CanaryMerge merge = new CanaryMerge(host, holders, diagnostics);
        for (Declaration claimant : claimants) {
            for (PathClaim claim : claimant.claims(host)) {
                Canary canary = claim.inClear().policies().canary();
                if (claim.isCanary() && canary != null) {
                    merge.add(new Holder(claimant, claim), canary);
                }
            }
        }
    }

    private void add(Holder canary, Canary policy) {
        PathMatch path = contested(canary.claim());
        Holder primary = holders.get(path);
        Optional<String> mistake = mistake(canary, policy, primary);
        if (primary == null || mistake.isPresent()) {
            tell(canary, DiagnosticReason.CANARY_WITHOUT_PRIMARY, mistake.orElse(""));
            return;
        }
        Holder older = joined.putIfAbsent(path, canary);
        if (older != null) {
            tell(canary, DiagnosticReason.PATH_CONFLICT, "has a canary already: " + text(older));
            return;
        }
        holders.put(path, new Holder(primary.ingress(), primary.claim().including(policy)));
    }

    /// The path of the primary, if there is one: what the two mean alike, or write alike and one of them reads as an
    /// expression.
    private PathMatch contested(PathClaim canary) {
        Holder same = holders.get(canary.contested());
        if (same != null && same.claim().rank() == Rank.RULE) {
            return canary.contested();
        }
        PathMatch written = byText().get(canary.text());
        Holder holder = written == null ? null : holders.get(written);
        boolean read = holder != null && (isRegex(holder.claim()) || isRegex(canary));
        return written != null && read ? written : canary.contested();
    }

    private Map<String, PathMatch> byText() {
        Map<String, PathMatch> known = byText;
        if (known == null) {
            known = new HashMap<>();
            for (Map.Entry<PathMatch, Holder> entry : holders.entrySet()) {
                if (entry.getValue().claim().rank() == Rank.RULE) {
                    known.putIfAbsent(entry.getValue().claim().text(), entry.getKey());
                }
            }
            byText = known;
        }
        return known;
    }

    private static boolean isRegex(PathClaim claim) {
        return claim.path() instanceof PathMatch.Regex;
    }

    private void tell(Holder canary, DiagnosticReason reason, String what) {
        String message = PathConflict.text(canary.claim().path()) + " of host " + host.text() + " " + what;
        diagnostics.add(
                reason == DiagnosticReason.PATH_CONFLICT
                        ? Diagnostic.error(
                                canary.ingress().source(), canary.claim().field(), reason, message)
                        : Diagnostic.warning(
                                canary.ingress().source(), canary.claim().field(), reason, message));
    }

    /// What keeps the two apart.
    private static Optional<String> mistake(Holder canary, Canary policy, @Nullable Holder primary) {
        if (primary == null || primary.claim().rank() != Rank.RULE) {
            return Optional.of(
                    "has no primary (expected: an Ingress that is no canary, with the same host, path and pathType)");
        }
        if (!primary.ingress()
                .source()
                .namespace()
                .equals(canary.ingress().source().namespace())) {
            return Optional.of("is held by " + text(primary) + " (expected: a canary in its namespace)");
        }
        if (!(primary.claim().inClear().action() instanceof RouteAction.Forward(BackendId backend))) {
            return Optional.of("is held by " + text(primary) + ", which leads to no backend");
        }
        if (backend.equals(policy.backend())) {
            return Optional.of("is held by " + text(primary) + ", which leads to the same Service and port");
        }
        String wanted = BackendRef.manner(backend);
        return wanted.equals(BackendRef.manner(policy.backend()))
                ? Optional.empty()
                : Optional.of("is held by " + text(primary) + ", whose backend is spoken to in another way (expected: "
                        + "the same annotations backend-protocol and network-policy on both)");
    }

    private static String text(Holder holder) {
        return "Ingress " + holder.ingress().source().path() + " ("
                + holder.claim().field() + ")";
    }
}
