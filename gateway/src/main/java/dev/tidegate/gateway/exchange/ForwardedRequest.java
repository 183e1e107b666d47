package dev.tidegate.gateway.exchange;

import dev.tidegate.gateway.table.Forwarding;
import dev.tidegate.gateway.table.Protocol;
import dev.tidegate.gateway.upstream.HeaderSink;
import dev.tidegate.gateway.upstream.UpstreamRequest;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/// The client's request as the backend shall see it: the same method, target, host and fields, without those that
/// belong to the client's hop, with those that say where it came from.
///
/// Source: RFC 9110 §7.6; ingress-nginx's proxy headers (`docs/headers.md`).
record ForwardedRequest(
        HttpMethod method,
        String target,
        String authority,
        MultiMap clientFields,
        RequestFields facts,
        ClientOrigin origin,
        Forwarding forwarding,
        String requestId,
        Protocol protocol,
        boolean hasBody)
        implements UpstreamRequest {

    @Override
    public boolean hasLength() {
        return facts.length() >= 0;
    }

    @Override
    public @Nullable String upgrade() {
        return protocol.multiplexed() ? null : facts.upgrade();
    }

    @Override
    public void writeHeaders(HeaderSink sink) {
        Fields.each(clientFields, (name, value) -> {
            if (passes(name)) {
                sink.add(name, value);
            }
        });
        sink.add("x-request-id", requestId);
        sink.add("x-real-ip", origin.address());
        sink.add("x-forwarded-for", origin.chain());
        sink.add("x-forwarded-host", origin.host());
        sink.add("x-forwarded-port", origin.port());
        sink.add("x-forwarded-proto", origin.scheme());
        sink.add("x-forwarded-scheme", origin.scheme());
        sink.add("x-scheme", origin.scheme());
        addOriginal(sink, "x-original-forwarded-for", clientFields.get(forwarding.clientAddressHeader()));
        addOriginal(sink, "x-original-forwarded-host", clientFields.get("X-Forwarded-Host"));
        if (protocol.multiplexed() && facts.trailersAccepted()) {
            sink.add("te", "trailers");
        }
    }

    private boolean passes(CharSequence name) {
        return !FieldNames.isHopByHop(name)
                && !FieldNames.isSetByGateway(name)
                && !FieldNames.isAmbiguous(name)
                && !facts.nominates(name)
                && name.charAt(0) != ':';
    }

    private static void addOriginal(HeaderSink sink, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            sink.add(name, value);
        }
    }
}
