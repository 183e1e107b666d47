package dev.tidegate.gateway.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A route's policies: a list to those who print and compare, typed fields to the request path.
///
/// Fails: `IllegalArgumentException` if two policies are of one kind.
public final class Policies {

    public static final Policies NONE = new Policies(List.of());

    private final List<RoutePolicy> list;
    private RoutePolicy.@Nullable HttpsRedirect httpsRedirect;
    private RoutePolicy.@Nullable Timeouts timeouts;
    private RoutePolicy.@Nullable BodyLimit bodyLimit;
    private @Nullable Rewrite rewrite;
    private @Nullable RewriteRedirect rewriteRedirect;
    private @Nullable ForwardedPrefix forwardedPrefix;
    private RoutePolicy.@Nullable Redirect redirect;
    private @Nullable SourceRanges sourceRanges;
    private @Nullable Cors cors;
    private @Nullable Limits limits;
    private @Nullable UpstreamHost upstreamHost;
    private @Nullable AnswerRewrite answerRewrite;
    private @Nullable Unlogged unlogged;
    private @Nullable Balancing balancing;
    private @Nullable Canary canary;

    private Policies(List<RoutePolicy> list) {
        this.list = List.copyOf(list);
        for (RoutePolicy policy : this.list) {
            switch (policy) {
                case RoutePolicy.HttpsRedirect it -> httpsRedirect = only(httpsRedirect, it);
                case RoutePolicy.Timeouts it -> timeouts = only(timeouts, it);
                case RoutePolicy.BodyLimit it -> bodyLimit = only(bodyLimit, it);
                case Rewrite it -> rewrite = only(rewrite, it);
                case RewriteRedirect it -> rewriteRedirect = only(rewriteRedirect, it);
                case ForwardedPrefix it -> forwardedPrefix = only(forwardedPrefix, it);
                case RoutePolicy.Redirect it -> redirect = only(redirect, it);
                case SourceRanges it -> sourceRanges = only(sourceRanges, it);
                case Cors it -> cors = only(cors, it);
                case Limits it -> limits = only(limits, it);
                case UpstreamHost it -> upstreamHost = only(upstreamHost, it);
                case AnswerRewrite it -> answerRewrite = only(answerRewrite, it);
                case Unlogged it -> unlogged = only(unlogged, it);
                case Balancing it -> balancing = only(balancing, it);
                case Canary it -> canary = only(canary, it);
            }
        }
    }

    public static Policies of(List<RoutePolicy> list) {
        return list.isEmpty() ? NONE : new Policies(list);
    }

    public static Policies of(RoutePolicy... policies) {
        return of(List.of(policies));
    }

    public List<RoutePolicy> list() {
        return list;
    }

    /// Null if clear text is served like anything else. (Asked of every request, hence no Optional.)
    public RoutePolicy.@Nullable HttpsRedirect httpsRedirect() {
        return httpsRedirect;
    }

    public RoutePolicy.Timeouts timeouts() {
        return timeouts != null ? timeouts : RoutePolicy.Timeouts.DEFAULT;
    }

    public RoutePolicy.BodyLimit bodyLimit() {
        return bodyLimit != null ? bodyLimit : RoutePolicy.BodyLimit.UNLIMITED;
    }

    /// Null if the backend receives the request's own path.
    public @Nullable Rewrite rewrite() {
        return rewrite;
    }

    /// Null if requests are not sent elsewhere.
    public RoutePolicy.@Nullable Redirect redirect() {
        return redirect;
    }

    /// Null if anybody may come in.
    public @Nullable SourceRanges sourceRanges() {
        return sourceRanges;
    }

    /// Null if nothing is said to other origins.
    public @Nullable Cors cors() {
        return cors;
    }

    /// Null if one client may have as much as it likes.
    public @Nullable Limits limits() {
        return limits;
    }

    /// Null if requests are not sent elsewhere by their rewrite.
    public @Nullable RewriteRedirect rewriteRedirect() {
        return rewriteRedirect;
    }

    /// Null if the backend is told of no prefix.
    public @Nullable ForwardedPrefix forwardedPrefix() {
        return forwardedPrefix;
    }

    /// Does what is sent to the backend name what the path's groups captured?
    boolean captures() {
        return (rewrite != null && rewrite.target().captures())
                || (forwardedPrefix != null && forwardedPrefix.value().captures());
    }

    /// Null if the backend is asked for the client's host.
    public @Nullable UpstreamHost upstreamHost() {
        return upstreamHost;
    }

    /// Null if what a backend says of itself is passed on as it is.
    public @Nullable AnswerRewrite answerRewrite() {
        return answerRewrite;
    }

    public boolean logged() {
        return unlogged == null;
    }

    /// Null if the backend's endpoints take turns.
    public @Nullable Balancing balancing() {
        return balancing;
    }

    /// Null if all requests go to the route's own backend.
    public @Nullable Canary canary() {
        return canary;
    }

    /// Those, and this one.
    public Policies including(RoutePolicy policy) {
        List<RoutePolicy> more = new ArrayList<>(list);
        more.add(policy);
        return of(more);
    }

    private static <T extends RoutePolicy> T only(@Nullable T earlier, T policy) {
        if (earlier != null) {
            throw new IllegalArgumentException(
                    "policies: " + earlier + " and " + policy + " (expected: one of a kind)");
        }
        return policy;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Policies that && list.equals(that.list);
    }

    @Override
    public int hashCode() {
        return Objects.hash(list);
    }

    @Override
    public String toString() {
        return list.toString();
    }
}
