/// The admin listener: is it alive, is it ready, and what does it count. On a port and an event loop of its own, so a
/// scrape never waits for traffic and traffic never waits for a scrape.
///
/// Reading order: [AdminListener], [Health], then the metrics: [RequestMetrics], [ConnectionMetrics], [TableMetrics],
/// [ControlMetrics].
@NullMarked
package dev.tidegate.controller.admin;

import org.jspecify.annotations.NullMarked;
