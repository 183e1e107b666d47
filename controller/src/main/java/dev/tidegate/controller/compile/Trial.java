package dev.tidegate.controller.compile;

import dev.tidegate.controller.diagnostic.Diagnostic;
import java.util.List;

/// What would become of an Ingress if it were stored now.
///
/// `ours`: is it of a class of ours? All else is empty if not. `own`: what is wrong with it, whatever else there is.
/// `conflicts`: paths that others hold, or that it asks for twice. `missing`: what it names and is not there, which
/// may yet come.
public record Trial(boolean ours, List<Diagnostic> own, List<PathConflict> conflicts, List<Diagnostic> missing) {

    static final Trial OF_ANOTHER_CLASS = new Trial(false, List.of(), List.of(), List.of());

    public Trial {
        own = List.copyOf(own);
        conflicts = List.copyOf(conflicts);
        missing = List.copyOf(missing);
    }
}
