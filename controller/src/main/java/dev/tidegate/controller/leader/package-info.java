/// Which of several replicas may write to the cluster: the holder of a Lease. Requests are served by all of them.
///
/// Reading order: [Leadership], [Election], [Observation], [LeaderElector].
@NullMarked
package dev.tidegate.controller.leader;

import org.jspecify.annotations.NullMarked;
