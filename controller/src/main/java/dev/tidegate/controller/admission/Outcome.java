package dev.tidegate.controller.admission;

import java.util.Locale;

/// What became of a request to the webhook.
public enum Outcome {
    ALLOWED,
    DENIED,
    /// No question that can be answered: a wrong path or type, a body that is too large or too slow or malformed.
    REFUSED,
    /// Nothing has been compiled yet, so nothing is known to decide by.
    NOT_READY,
    /// A fault of our own.
    FAILED;

    /// As metrics name it.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
