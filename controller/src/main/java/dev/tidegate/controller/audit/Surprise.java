package dev.tidegate.controller.audit;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// A behaviour of ingress-nginx that surprises, and that this estate relies on. `id`: stays. `behaviour`: in a
/// sentence. `check`: what to try or to write. `where`: which objects rely on it, in order; never empty.
public record Surprise(String id, String behaviour, String check, List<String> where) {
    public Surprise {
        requireNonNull(id);
        requireNonNull(behaviour);
        requireNonNull(check);
        where = List.copyOf(where);
        if (where.isEmpty()) {
            throw new IllegalArgumentException(id + ": nobody relies on it");
        }
    }
}
