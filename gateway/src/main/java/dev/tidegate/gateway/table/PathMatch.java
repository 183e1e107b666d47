package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

/// Which request paths a route takes. Paths are in the form [RequestPath] gives them, so rule and request meet as
/// equals.
///
/// Source: Ingress v1 `pathType`; KEP-1453 for "Exact before Prefix, then the longest"; ingress-nginx for expressions,
/// of which the longest text comes first.
public sealed interface PathMatch extends Comparable<PathMatch> {

    String path();

    /// Shape: request path → does this one alone take it? The plain statement of the rule, which [PathIndex] must
    /// equal.
    boolean matches(String requestPath);

    /// What an expression's groups captured of a path that it takes; of the others there is nothing to say.
    default Captures captures(String requestPath) {
        return Captures.NONE;
    }

    /// Precedence: the better match comes first. Exact before all; then the longer text; of equal ones the prefix
    /// before the expression; then by text, and expressions backwards, as ingress-nginx has them.
    @Override
    default int compareTo(PathMatch other) {
        if (this instanceof Exact != other instanceof Exact) {
            return this instanceof Exact ? -1 : 1;
        }
        int byLength = Integer.compare(other.path().length(), path().length());
        if (byLength != 0) {
            return byLength;
        }
        if (this instanceof Regex != other instanceof Regex) {
            return this instanceof Regex ? 1 : -1;
        }
        int byText = path().compareTo(other.path());
        return this instanceof Regex ? -byText : byText;
    }

    /// The whole path, byte for byte; a trailing slash counts.
    record Exact(String path) implements PathMatch {
        public Exact {
            requireRooted(path);
        }

        @Override
        public boolean matches(String requestPath) {
            return requestPath.equals(path);
        }
    }

    /// By path element: `/foo` and `/foo/` both take `/foo`, `/foo/` and `/foo/bar`, and neither takes `/foobar`.
    record Prefix(String path) implements PathMatch {
        public Prefix {
            requireRooted(path);
        }

        /// The elements without a trailing slash; empty for `/`, which takes every path.
        public String elements() {
            return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        }

        @Override
        public boolean matches(String requestPath) {
            String elements = elements();
            return requestPath.startsWith(elements)
                    && (requestPath.length() == elements.length() || requestPath.charAt(elements.length()) == '/');
        }
    }

    /// By expression: see [PathPattern]. `/foo` takes `/foo`, `/FOO/bar` and `/foobar`.
    record Regex(PathPattern pattern) implements PathMatch {
        public Regex {
            requireNonNull(pattern);
        }

        /// Fails: as [PathPattern#of].
        public static Regex of(String text) {
            return new Regex(PathPattern.of(text));
        }

        @Override
        public String path() {
            return pattern.text();
        }

        @Override
        public boolean matches(String requestPath) {
            return pattern.matches(requestPath);
        }

        @Override
        public Captures captures(String requestPath) {
            Captures captures = pattern.captures(requestPath);
            return captures == null ? Captures.NONE : captures;
        }
    }

    private static void requireRooted(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path: " + path + " (expected: a leading /)");
        }
    }
}
