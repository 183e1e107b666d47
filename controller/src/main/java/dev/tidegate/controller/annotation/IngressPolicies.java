package dev.tidegate.controller.annotation;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.policy.PolicyMode;
import dev.tidegate.gateway.table.Balancing;
import dev.tidegate.gateway.table.Protocol;
import dev.tidegate.gateway.table.RoutePolicy;
import dev.tidegate.gateway.table.SourceRanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What an Ingress asks for beside its rules.
///
/// `policies`: those of every route, without the redirect, which hangs on the host too, and the rewrite, which
/// hangs on the path. `regex`: whether its paths are regular expressions. `protocol`: what it wants spoken to its
/// endpoints, if it says so. `networkPolicy`: what it makes of network policies, if it says so. `appRoot`: where `/`
/// of its hosts is sent. `canary`: that it has no routes, but takes requests of others'. `closedBy`: what asks for an
/// access decision that cannot be made; not empty means that every route of the Ingress is to be closed.
public record IngressPolicies(
        RedirectRule redirect,
        RegexRule regex,
        Optional<RewriteRule> rewrite,
        List<RoutePolicy> policies,
        Optional<ProtocolOverride> protocol,
        Optional<PolicyMode> networkPolicy,
        Optional<String> appRoot,
        Optional<CanaryRule> canary,
        List<String> closedBy,
        List<Diagnostic> diagnostics) {

    /// `name` as the annotation writes it, lower case.
    public record ProtocolOverride(Protocol protocol, String name) {
        public ProtocolOverride {
            requireNonNull(protocol);
            requireNonNull(name);
        }
    }

    public IngressPolicies {
        requireNonNull(redirect);
        requireNonNull(regex);
        requireNonNull(rewrite);
        policies = List.copyOf(policies);
        requireNonNull(protocol);
        requireNonNull(networkPolicy);
        requireNonNull(appRoot);
        requireNonNull(canary);
        closedBy = List.copyOf(closedBy);
        diagnostics = List.copyOf(diagnostics);
    }

    static IngressPolicies of(List<Effect> effects, List<Diagnostic> diagnostics) {
        RedirectRule redirect = RedirectRule.DEFAULT;
        RegexRule regex = RegexRule.DEFAULT;
        Optional<RewriteRule> rewrite = Optional.empty();
        List<RoutePolicy> policies = new ArrayList<>();
        Optional<ProtocolOverride> protocol = Optional.empty();
        Optional<PolicyMode> networkPolicy = Optional.empty();
        Optional<String> appRoot = Optional.empty();
        Optional<CanaryRule> canary = Optional.empty();
        List<String> closedBy = new ArrayList<>();
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.RedirectToHttps it -> redirect = it.rule();
                case Effect.MatchByRegex it -> regex = it.rule();
                case Effect.RewriteTo it -> rewrite = Optional.of(it.rule());
                case Effect.Enforce it -> policies.add(it.policy());
                case Effect.Speak it -> protocol = Optional.of(new ProtocolOverride(it.protocol(), it.name()));
                case Effect.Heed it -> networkPolicy = Optional.of(it.mode());
                case Effect.RootAt it -> appRoot = Optional.of(it.path());
                case Effect.BeCanary it -> canary = Optional.of(it.rule());
                case Effect.CloseAccess it -> closedBy.add(it.cause());
            }
        }
        return new IngressPolicies(
                redirect, regex, rewrite, policies, protocol, networkPolicy, appRoot, canary, closedBy, diagnostics);
    }

    /// How endpoints are picked, if not in turn.
    public Optional<Balancing> balancing() {
        return policies.stream()
                .filter(Balancing.class::isInstance)
                .map(Balancing.class::cast)
                .findFirst();
    }

    /// Who may come in on any route.
    public SourceRanges sourceRanges() {
        return policies.stream()
                .flatMap(it -> it instanceof SourceRanges ranges ? Stream.of(ranges) : Stream.empty())
                .findFirst()
                .orElse(SourceRanges.ANYBODY);
    }
}
