package dev.tidegate.controller.admission;

import java.util.List;

/// What is answered: stored it may be if nothing is in `denials`. `warnings` are shown to whoever writes, either way.
///
/// Each is one line, and names field, value and what was expected.
public record Verdict(List<String> denials, List<String> warnings) {

    static final Verdict NOTHING_TO_SAY = new Verdict(List.of(), List.of());

    public Verdict {
        denials = List.copyOf(denials);
        warnings = List.copyOf(warnings);
    }

    public boolean allowed() {
        return denials.isEmpty();
    }
}
