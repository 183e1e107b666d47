/// What is wrong with objects, written beside them as Kubernetes Events: by the leader only, on transitions, and
/// never as a storm.
///
/// Reading order: [ObjectEvent], [EventQueue], [EventWriter], [EventRecorder].
@NullMarked
package dev.tidegate.controller.event;

import org.jspecify.annotations.NullMarked;
