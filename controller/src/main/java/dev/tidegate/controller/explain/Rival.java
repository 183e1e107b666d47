package dev.tidegate.controller.explain;

import static java.util.Objects.requireNonNull;

import dev.tidegate.gateway.table.ResourceRef;
import org.jspecify.annotations.Nullable;

/// A host or path that was not chosen, who asked for it (absent: several objects), and why it lost.
public record Rival(String what, @Nullable ResourceRef source, String field, String why) {
    public Rival {
        requireNonNull(what);
        requireNonNull(field);
        requireNonNull(why);
    }
}
