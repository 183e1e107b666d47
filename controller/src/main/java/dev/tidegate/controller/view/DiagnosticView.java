package dev.tidegate.controller.view;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.gateway.table.ResourceRef;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One thing that is wrong. `message` names the value and what was expected; `file`: where the object stands, as
/// `shop.yaml:14:1`, where it comes from a file.
public record DiagnosticView(
        String severity,
        String reason,
        ResourceRef object,
        String field,
        String message,
        @Nullable String file) {

    public DiagnosticView {
        requireNonNull(severity);
        requireNonNull(reason);
        requireNonNull(object);
        requireNonNull(field);
        requireNonNull(message);
    }

    public static DiagnosticView of(Diagnostic diagnostic, Optional<String> file) {
        return new DiagnosticView(
                diagnostic.severity().name().toLowerCase(Locale.ROOT),
                diagnostic.reason().camelCase(),
                diagnostic.source(),
                diagnostic.field(),
                diagnostic.message(),
                file.orElse(null));
    }
}
