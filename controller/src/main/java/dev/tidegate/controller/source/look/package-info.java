/// One look at a cluster or a folder of manifests, for those who ask once: what is wrong around Tidegate, and which
/// network plug-in runs. Each thing that may not be read is missing by itself, and said.
///
/// Reading order: [Sight], what was seen; [ClusterSight] and [FolderSight], how; [ClusterEvidence], the part of it that
/// tells of the network; [EnforcementWatch], that part again and again.
@NullMarked
package dev.tidegate.controller.source.look;

import org.jspecify.annotations.NullMarked;
