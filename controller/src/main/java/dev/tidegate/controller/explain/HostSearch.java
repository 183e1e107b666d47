package dev.tidegate.controller.explain;

import dev.tidegate.controller.compile.Bystander;
import dev.tidegate.controller.compile.HostClaim;
import dev.tidegate.controller.compile.Surroundings;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.diagnostic.Spelling;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.RequestHost;
import dev.tidegate.gateway.table.ResourceRef;
import dev.tidegate.gateway.table.Route;
import dev.tidegate.gateway.table.RoutingTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks for what was probably meant where a request's host is not the one that somebody expected: hosts that were
/// refused, Ingresses of other classes, wildcards, typing errors, and Ingresses that could not be read.
final class HostSearch {

    private static final Pattern HOST_FIELD = Pattern.compile("spec\\.rules\\[\\d+]\\.host");

    private final RoutingTable table;
    private final Surroundings around;
    private final List<Diagnostic> diagnostics;
    private final Asked asked;
    private final Set<Cause> found = new LinkedHashSet<>();

    HostSearch(RoutingTable table, Surroundings around, List<Diagnostic> diagnostics, Asked asked) {
        this.table = table;
        this.around = around;
        this.diagnostics = diagnostics;
        this.asked = asked;
    }

    /// Shape: the host and route that were chosen, if any → causes, the likeliest first.
    List<Cause> causes(@Nullable HostPattern chosen, @Nullable Route winner) {
        boolean vague = chosen == null || chosen instanceof HostPattern.Any;
        if (!(chosen instanceof HostPattern.Exact)) {
            addRefusedHosts();
        }
        addBystanders(chosen, winner);
        if (vague) {
            addWildcards();
            addSimilar();
        }
        if (chosen == null) {
            addUnreadable();
        }
        return List.copyOf(found);
    }

    private void addRefusedHosts() {
        diagnostics.stream()
                .filter(it -> HOST_FIELD.matcher(it.field()).matches() && isMeant(it))
                .forEach(it -> found.add(Cause.of(it)));
    }

    private boolean isMeant(Diagnostic refused) {
        int space = refused.message().indexOf(' ');
        String value = space < 0 ? refused.message() : refused.message().substring(0, space);
        return Spelling.distance(RequestHost.normalize(value), asked.host()) <= Spelling.CLOSE;
    }

    private void addBystanders(@Nullable HostPattern chosen, @Nullable Route winner) {
        List<HostPattern> patterns = new ArrayList<>(HostsFor.name(asked.host()));
        if (chosen != null) {
            patterns.subList(patterns.indexOf(chosen) + 1, patterns.size()).clear();
        }
        List<Bystander> bystanders = around.bystanders(Set.copyOf(patterns))
                .sorted(Comparator.comparing(Bystander::ingress))
                .toList();
        for (HostPattern pattern : patterns) {
            for (Bystander bystander : bystanders) {
                List<HostClaim> claims = bystander.hosts().getOrDefault(pattern, List.of());
                boolean named = chosen == null && bystander.hosts().containsKey(pattern);
                if (named || claims.stream().anyMatch(claim -> wouldWin(claim, pattern, chosen, winner))) {
                    add(bystander);
                }
            }
        }
    }

    private boolean wouldWin(
            HostClaim claim, HostPattern pattern, @Nullable HostPattern chosen, @Nullable Route winner) {
        boolean takes = claim.path().matches(asked.path());
        if (!pattern.equals(chosen) || winner == null) {
            return takes;
        }
        return takes && claim.path().compareTo(winner.path()) < 0;
    }

    private void add(Bystander bystander) {
        CauseReason reason =
                switch (bystander.why()) {
                    case OTHER_CLASS -> CauseReason.OTHER_CLASS;
                    case NO_SUCH_CLASS -> CauseReason.NO_SUCH_CLASS;
                    case OTHER_CONTROLLER -> CauseReason.OTHER_CONTROLLER;
                    case NO_CLASS -> CauseReason.NO_CLASS;
                };
        String whose = bystander.object().equals(bystander.ingress())
                ? ""
                : "; so Ingress " + bystander.ingress().path() + " is not ours";
        found.add(Cause.of(reason, bystander.object(), bystander.field(), bystander.message() + whose));
        diagnostics.stream()
                .filter(it -> it.source().equals(bystander.ingress()))
                .forEach(it -> found.add(Cause.of(it)));
    }

    private void addWildcards() {
        table.hosts()
                .all()
                .map(host -> host.pattern())
                .filter(HostPattern.Wildcard.class::isInstance)
                .map(HostPattern.Wildcard.class::cast)
                .filter(it -> asked.host().endsWith(it.suffix())
                        || asked.host().equals(it.suffix().substring(1)))
                .sorted(Comparator.comparing(HostPattern.Wildcard::suffix))
                .forEach(it -> addHost(
                        CauseReason.WILDCARD_DEPTH,
                        it,
                        it.text() + " stands for exactly one label, so it does not take " + asked.host()));
    }

    private void addSimilar() {
        table.hosts()
                .all()
                .map(host -> host.pattern())
                .filter(HostPattern.Exact.class::isInstance)
                .filter(it -> Spelling.distance(it.text(), asked.host()) <= Spelling.CLOSE)
                .min(Comparator.comparingInt((HostPattern it) -> Spelling.distance(it.text(), asked.host()))
                        .thenComparing(HostPattern::text))
                .ifPresent(it -> addHost(
                        CauseReason.SIMILAR_HOST,
                        it,
                        it.text() + " is named, not " + asked.host() + ": a typing error?"));
    }

    private void addHost(CauseReason reason, HostPattern pattern, String message) {
        Optional<ResourceRef> owner = around.ingresses(pattern).stream().findFirst();
        String field = around.claims(pattern).stream()
                .findFirst()
                .map(HostClaim::hostField)
                .orElse("spec.rules");
        found.add(Cause.of(reason, owner.orElse(null), field, message));
    }

    /// What they name nobody knows, so they are mentioned last.
    private void addUnreadable() {
        diagnostics.stream()
                .filter(it -> it.reason() == DiagnosticReason.MALFORMED_OBJECT
                        || it.reason() == DiagnosticReason.UNSUPPORTED_KIND
                        || (it.reason() == DiagnosticReason.INVALID_FIELD
                                && it.field().equals("spec")))
                .filter(it -> it.source().kind().equals("Ingress")
                        || it.source().kind().equals("File"))
                .forEach(it -> found.add(Cause.of(it)));
    }
}
