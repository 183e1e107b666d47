package dev.tidegate.controller.annotation;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/// What becomes of one annotation of one object, beside ingress-nginx. `name`: without prefix. `value`: as
/// much of it as fits a line. `how`: what differs, or why it is refused and what to say instead; empty if it is
/// the same.
public record AnnotationVerdict(String name, String value, Outcome outcome, String how) {

    /// The worst last.
    public enum Outcome {
        SAME,
        DIFFERS,
        REFUSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public AnnotationVerdict {
        requireNonNull(name);
        requireNonNull(value);
        requireNonNull(outcome);
        requireNonNull(how);
    }
}
