package dev.tidegate.gateway.decide;

import dev.tidegate.gateway.table.RoutePolicy;

/// Where a client is sent, as ingress-nginx writes it: the request's own port is dropped everywhere.
final class Location {

    private Location() {}

    /// The same host and target over https; without one trailing slash, unless the policy keeps it.
    static String overHttps(RequestFacts asked, RoutePolicy.HttpsRedirect policy) {
        String port = policy.namesPort() && asked.httpsPort() != 443 ? ":" + asked.httpsPort() : "";
        return "https://" + host(asked) + port
                + (policy.keepsTrailingSlash() ? asked.target() : withoutTrailingSlash(asked.target()));
    }

    /// This path on the same host, without the request's query.
    static String here(RequestFacts asked, String path) {
        return asked.scheme() + "://" + host(asked) + path;
    }

    /// What the policy says; where that is only a path, on the same host, if the policy wants it written out.
    static String of(RequestFacts asked, RoutePolicy.Redirect policy) {
        return policy.writesHost() && policy.location().startsWith("/")
                ? here(asked, policy.location())
                : policy.location();
    }

    private static String host(RequestFacts asked) {
        String authority = asked.authority();
        int colon = authority.lastIndexOf(':');
        return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
    }

    private static String withoutTrailingSlash(String target) {
        return target.endsWith("/") ? target.substring(0, target.length() - 1) : target;
    }
}
