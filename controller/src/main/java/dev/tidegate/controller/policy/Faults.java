package dev.tidegate.controller.policy;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.gateway.table.ResourceRef;
import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong with one object while it is read; the first fault never hides the rest.
final class Faults {

    private static final int LONGEST_VALUE = 60;

    private final ResourceRef owner;
    private final List<Diagnostic> found = new ArrayList<>();

    Faults(ResourceRef owner) {
        this.owner = owner;
    }

    List<Diagnostic> found() {
        return List.copyOf(found);
    }

    /// Returns the message, for the value that stands in the clause's place.
    String add(String field, Object value, String expected) {
        return add(field, told(value) + " (expected: " + expected + ")");
    }

    String missing(String field, String expected) {
        return add(field, "missing (expected: " + expected + ")");
    }

    String add(String field, String message) {
        found.add(Diagnostic.error(owner, field, DiagnosticReason.INVALID_FIELD, message));
        return message;
    }

    private static String told(Object value) {
        String text = value instanceof String it ? "\"" + it + "\"" : String.valueOf(value);
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }
}
