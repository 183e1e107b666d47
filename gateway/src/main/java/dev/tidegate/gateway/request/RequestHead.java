package dev.tidegate.gateway.request;

import dev.tidegate.gateway.table.Forwarding;
import dev.tidegate.gateway.table.RequestHost;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import org.jspecify.annotations.Nullable;

/// A request's head, understood: what it asks for, of whom, and on whose behalf.
///
/// `host` is the name that routes are found by; `origin` says where the request came from.
public record RequestHead(
        RequestFields fields, RequestTarget target, String host, ClientOrigin origin, String requestId) {

    /// Shape: a request and its fields → the head, or null if it can be understood in no way or in more than one.
    public static @Nullable RequestHead read(
            HttpServerRequest request, RequestFields fields, boolean secure, Forwarding forwarding, PeerAddress peer) {
        RequestTarget target = RequestTarget.parse(request.uri());
        if (target == null || !fields.unambiguous()) {
            return null;
        }
        String authority = authority(request, fields, target);
        if (authority == null) {
            return null;
        }
        ClientOrigin origin =
                ClientOrigin.of(request.remoteAddress(), secure, authority, request.headers(), forwarding, peer);
        return new RequestHead(fields, target, RequestHost.normalize(authority), origin, requestId(request));
    }

    /// The name the client asked for, with its port; null if it named none or a malformed one. HTTP/1.0 may leave
    /// it out.
    ///
    /// Source: RFC 9112 §3.2: an absolute-form target outranks `Host`; RFC 9113 §8.3.1 for HTTP/2.
    private static @Nullable String authority(HttpServerRequest request, RequestFields fields, RequestTarget target) {
        if (target.authority() != null) {
            return valid(target.authority());
        }
        if (request.version() == HttpVersion.HTTP_2) {
            HostAndPort named = request.authority();
            return named == null ? null : valid(named.toString());
        }
        CharSequence host = fields.host();
        if (host == null) {
            return request.version() == HttpVersion.HTTP_1_0 ? "" : null;
        }
        return valid(host.toString());
    }

    private static @Nullable String valid(String authority) {
        return HostAndPort.parseAuthority(authority, -1) == null ? null : authority;
    }

    private static String requestId(HttpServerRequest request) {
        String given = request.headers().get("x-request-id");
        return given == null || given.isEmpty() ? RequestIds.next() : given;
    }
}
