package dev.tidegate.controller.compile;

import dev.tidegate.controller.annotation.CanaryRule;
import dev.tidegate.controller.annotation.IngressPolicies;
import dev.tidegate.controller.annotation.RegexScope;
import dev.tidegate.controller.annotation.RewriteRule;
import dev.tidegate.controller.compile.PathClaim.Rank;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.gateway.table.BackendId;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.PathMatch;
import dev.tidegate.gateway.table.Policies;
import dev.tidegate.gateway.table.ResourceRef;
import dev.tidegate.gateway.table.Route;
import dev.tidegate.gateway.table.RouteAction;
import dev.tidegate.gateway.table.RouteId;
import dev.tidegate.gateway.table.RoutePolicy;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.IngressSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// From rules and default backend to claims on hosts.
///
/// Source: Ingress v1 `rules`; KEP-1453 for the default backend beside rules: it takes what is left of its own hosts,
/// and of all hosts after the Ingresses that have nothing but a default backend.
final class RuleReader {

    private static final PathMatch EVERYTHING = new PathMatch.Prefix("/");

    private final ObjectKey ingress;
    private final IngressPolicies policies;
    private final BackendReader backends;
    private final Findings findings;
    private final Map<HostPattern, List<PathClaim>> hosts = new LinkedHashMap<>();

    RuleReader(ObjectKey ingress, IngressPolicies policies, BackendReader backends, Findings findings) {
        this.ingress = ingress;
        this.policies = policies;
        this.backends = backends;
        this.findings = findings;
    }

    Map<HostPattern, List<PathClaim>> hosts() {
        Map<HostPattern, List<PathClaim>> copy = new LinkedHashMap<>();
        hosts.forEach((host, claims) -> {
            if (!claims.isEmpty() || policies.canary().isEmpty()) {
                copy.put(host, List.copyOf(claims));
            }
        });
        return copy;
    }

    void read(IngressSpec spec) {
        List<IngressRule> rules = Lists.of(spec.getRules());
        for (int i = 0; i < rules.size(); i++) {
            rule(rules.get(i), i);
        }
        if (spec.getDefaultBackend() != null && policies.canary().isPresent()) {
            findings.warning(
                    "spec.defaultBackend",
                    DiagnosticReason.CANARY_WITHOUT_PRIMARY,
                    "a default backend has no canary (expected: rules, with the hosts and paths of its primary)");
        } else if (spec.getDefaultBackend() != null) {
            RouteAction action = backends.read(spec.getDefaultBackend(), "spec.defaultBackend");
            Rank rank = rules.isEmpty() ? Rank.CATCH_ALL : Rank.FALLBACK;
            PathClaim claim =
                    claim(rank, "defaultBackend", EVERYTHING, action, "spec.defaultBackend", "/", Optional.empty());
            hosts.computeIfAbsent(HostPattern.ANY, _ -> new ArrayList<>());
            hosts.values().forEach(claims -> claims.add(claim));
        }
    }

    private void rule(@Nullable IngressRule rule, int index) {
        String field = "spec.rules[" + index + "]";
        if (rule == null) {
            findings.error(field, DiagnosticReason.INVALID_FIELD, "null (expected: a rule)");
            return;
        }
        String host = rule.getHost() == null ? "" : rule.getHost();
        Optional<String> problem = host.isEmpty() ? Optional.empty() : HostNames.problem(host);
        if (problem.isPresent()) {
            findings.error(field + ".host", DiagnosticReason.INVALID_FIELD, problem.get());
            return;
        }
        if (rule.getHttp() == null) {
            if (!host.isEmpty()) {
                hosts.computeIfAbsent(HostPattern.parse(host), _ -> new ArrayList<>());
            }
            return;
        }
        List<PathClaim> claims = hosts.computeIfAbsent(HostPattern.parse(host), _ -> new ArrayList<>());
        List<HTTPIngressPath> paths = Lists.of(rule.getHttp().getPaths());
        if (paths.isEmpty()) {
            findings.error(
                    field + ".http.paths", DiagnosticReason.INVALID_FIELD, "empty (expected: at least one path)");
        }
        for (int i = 0; i < paths.size(); i++) {
            path(paths.get(i), field + ".http.paths[" + i + "]", "rules[" + index + "].paths[" + i + "]")
                    .ifPresent(claims::add);
        }
    }

    private Optional<PathClaim> path(@Nullable HTTPIngressPath path, String field, String id) {
        if (path == null) {
            findings.error(field, DiagnosticReason.INVALID_FIELD, "null (expected: a path)");
            return Optional.empty();
        }
        String text = PathReader.text(path);
        boolean rewritten = policies.rewrite().filter(it -> it.concerns(text)).isPresent();
        boolean regex = policies.regex().asked() || rewritten;
        Optional<PathMatch> match =
                regex ? PathReader.readRegex(path, field, findings) : PathReader.read(path, field, findings);
        if (policies.canary().isPresent()) {
            CanaryRule rule = policies.canary().get();
            return match.flatMap(
                    it -> canary(rule, id, it, backends.read(path.getBackend(), field + ".backend"), field, text));
        }
        Optional<String> switches = regex && policies.regex().scope() == RegexScope.HOST
                ? Optional.of(policies.regex().asked() ? "use-regex" : "rewrite-target")
                : Optional.empty();
        match.ifPresent(it -> tellOfMissingGroups(it, field));
        return match.map(it ->
                claim(Rank.RULE, id, it, backends.read(path.getBackend(), field + ".backend"), field, text, switches));
    }

    /// Empty if it leads nowhere, which has been told.
    private Optional<PathClaim> canary(
            CanaryRule rule, String id, PathMatch match, RouteAction action, String field, String text) {
        if (!(action instanceof RouteAction.Forward(BackendId backend))) {
            return Optional.empty();
        }
        RouteId routeId = new RouteId(ingress.path() + " " + id);
        ResourceRef source = IngressReader.ref(ingress);
        Policies only = Policies.of(rule.on(backend, policies.balancing(), routeId, source));
        Route route = new Route(routeId, match, action, only, source);
        return Optional.of(new PathClaim(Rank.CANARY, route, route, field, text, Optional.empty()));
    }

    /// What a target names and the path does not capture is empty, which is seldom meant.
    private void tellOfMissingGroups(PathMatch match, String field) {
        int groups = match instanceof PathMatch.Regex regex ? regex.pattern().groups() : 0;
        policies.rewrite()
                .map(RewriteRule::target)
                .filter(target -> target.lastGroup() > groups && !target.text().equals(match.path()))
                .ifPresent(target -> findings.warning(
                        field + ".path",
                        DiagnosticReason.INVALID_FIELD,
                        match.path() + " has "
                                + (groups == 0 ? "no group" : groups == 1 ? "1 group" : groups + " groups")
                                + ", so $" + target.lastGroup() + " of rewrite-target " + target.text()
                                + " is always empty (expected: as /something(/|$)(.*) for /$2)"));
    }

    private PathClaim claim(
            Rank rank,
            String id,
            PathMatch match,
            RouteAction action,
            String field,
            String text,
            Optional<String> switches) {
        Route inClear = route(id, match, action, policies.redirect().on(match.path(), false));
        Route besideTls = route(id, match, action, policies.redirect().on(match.path(), true));
        return new PathClaim(rank, inClear, inClear.equals(besideTls) ? inClear : besideTls, field, text, switches);
    }

    private Route route(String id, PathMatch match, RouteAction action, Optional<RoutePolicy.HttpsRedirect> redirect) {
        List<RoutePolicy> list = new ArrayList<>(policies.policies());
        policies.rewrite().ifPresent(it -> list.addAll(0, it.on(match.path())));
        redirect.ifPresent(it -> list.add(0, it));
        return new Route(
                new RouteId(ingress.path() + " " + id), match, action, Policies.of(list), IngressReader.ref(ingress));
    }
}
