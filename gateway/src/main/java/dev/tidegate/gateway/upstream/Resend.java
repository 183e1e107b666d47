package dev.tidegate.gateway.upstream;

/// Whether a request that failed at an endpoint may be sent once more.
///
/// Source: RFC 9110 §9.2.2, RFC 9113 §8.7.
public enum Resend {
    /// The endpoint has acted upon it, and said enough for us to know.
    NEVER,
    /// The endpoint may have acted upon it, and went away without a word.
    IF_IDEMPOTENT,
    /// The endpoint cannot have acted upon it: it was never sent, or it was refused unread.
    ALWAYS
}
