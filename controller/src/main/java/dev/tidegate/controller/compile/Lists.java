package dev.tidegate.controller.compile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Kubernetes says "none" in two ways, and a manifest in three.
final class Lists {

    private Lists() {}

    static <T> List<T> of(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
