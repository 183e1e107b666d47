package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/// The backend receives `X-Forwarded-Prefix` with this value, so that it can write links as the client knows them.
///
/// Source: ingress-nginx `x-forwarded-prefix`, which counts only beside a rewrite.
public record ForwardedPrefix(Template value) implements RoutePolicy {

    public ForwardedPrefix {
        requireNonNull(value);
    }

    /// Shape: captures and variables → the header's value; empty if there is none that a header may hold.
    public String header(Captures captures, Function<Template.Variable, String> request) {
        String filled = value.fill(captures, request);
        return RewrittenPath.isPrintable(filled) ? filled : "";
    }
}
