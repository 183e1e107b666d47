package dev.tidegate.gateway.exchange;

import dev.tidegate.gateway.observe.AccessRecord;
import dev.tidegate.gateway.observe.RequestOwner;
import dev.tidegate.gateway.request.PeerAddress;
import dev.tidegate.gateway.request.RequestHead;
import dev.tidegate.gateway.table.Reason;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/// What became of an exchange: the figures that its counters and its log line share.
record ExchangeOutcome(
        int status,
        long durationNs,
        long requestBytes,
        long responseBytes,
        @Nullable Reason reason) {

    /// The line for the access log. `head` is null where the request was never understood.
    AccessRecord record(
            HttpServerRequest request,
            @Nullable RequestHead head,
            boolean secure,
            PeerAddress peer,
            RequestOwner owner,
            UpstreamTrace trace,
            long generation,
            long endedAtMs) {
        return new AccessRecord(
                endedAtMs,
                durationNs,
                head == null
                        ? peer.text(request.remoteAddress())
                        : head.origin().address(),
                request.method().name(),
                request.uri(),
                protocol(request.version()),
                secure ? "https" : "http",
                head == null ? "" : head.origin().host(),
                status,
                requestBytes,
                responseBytes,
                request.headers().get(HttpHeaders.REFERER),
                request.headers().get(HttpHeaders.USER_AGENT),
                head == null ? "-" : head.requestId(),
                owner,
                trace.addresses(),
                trace.statuses(),
                trace.ns(),
                generation,
                reason);
    }

    private static String protocol(HttpVersion version) {
        return switch (version) {
            case HTTP_1_0 -> "HTTP/1.0";
            case HTTP_1_1 -> "HTTP/1.1";
            case HTTP_2 -> "HTTP/2.0";
        };
    }
}
