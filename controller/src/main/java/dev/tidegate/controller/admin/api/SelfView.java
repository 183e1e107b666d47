package dev.tidegate.controller.admin.api;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.view.TableView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `/api`: who answers, which table it serves (absent before the first), and what else may be asked.
record SelfView(
        String pod, String version, String build, @Nullable TableView table, List<String> paths) {
    SelfView {
        requireNonNull(pod);
        requireNonNull(version);
        requireNonNull(build);
        paths = paths == null ? List.of() : List.copyOf(paths);
    }
}
