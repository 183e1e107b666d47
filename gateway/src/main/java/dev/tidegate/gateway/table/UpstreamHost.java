package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/// The backend is asked for this host instead of the client's; `X-Forwarded-Host` stays the client's.
///
/// Source: ingress-nginx `upstream-vhost`.
public record UpstreamHost(Template value) implements RoutePolicy {

    public UpstreamHost {
        requireNonNull(value);
    }

    /// Shape: variables → the host; empty if there is none that a header may hold.
    public String of(Function<Template.Variable, String> request) {
        String filled = value.fill(Captures.NONE, request);
        return RewrittenPath.isPrintable(filled) ? filled : "";
    }
}
