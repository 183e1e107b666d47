package dev.tidegate.controller.explain;

import static java.util.Objects.requireNonNull;

/// A host or path that was not chosen, where it comes from (empty: several objects), and why it lost.
public record Rival(String what, String source, String why) {
    public Rival {
        requireNonNull(what);
        requireNonNull(source);
        requireNonNull(why);
    }
}
