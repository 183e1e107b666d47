package dev.tidegate.controller.explain;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.gateway.table.ResourceRef;
import org.jspecify.annotations.Nullable;

/// Why the answer is what it is, where that is perhaps not what was meant: the object and the field to blame, and in
/// words the value and what was expected. `object` is absent where no object says anything.
///
/// `reason` is that of a diagnostic, or one of [CauseReason].
public record Cause(String reason, @Nullable ResourceRef object, String field, String message) {

    public Cause {
        requireNonNull(reason);
        requireNonNull(field);
        requireNonNull(message);
    }

    static Cause of(CauseReason reason, @Nullable ResourceRef object, String field, String message) {
        return new Cause(reason.camelCase(), object, field, message);
    }

    static Cause of(Diagnostic diagnostic) {
        return new Cause(
                diagnostic.reason().camelCase(), diagnostic.source(), diagnostic.field(), diagnostic.message());
    }
}
