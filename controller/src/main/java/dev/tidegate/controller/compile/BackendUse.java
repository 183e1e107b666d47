package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

/// That a field, `spec.rules[0].http.paths[1].backend`, names a backend: where to complain when it cannot be had.
record BackendUse(BackendRef backend, String field) {
    BackendUse {
        requireNonNull(backend);
        requireNonNull(field);
    }
}
