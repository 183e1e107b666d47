/// What a controller owes to its cluster, besides serving it: one of the replicas leads, and writes status and
/// Events.
///
/// Reading order: [DutyOptions], [OwnPod], [ClusterDuties].
@NullMarked
package dev.tidegate.controller.duty;

import org.jspecify.annotations.NullMarked;
