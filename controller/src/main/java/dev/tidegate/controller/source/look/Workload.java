package dev.tidegate.controller.source.look;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.cni.Daemon.Program;
import dev.tidegate.controller.snapshot.ObjectKey;
import java.util.List;

/// What runs pods: a Deployment or a DaemonSet.
public record Workload(String kind, ObjectKey key, List<Program> programs) {
    public Workload {
        requireNonNull(kind);
        requireNonNull(key);
        programs = List.copyOf(programs);
    }

    public String text() {
        return kind + " " + key.path();
    }
}
