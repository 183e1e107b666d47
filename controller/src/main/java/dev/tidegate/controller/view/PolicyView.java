package dev.tidegate.controller.view;

import static java.util.Objects.requireNonNull;

import dev.tidegate.address.Cidr;
import dev.tidegate.gateway.table.Affinity;
import dev.tidegate.gateway.table.AnswerRewrite;
import dev.tidegate.gateway.table.Balancing;
import dev.tidegate.gateway.table.Canary;
import dev.tidegate.gateway.table.CanaryRules;
import dev.tidegate.gateway.table.Cors;
import dev.tidegate.gateway.table.ForwardedPrefix;
import dev.tidegate.gateway.table.Limits;
import dev.tidegate.gateway.table.OriginPattern;
import dev.tidegate.gateway.table.Rewrite;
import dev.tidegate.gateway.table.RewriteRedirect;
import dev.tidegate.gateway.table.RoutePolicy;
import dev.tidegate.gateway.table.SourceRanges;
import dev.tidegate.gateway.table.Unlogged;
import dev.tidegate.gateway.table.UpstreamHost;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
            case Rewrite rewrite ->
                new PolicyView("rewrite", "the backend receives " + rewrite.target() + " as the path");
            case RewriteRedirect redirect ->
                new PolicyView("rewrite-redirect", "requests are redirected to " + redirect.url() + " with 302");
            case ForwardedPrefix prefix ->
                new PolicyView("forwarded-prefix", "the backend receives X-Forwarded-Prefix: " + prefix.value());
            case RoutePolicy.Redirect redirect ->
                new PolicyView("redirect", "answered with " + redirect.status() + " to " + redirect.location());
            case UpstreamHost host ->
                new PolicyView("upstream-host", "the backend is asked for the host " + host.value());
            case AnswerRewrite rewrite -> new PolicyView("answer-rewrite", text(rewrite));
            case Unlogged _ -> new PolicyView("unlogged", "requests are not written to the access log");
            case Limits limits -> new PolicyView("limits", text(limits));
            case Cors cors ->
                new PolicyView(
                        "cors",
                        "pages of "
                                + (cors.origins().isEmpty()
                                        ? "all origins"
                                        : cors.origins().stream()
                                                .map(OriginPattern::text)
                                                .collect(Collectors.joining(", ")))
                                + " may read the answers");
            case SourceRanges ranges -> new PolicyView("source-ranges", text(ranges));
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

    private static String text(SourceRanges ranges) {
        String allowed = ranges.allowed().isEmpty() ? "all clients" : "clients from " + list(ranges.allowed());
        return allowed + (ranges.denied().isEmpty() ? "" : ", but none from " + list(ranges.denied()));
    }

    private static String text(AnswerRewrite rewrite) {
        List<String> parts = new ArrayList<>();
        rewrite.cookieDomain().ifPresent(it -> parts.add("cookies of " + it.from() + " become those of " + it.to()));
        rewrite.cookiePath().ifPresent(it -> parts.add("cookie paths " + it.from() + " become " + it.to()));
        rewrite.location().ifPresent(it -> parts.add("locations " + it.from() + " become " + it.to()));
        return String.join(", ", parts);
    }

    private static String text(Limits limits) {
        List<String> parts = new ArrayList<>();
        if (limits.perSecond() > 0) {
            parts.add(limits.perSecond() + " requests a second");
        }
        if (limits.perMinute() > 0) {
            parts.add(limits.perMinute() + " requests a minute");
        }
        if (limits.connections() > 0) {
            parts.add(limits.connections() + " at a time");
        }
        String exempt = limits.exempt().isEmpty() ? "" : ", but for " + list(limits.exempt());
        return "a client may have " + String.join(", ", parts) + " (bursts of " + limits.burstMultiplier()
                + " times that)" + exempt;
    }

    private static String list(List<Cidr> ranges) {
        return ranges.stream().map(Cidr::toString).collect(Collectors.joining(", "));
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
