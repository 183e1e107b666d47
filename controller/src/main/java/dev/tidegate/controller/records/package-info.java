/// DNS records of what is served.
///
/// Reading order: [HostClaims] makes claims to names of the Ingresses that are served, and tells which names were seen
/// deleted; [DesiredRecords] derives from them what ought to stand in the zones, and hands it to each [RecordOutlet].
@NullMarked
package dev.tidegate.controller.records;

import org.jspecify.annotations.NullMarked;
