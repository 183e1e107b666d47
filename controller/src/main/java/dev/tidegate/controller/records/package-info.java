/// DNS records of what is served.
///
/// Reading order: [HostClaims] makes claims to names of the Ingresses that are served, and tells which names were seen
/// deleted; [DesiredRecords] derives from them what ought to stand in the zones, and hands it to each [RecordOutlet].
/// [RecordPublishing] is one: while this replica leads, it goes round after round as its [PublishPace] says, and tells
/// by [PublishState] how that stands.
@NullMarked
package dev.tidegate.controller.records;

import org.jspecify.annotations.NullMarked;
