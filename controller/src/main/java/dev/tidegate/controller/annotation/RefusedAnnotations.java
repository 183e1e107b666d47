package dev.tidegate.controller.annotation;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/// How many objects set which annotation that is refused.
public final class RefusedAnnotations {

    private static final String FIELD = "metadata.annotations[";

    /// Names are users' to choose; only those that are known are told one by one.
    private static final String OTHER = "other";

    private RefusedAnnotations() {}

    /// Shape: what is wrong → without prefix, the known names among the refused ones, each with how often it is, and
    /// all others as `other`. Bounded by the names that are known.
    public static SortedMap<String, Integer> byName(Collection<Diagnostic> diagnostics) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.reason() == DiagnosticReason.UNSUPPORTED_ANNOTATION
                    && diagnostic.field().startsWith(FIELD)) {
                counts.merge(name(diagnostic.field()), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static String name(String field) {
        String name = field.substring(field.lastIndexOf('/') + 1, field.length() - 1);
        return KnownNames.ANNOTATIONS.names().contains(name) ? name : OTHER;
    }
}
