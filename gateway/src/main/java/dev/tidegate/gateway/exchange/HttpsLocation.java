package dev.tidegate.gateway.exchange;

import dev.tidegate.gateway.table.RoutePolicy;

/// Where a request in clear text is sent instead: the same host and target over https.
///
/// As ingress-nginx writes it: the request's own port is dropped, and so is one trailing slash unless the policy
/// keeps it.
final class HttpsLocation {

    private HttpsLocation() {}

    static String of(RoutePolicy.HttpsRedirect policy, String authority, String target, int httpsPort) {
        int colon = authority.lastIndexOf(':');
        String host = colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
        String port = policy.namesPort() && httpsPort != 443 ? ":" + httpsPort : "";
        return "https://" + host + port + (policy.keepsTrailingSlash() ? target : withoutTrailingSlash(target));
    }

    private static String withoutTrailingSlash(String target) {
        return target.endsWith("/") ? target.substring(0, target.length() - 1) : target;
    }
}
