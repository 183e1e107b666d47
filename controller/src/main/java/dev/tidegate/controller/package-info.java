/// The roof: from Kubernetes objects to a running gateway.
///
/// Reading order: `cli` (what can be asked of the program), `process` (how the rooms are put together), `source`,
/// `snapshot`, `compile`, `publish` (the journey of configuration), `admin` (what is told of it).
@NullMarked
package dev.tidegate.controller;

import org.jspecify.annotations.NullMarked;
