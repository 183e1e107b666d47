/// The routing table: plain immutable values and the pure `match` over them.
///
/// Reading order: [RoutingTable], [HostIndex], [VirtualHost], [PathIndex], [Route], [Backend]; then [RequestPath],
/// which says what "the path" of a request is, and [TextTable], by which hosts and paths are found. This package
/// imports `java.*` and the regular expressions of RE2/J only, and holds no closure, client or socket, so a table
/// can be compared, printed, written to bytes and read by threads that never met its author.
@NullMarked
package dev.tidegate.gateway.table;

import org.jspecify.annotations.NullMarked;
