package dev.tidegate.gateway.observe;

import dev.tidegate.gateway.table.Reason;
import org.jspecify.annotations.Nullable;

/// One finished request, as the access log tells it. Times are epoch milliseconds and nanoseconds; sizes are bytes.
///
/// `reason` is null when a backend's answer was passed on whole. `upstream*` hold one entry an attempt, joined by `,
/// `.
public record AccessRecord(
        long endedAtMs,
        long durationNs,
        String clientAddress,
        String method,
        String target,
        String protocol,
        String scheme,
        String host,
        int status,
        long requestBytes,
        long responseBytes,
        @Nullable String referer,
        @Nullable String userAgent,
        String requestId,
        RequestOwner owner,
        @Nullable String upstreamAddress,
        @Nullable String upstreamStatus,
        long upstreamNs,
        long generation,
        @Nullable Reason reason) {}
