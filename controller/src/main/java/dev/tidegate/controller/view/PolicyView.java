package dev.tidegate.controller.view;

import static java.util.Objects.requireNonNull;

import dev.tidegate.gateway.table.Affinity;
import dev.tidegate.gateway.table.Balancing;
import dev.tidegate.gateway.table.Canary;
import dev.tidegate.gateway.table.CanaryRules;
import dev.tidegate.gateway.table.RoutePolicy;
import java.util.ArrayList;
import java.util.List;

/// A policy of a route: which kind, and in words what it asks for.
public record PolicyView(String policy, String text) {
    public PolicyView {
        requireNonNull(policy);
        requireNonNull(text);
    }

    static PolicyView of(RoutePolicy policy) {
        return switch (policy) {
            case RoutePolicy.HttpsRedirect redirect ->
                new PolicyView("https-redirect", "clear text is redirected to https with " + redirect.status());
            case RoutePolicy.Timeouts timeouts ->
                new PolicyView(
                        "timeouts",
                        "timeouts: connect " + timeouts.connect().toSeconds() + " s, read "
                                + timeouts.read().toSeconds() + " s, send "
                                + timeouts.send().toSeconds() + " s");
            case RoutePolicy.Rewrite rewrite ->
                new PolicyView("rewrite", "the backend receives " + rewrite.path() + " as the path");
            case Canary canary -> new PolicyView("canary", text(canary));
            case Balancing balancing -> new PolicyView("balancing", text(balancing));
            case RoutePolicy.BodyLimit limit ->
                new PolicyView(
                        "body-limit",
                        limit.equals(RoutePolicy.BodyLimit.UNLIMITED)
                                ? "request bodies of any size"
                                : "request bodies up to " + limit.maxBytes() + " bytes");
        };
    }

    private static String text(Balancing balancing) {
        return switch (balancing) {
            case Affinity it ->
                "a client stays with one endpoint by the cookie " + it.cookie().name()
                        + (it.mode() == Affinity.Mode.BALANCED ? ", new endpoints take sessions over" : "");
            case Balancing.Quickest _ -> "of two endpoints the one that has answered sooner of late";
            case Balancing.ByHash it
            when it.group() == 1 -> "requests with the same " + it.key().text() + " go to the same endpoint";
            case Balancing.ByHash it ->
                "requests with the same " + it.key().text() + " go to the same " + it.group() + " endpoints";
        };
    }

    private static String text(Canary canary) {
        CanaryRules rules = canary.rules();
        List<String> when = new ArrayList<>();
        rules.header().ifPresent(header -> when.add(text(header)));
        rules.cookie().ifPresent(cookie -> when.add("by the cookie " + cookie + " (always, never)"));
        when.add(rules.weight() + " of " + rules.total() + " requests");
        return "canary " + canary.backend().value() + " of " + canary.source().kind() + " "
                + canary.source().path() + ": " + String.join(", then ", when);
    }

    private static String text(CanaryRules.HeaderRule header) {
        String by = "by the header " + header.name();
        return switch (header) {
            case CanaryRules.HeaderRule.AlwaysOrNever _ -> by + " (always, never)";
            case CanaryRules.HeaderRule.Equal it -> by + " (" + it.value() + ")";
            case CanaryRules.HeaderRule.Matching it ->
                by + " (that has " + it.pattern().text() + " in it)";
            case CanaryRules.HeaderRule.Unreadable _ -> "none " + by;
        };
    }
}
