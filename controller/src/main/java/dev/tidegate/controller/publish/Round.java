package dev.tidegate.controller.publish;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.snapshot.Snapshot;

/// One round of the control loop: what was known, and what became of it. `number` counts from 1.
public record Round(long number, Snapshot snapshot, Compilation compilation) {
    public Round {
        requireNonNull(snapshot);
        requireNonNull(compilation);
    }
}
