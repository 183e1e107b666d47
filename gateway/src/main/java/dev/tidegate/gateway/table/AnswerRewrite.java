package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// What a backend says of itself in its answers, as clients are to know it.
///
/// `cookieDomain`: the `Domain` of its cookies, if it is this one. `cookiePath`: the beginning of their `Path`.
/// `location`: the beginning of its `Location`, and of the URL in its `Refresh`.
///
/// Source: nginx `proxy_cookie_domain`, `proxy_cookie_path` and `proxy_redirect`.
public record AnswerRewrite(
        Optional<Substitution> cookieDomain, Optional<Substitution> cookiePath, Optional<Substitution> location)
        implements RoutePolicy {

    /// One text instead of another.
    public record Substitution(String from, String to) {

        public Substitution {
            requireNonNull(to);
            if (from.isEmpty()) {
                throw new IllegalArgumentException("from: empty (expected: what is to be replaced)");
            }
        }
    }

    public AnswerRewrite {
        requireNonNull(cookieDomain);
        requireNonNull(cookiePath);
        requireNonNull(location);
    }
}
