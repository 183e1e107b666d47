/// Where objects come from: a folder of manifests, or a cluster's API server. Both yield the same [Snapshot], and
/// nothing beyond this package can tell them apart.
@NullMarked
package dev.tidegate.controller.source;

import dev.tidegate.controller.snapshot.Snapshot;
import org.jspecify.annotations.NullMarked;
