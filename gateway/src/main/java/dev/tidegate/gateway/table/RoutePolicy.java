package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/// One thing that a route asks for besides its action. At most one of each kind stands on a route.
public sealed interface RoutePolicy
        permits RoutePolicy.HttpsRedirect,
                RoutePolicy.Redirect,
                RoutePolicy.Timeouts,
                RoutePolicy.BodyLimit,
                Rewrite,
                RewriteRedirect,
                ForwardedPrefix,
                SourceRanges,
                Cors,
                Limits,
                UpstreamHost,
                AnswerRewrite,
                Unlogged,
                Balancing,
                Canary {

    /// Requests in clear text are sent to the same host and target over https with this status (301, 302, 307 or
    /// 308).
    ///
    /// `keepsTrailingSlash`: a target's trailing slash stays; ingress-nginx drops it by default. `namesPort`: the
    /// location names the port of the https listener, where that is not 443.
    record HttpsRedirect(int status, boolean keepsTrailingSlash, boolean namesPort) implements RoutePolicy {

        public HttpsRedirect {
            if (status != 301 && status != 302 && status != 307 && status != 308) {
                throw new IllegalArgumentException("status: " + status + " (expected: 301, 302, 307 or 308)");
            }
        }
    }

    /// Requests are sent elsewhere, whatever they ask for. `location`: an absolute URL or a path, verbatim.
    /// `writesHost`: a path is told as a URL of the host that was asked for.
    record Redirect(int status, String location, boolean writesHost) implements RoutePolicy {
        public Redirect {
            requireNonNull(location);
            if (status < 300 || status > 308) {
                throw new IllegalArgumentException("status: " + status + " (expected: 300 to 308)");
            }
        }
    }

    /// `connect`: for a new upstream connection. `read` and `send`: the longest silence between two reads from, or
    /// writes to, the endpoint; neither bounds the whole exchange.
    record Timeouts(Duration connect, Duration read, Duration send) implements RoutePolicy {

        public static final Timeouts DEFAULT =
                new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(60));

        public Timeouts {
            requirePositive("connect", connect);
            requirePositive("read", read);
            requirePositive("send", send);
        }

        private static void requirePositive(String name, Duration value) {
            requireNonNull(value);
            if (value.isNegative() || value.isZero()) {
                throw new IllegalArgumentException(name + ": " + value + " (expected: > 0)");
            }
        }
    }

    /// The largest request body, in bytes.
    record BodyLimit(long maxBytes) implements RoutePolicy {

        public static final BodyLimit UNLIMITED = new BodyLimit(Long.MAX_VALUE);

        public BodyLimit {
            if (maxBytes < 0) {
                throw new IllegalArgumentException("maxBytes: " + maxBytes + " (expected: >= 0)");
            }
        }
    }
}
