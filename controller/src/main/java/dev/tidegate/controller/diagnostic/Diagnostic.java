package dev.tidegate.controller.diagnostic;

import static java.util.Objects.requireNonNull;

import dev.tidegate.gateway.table.ResourceRef;
import java.util.Comparator;
import java.util.Locale;

/// One thing that is wrong, with its owner.
///
/// `field`: the path of the field to blame, as `spec.rules[0].host`; empty if it is the object as a whole. `message`
/// names the value and what was expected, `port: 70000 (expected: 1 to 65535)`, and never holds a secret; both are made
/// [fit for one line][OneLine], for much in them was written by whoever wrote the object. Ordered by object, field,
/// reason and message, so that a list of them is the same however the objects arrived.
public record Diagnostic(Severity severity, ResourceRef source, String field, DiagnosticReason reason, String message)
        implements Comparable<Diagnostic> {

    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(Diagnostic::source)
            .thenComparing(Diagnostic::field)
            .thenComparing(Diagnostic::reason)
            .thenComparing(Diagnostic::message);

    public Diagnostic {
        requireNonNull(severity);
        requireNonNull(source);
        field = OneLine.of(field);
        requireNonNull(reason);
        message = OneLine.of(message);
    }

    public static Diagnostic error(ResourceRef source, String field, DiagnosticReason reason, String message) {
        return new Diagnostic(Severity.ERROR, source, field, reason, message);
    }

    public static Diagnostic warning(ResourceRef source, String field, DiagnosticReason reason, String message) {
        return new Diagnostic(Severity.WARNING, source, field, reason, message);
    }

    /// `error Ingress default/web spec.rules[0].host: … (InvalidField)`
    public String text() {
        String where = field.isEmpty() ? "" : " " + field;
        return severity.name().toLowerCase(Locale.ROOT) + " " + source.kind() + " " + source.path() + where + ": "
                + message + " (" + reason.camelCase() + ")";
    }

    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }
}
