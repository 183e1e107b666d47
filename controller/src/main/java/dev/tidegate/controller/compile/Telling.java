package dev.tidegate.controller.compile;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.List;

/// What a compilation says differently from the one before. Each pass knows what it said of a part the last time, so
/// nothing that did not change is said again, or looked at. Threads: one.
final class Telling {

    private final List<Diagnostic> gone = new ArrayList<>();
    private final List<Diagnostic> come = new ArrayList<>();

    void instead(List<Diagnostic> before, List<Diagnostic> now) {
        if (!before.equals(now)) {
            gone.addAll(before);
            come.addAll(now);
        }
    }

    void also(Diagnostics.Changes changes) {
        gone.addAll(changes.resolved());
        come.addAll(changes.appeared());
    }

    Diagnostics after(Diagnostics before) {
        return before.after(gone, come);
    }
}
