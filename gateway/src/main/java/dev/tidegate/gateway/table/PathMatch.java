package dev.tidegate.gateway.table;

/// Which request paths a route takes. Paths are in the form [RequestPath] gives them, so rule and request meet as
/// equals.
///
/// Source: Ingress v1 `pathType`; KEP-1453 for "Exact before Prefix, then the longest".
public sealed interface PathMatch extends Comparable<PathMatch> {

    String path();

    /// Shape: request path → does this one alone take it? The plain statement of the rule, which [PathIndex] must
    /// equal.
    boolean matches(String requestPath);

    /// Precedence: the better match comes first. Exact before Prefix; of two prefixes the longer; then by text.
    @Override
    default int compareTo(PathMatch other) {
        if (this instanceof Exact != other instanceof Exact) {
            return this instanceof Exact ? -1 : 1;
        }
        int byLength = Integer.compare(other.path().length(), path().length());
        return byLength != 0 ? byLength : path().compareTo(other.path());
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

    private static void requireRooted(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path: " + path + " (expected: a leading /)");
        }
    }
}
