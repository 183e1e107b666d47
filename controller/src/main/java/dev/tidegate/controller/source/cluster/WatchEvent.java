package dev.tidegate.controller.source.cluster;

import dev.tidegate.controller.snapshot.ObjectKey;

/// One line of a watch. `version`: from where a later watch would go on.
///
/// Source: Kubernetes API concepts, "Efficient detection of changes", "Watch bookmarks", "Streaming lists".
sealed interface WatchEvent<T> {

    /// It is there, as it stands now.
    record Present<T>(ObjectKey key, T object, String version) implements WatchEvent<T> {}

    record Deleted<T>(ObjectKey key, String version) implements WatchEvent<T> {}

    /// Nothing happened up to `version`.
    record Bookmark<T>(String version) implements WatchEvent<T> {}

    /// The server gives up on this watch.
    record Failed<T>(Setback setback) implements WatchEvent<T> {}
}
