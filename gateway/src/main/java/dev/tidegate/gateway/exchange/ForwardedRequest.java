package dev.tidegate.gateway.exchange;

import dev.tidegate.gateway.request.ClientOrigin;
import dev.tidegate.gateway.request.FieldNames;
import dev.tidegate.gateway.request.Fields;
import dev.tidegate.gateway.request.RequestHead;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.Forwarding;
import dev.tidegate.gateway.table.Protocol;
import dev.tidegate.gateway.upstream.HeaderSink;
import dev.tidegate.gateway.upstream.UpstreamRequest;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/// The client's request as the backend shall see it: the same method, host and fields, without those that belong to
/// the client's hop, with those that say where it came from; and the same target, unless a policy gives it another
/// path. `prefix`: what the backend is told that the path had before it was rewritten, if a policy says so.
///
/// Source: RFC 9110 §7.6; ingress-nginx's proxy headers (`docs/headers.md`).
record ForwardedRequest(
        HttpServerRequest request,
        RequestHead head,
        String target,
        @Nullable String prefix,
        Endpoint endpoint,
        Forwarding forwarding,
        Protocol protocol,
        boolean hasBody)
        implements UpstreamRequest {

    @Override
    public HttpMethod method() {
        return request.method();
    }

    /// An HTTP/1.0 client may name no host; the endpoint is then addressed by its own name.
    @Override
    public String authority() {
        String host = head.origin().host();
        return host.isEmpty() ? endpoint.text() : host;
    }

    @Override
    public boolean hasLength() {
        return head.fields().length() >= 0;
    }

    @Override
    public @Nullable String upgrade() {
        return protocol.multiplexed() ? null : head.fields().upgrade();
    }

    @Override
    public void writeHeaders(HeaderSink sink) {
        MultiMap clientFields = request.headers();
        ClientOrigin origin = head.origin();
        boolean cookieCrumbs = request.version() == HttpVersion.HTTP_2 && !protocol.multiplexed();
        Fields.each(clientFields, (name, value) -> {
            if (passes(name) && !(cookieCrumbs && FieldNames.is(name, "cookie"))) {
                sink.add(name, value);
            }
        });
        if (cookieCrumbs && clientFields.contains("cookie")) {
            sink.add("cookie", String.join("; ", clientFields.getAll("cookie"))); // RFC 9113 §8.2.3
        }
        sink.add("x-request-id", head.requestId());
        sink.add("x-real-ip", origin.address());
        sink.add("x-forwarded-for", origin.chain());
        sink.add("x-forwarded-host", origin.host());
        sink.add("x-forwarded-port", origin.port());
        sink.add("x-forwarded-proto", origin.scheme());
        sink.add("x-forwarded-scheme", origin.scheme());
        sink.add("x-scheme", origin.scheme());
        addIfAny(sink, "x-forwarded-prefix", prefix);
        addIfAny(sink, "x-original-forwarded-for", Fields.joined(clientFields, forwarding.clientAddressHeader()));
        addIfAny(sink, "x-original-forwarded-host", Fields.joined(clientFields, "X-Forwarded-Host"));
        if (protocol.multiplexed() && head.fields().trailersAccepted()) {
            sink.add("te", "trailers");
        }
    }

    private boolean passes(CharSequence name) {
        return !FieldNames.isHopByHop(name)
                && !FieldNames.isSetByGateway(name)
                && !FieldNames.isAmbiguous(name)
                && !head.fields().nominates(name)
                && !(prefix != null && FieldNames.is(name, "x-forwarded-prefix"))
                && name.charAt(0) != ':';
    }

    private static void addIfAny(HeaderSink sink, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            sink.add(name, value);
        }
    }
}
