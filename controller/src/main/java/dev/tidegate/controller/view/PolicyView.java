package dev.tidegate.controller.view;

import static java.util.Objects.requireNonNull;

import dev.tidegate.gateway.table.RoutePolicy;

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
            case RoutePolicy.BodyLimit limit ->
                new PolicyView(
                        "body-limit",
                        limit.equals(RoutePolicy.BodyLimit.UNLIMITED)
                                ? "request bodies of any size"
                                : "request bodies up to " + limit.maxBytes() + " bytes");
        };
    }
}
