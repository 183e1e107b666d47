package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The backend receives this path instead of the whole of the request's; the query stays.
///
/// A target without places is a path in the form that [RequestPath] gives.
///
/// Source: ingress-nginx `rewrite-target`.
public record Rewrite(Template target) implements RoutePolicy {

    public Rewrite {
        requireNonNull(target);
        if (target.isFixed() && !target.text().equals(RequestPath.normalize(target.text()))) {
            throw new IllegalArgumentException("target: " + target + " (expected: a path in its normal form)");
        }
    }

    /// Shape: captures and variables → the path; null if the request makes none of it that could be sent.
    public @Nullable String path(Captures captures, Function<Template.Variable, String> request) {
        return target.isFixed() ? target.text() : RewrittenPath.of(target.fill(captures, request));
    }
}
