package dev.tidegate.dns.plan;

import static java.util.Objects.requireNonNull;

import dev.tidegate.dns.record.DomainName;

/// What is not done at a name, and why.
///
/// `message`: one line for people.
public record Withheld(DomainName name, Reason reason, String message) {

    public enum Reason {
        /// What stands there could not be read.
        NOT_READ,
        /// Records without an ownership record: somebody's by hand.
        UNMARKED,
        /// Another owner's.
        OWNED_BY_ANOTHER,
        /// Ownership records that are encrypted: whose they are cannot be told.
        ENCRYPTED,
        /// A CNAME can stand beside nothing (RFC 1034 §3.6.2).
        BESIDE_OTHERS,
        /// There is no name for the ownership record.
        NO_OWNERSHIP_NAME,
        /// Not wanted any more, and left by the policy or the circuit breaker.
        LEFT,
        /// Not wanted, but nobody was seen to delete its host.
        NOT_SEEN_DELETED,
        /// Deleted, and its delay is not over.
        WAITING
    }

    public Withheld {
        requireNonNull(name);
        requireNonNull(reason);
        requireNonNull(message);
    }
}
