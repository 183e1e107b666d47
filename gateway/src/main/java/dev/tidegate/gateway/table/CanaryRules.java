package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// Which requests go to a canary: what a header says, then a cookie of this name (`always`, `never`), then chance.
///
/// `weight` of `total` requests; more than all is all. Source: ingress-nginx.
public record CanaryRules(Optional<HeaderRule> header, Optional<String> cookie, int weight, int total) {

    /// A header that has none of the values decides nothing.
    public sealed interface HeaderRule {

        String name();

        /// `always` and `never`.
        record AlwaysOrNever(String name) implements HeaderRule {
            public AlwaysOrNever {
                requireNonNull(name);
            }
        }

        /// This value goes to the canary.
        record Equal(String name, String value) implements HeaderRule {
            public Equal {
                requireNonNull(name);
                requireNonNull(value);
            }
        }

        /// Values in which this is found go to the canary.
        record Matching(String name, HeaderPattern pattern) implements HeaderRule {
            public Matching {
                requireNonNull(name);
                requireNonNull(pattern);
            }
        }

        /// Nobody knows which values were meant: requests with the header go to the primary.
        record Unreadable(String name) implements HeaderRule {
            public Unreadable {
                requireNonNull(name);
            }
        }
    }

    public CanaryRules {
        requireNonNull(header);
        requireNonNull(cookie);
        if (weight < 0 || total < 1) {
            throw new IllegalArgumentException("weight: " + weight + " of " + total + " (expected: >= 0 of >= 1)");
        }
    }
}
