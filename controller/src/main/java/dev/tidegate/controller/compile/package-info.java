/// From a snapshot to a routing table and diagnostics: pure, total, and the same whatever order objects arrive in.
@NullMarked
package dev.tidegate.controller.compile;

import org.jspecify.annotations.NullMarked;
