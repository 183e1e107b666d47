/// What connects to what: plain values, independent of any policy. Reading order: [Connection], [Party], [Pod].
@NullMarked
package dev.tidegate.policy.traffic;

import org.jspecify.annotations.NullMarked;
