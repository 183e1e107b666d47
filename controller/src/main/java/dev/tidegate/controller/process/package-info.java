/// One controller as it runs: the rooms put together, begun in order and ended in order.
///
/// Reading order: [ControllerOptions], [RunningController], [StopSignal].
@NullMarked
package dev.tidegate.controller.process;

import org.jspecify.annotations.NullMarked;
