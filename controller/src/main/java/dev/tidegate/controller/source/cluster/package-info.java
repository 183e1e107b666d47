/// The source that is a cluster: an API server, listed and watched.
///
/// Read [ClusterConnection] first (how an API server is reached), then [ClusterSource] (what is watched, and when a
/// snapshot is made), then [WatchedObjects] and [NamedSecrets].
@NullMarked
package dev.tidegate.controller.source.cluster;

import org.jspecify.annotations.NullMarked;
