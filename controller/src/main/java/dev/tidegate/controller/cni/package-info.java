/// Which network plug-in a cluster runs, and whether it enforces NetworkPolicy: by what its nodes, DaemonSets and API
/// say, as no API of Kubernetes tells it. Pure.
///
/// Reading order: [Evidence], what was seen; [KnownPlugins], what each plug-in looks like; [NetworkPlugin], the answer.
@NullMarked
package dev.tidegate.controller.cni;

import org.jspecify.annotations.NullMarked;
