package dev.tidegate.controller.source.cluster;

import io.fabric8.kubernetes.api.model.Secret;

/// One line of a watch of Secrets. `version`: from where a later watch would go on.
///
/// Source: Kubernetes API concepts, "Efficient detection of changes", "Watch bookmarks", "Streaming lists".
sealed interface SecretEvent {

    /// It is there, as it stands now.
    record Present(Secret secret, String version) implements SecretEvent {}

    record Deleted(String version) implements SecretEvent {}

    /// Nothing happened up to `version`.
    record Bookmark(String version) implements SecretEvent {}

    /// The server gives up on this watch.
    record Failed(Setback setback) implements SecretEvent {}
}
