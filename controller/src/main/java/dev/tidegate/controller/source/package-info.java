/// Where objects come from: a folder of manifests, or a cluster's API server. Both yield the same [Snapshot], and
/// nothing beyond this package can tell them apart.
///
/// Read [Source] first, then the folder (`source.folder`, which reads its files by `source.manifest`) and the cluster
/// (`source.cluster`). A source that cannot be had as it was asked for is a [SourceRefused].
@NullMarked
package dev.tidegate.controller.source;

import dev.tidegate.controller.snapshot.Snapshot;
import org.jspecify.annotations.NullMarked;
