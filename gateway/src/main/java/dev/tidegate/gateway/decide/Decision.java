package dev.tidegate.gateway.decide;

import dev.tidegate.address.IpAddress;
import dev.tidegate.gateway.table.Cors;
import dev.tidegate.gateway.table.HostPolicies;
import dev.tidegate.gateway.table.Policies;
import dev.tidegate.gateway.table.Reason;
import dev.tidegate.gateway.table.RewriteRedirect;
import dev.tidegate.gateway.table.Route;
import dev.tidegate.gateway.table.RouteAction;
import dev.tidegate.gateway.table.RoutePolicy;
import dev.tidegate.gateway.table.SourceRanges;
import dev.tidegate.gateway.table.VirtualHost;
import org.jspecify.annotations.Nullable;

/// The order of processing. Of several answers that a request could get, the first one stands.
///
/// Source: the order of ingress-nginx, but for the lists of addresses: they come first, so that who may not come in is
/// not sent anywhere either.
///
/// Threads: any; allocates only what is answered.
public final class Decision {

    private Decision() {}

    /// Shape: a request, and the route that takes it → what the gateway answers itself, or null if the route's action
    /// is to be done.
    public static @Nullable OwnAnswer of(RequestFacts asked, VirtualHost host, Route route) {
        Policies policies = route.policies();
        OwnAnswer answer = closed(route);
        answer = answer != null ? answer : barred(asked, policies.sourceRanges());
        answer = answer != null ? answer : appRoot(asked, host);
        answer = answer != null ? answer : tooLarge(asked, policies);
        answer = answer != null ? answer : preflight(asked, policies);
        answer = answer != null ? answer : redirect(asked, policies);
        answer = answer != null ? answer : rewriteRedirect(asked, route);
        answer = answer != null ? answer : httpsRedirect(asked, policies);
        return answer != null ? answer : broken(route);
    }

    /// Shape: a request for a path that no route of its host takes → what the gateway answers.
    public static OwnAnswer ofRest(RequestFacts asked, VirtualHost host) {
        HostPolicies policies = host.policies();
        OwnAnswer answer = barred(asked, policies.rest());
        answer = answer != null ? answer : appRoot(asked, host);
        return answer != null ? answer : OwnAnswer.plain(Reason.NO_PATH);
    }

    /// Who may come in cannot be decided, so nobody may, and nothing else is said of what is behind the door.
    private static @Nullable OwnAnswer closed(Route route) {
        return route.action() instanceof RouteAction.Fail fail && fail.reason() == Reason.ACCESS_UNDECIDABLE
                ? OwnAnswer.plain(fail.reason())
                : null;
    }

    private static @Nullable OwnAnswer barred(RequestFacts asked, @Nullable SourceRanges ranges) {
        IpAddress client = asked.client();
        return ranges == null || client == null || ranges.lets(client) ? null : OwnAnswer.plain(Reason.SOURCE_DENIED);
    }

    private static @Nullable OwnAnswer appRoot(RequestFacts asked, VirtualHost host) {
        String root = host.policies().appRoot();
        return root.isEmpty() || !asked.path().equals("/")
                ? null
                : OwnAnswer.redirect(Reason.REDIRECT, 302, Location.here(asked, root));
    }

    private static @Nullable OwnAnswer tooLarge(RequestFacts asked, Policies policies) {
        return asked.length() > policies.bodyLimit().maxBytes() ? OwnAnswer.plain(Reason.BODY_TOO_LARGE) : null;
    }

    /// Any OPTIONS of an origin that may read answers, as ingress-nginx takes it.
    private static @Nullable OwnAnswer preflight(RequestFacts asked, Policies policies) {
        Cors cors = policies.cors();
        return cors != null && asked.method().equals("OPTIONS") && cors.allowed(asked.origin()) != null
                ? OwnAnswer.plain(Reason.PREFLIGHT)
                : null;
    }

    private static @Nullable OwnAnswer redirect(RequestFacts asked, Policies policies) {
        RoutePolicy.Redirect policy = policies.redirect();
        return policy == null ? null : OwnAnswer.redirect(Reason.REDIRECT, policy.status(), Location.of(asked, policy));
    }

    private static @Nullable OwnAnswer rewriteRedirect(RequestFacts asked, Route route) {
        RewriteRedirect policy = route.policies().rewriteRedirect();
        if (policy == null) {
            return null;
        }
        int question = asked.target().indexOf('?');
        String location = policy.location(
                route.path().captures(asked.path()),
                new RequestValues(asked),
                question < 0 ? "" : asked.target().substring(question));
        return location == null
                ? OwnAnswer.plain(Reason.BAD_REQUEST)
                : OwnAnswer.redirect(Reason.REWRITE_REDIRECT, RewriteRedirect.STATUS, location);
    }

    private static @Nullable OwnAnswer httpsRedirect(RequestFacts asked, Policies policies) {
        RoutePolicy.HttpsRedirect policy = policies.httpsRedirect();
        return policy == null || !asked.scheme().equals("http")
                ? null
                : OwnAnswer.redirect(Reason.HTTPS_REDIRECT, policy.status(), Location.overHttps(asked, policy));
    }

    private static @Nullable OwnAnswer broken(Route route) {
        return route.action() instanceof RouteAction.Fail fail ? OwnAnswer.plain(fail.reason()) : null;
    }
}
