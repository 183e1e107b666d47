package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

/// Which request hosts a virtual host answers for. Names are lower case, without port or trailing dot.
///
/// Source: Ingress v1 `rules[].host`. A wildcard stands for exactly one label, unlike Gateway API's suffix match.
public sealed interface HostPattern {

    Any ANY = new Any();

    /// Shape: an Ingress rule's host (empty, a name, or `*.` and a name) → the pattern.
    static HostPattern parse(String host) {
        if (host.isEmpty()) {
            return ANY;
        }
        return host.startsWith("*.") ? new Wildcard(host.substring(1)) : new Exact(host);
    }

    /// As a manifest writes it; `*` for any host.
    String text();

    record Exact(String name) implements HostPattern {
        public Exact {
            requireNonNull(name);
        }

        @Override
        public String text() {
            return name;
        }
    }

    /// `suffix` keeps its leading dot: `.example.com`.
    record Wildcard(String suffix) implements HostPattern {
        public Wildcard {
            if (!suffix.startsWith(".")) {
                throw new IllegalArgumentException("suffix: " + suffix + " (expected: a leading dot)");
            }
        }

        @Override
        public String text() {
            return "*" + suffix;
        }
    }

    record Any() implements HostPattern {
        @Override
        public String text() {
            return "*";
        }
    }
}
