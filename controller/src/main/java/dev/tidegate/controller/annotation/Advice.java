package dev.tidegate.controller.annotation;

import static java.util.Objects.requireNonNull;

/// Why a name is not honoured, and what to say instead: two parts of one sentence, neither of them empty.
record Advice(String why, String instead) {
    Advice {
        requireNonNull(why);
        requireNonNull(instead);
        if (why.isBlank() || instead.isBlank()) {
            throw new IllegalArgumentException("advice: " + why + " | " + instead + " (expected: both parts)");
        }
    }
}
