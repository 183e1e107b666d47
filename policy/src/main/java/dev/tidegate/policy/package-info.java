/// NetworkPolicy, understood: from policies, a source, a pod and a port to a verdict with the clause that decided,
/// and for a denial the smallest policy that would allow it.
///
/// Pure, and at home nowhere else: no fabric8 type, no socket, no clock. Three rooms, in reading order: `traffic`, what
/// connects to what; `rule`, what policies say; `verdict`, what comes of it.
@NullMarked
package dev.tidegate.policy;

import org.jspecify.annotations.NullMarked;
