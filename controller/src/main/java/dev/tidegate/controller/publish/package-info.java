/// From "look again" to a table that everybody reads: one loop that settles, compiles, publishes and tells.
///
/// Reading order: [ControlLoop], [Publisher], [TableSubscriber], [DiagnosticLog].
@NullMarked
package dev.tidegate.controller.publish;

import org.jspecify.annotations.NullMarked;
