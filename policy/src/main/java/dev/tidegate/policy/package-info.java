/// NetworkPolicy, understood: from policies, a source, a pod and a port to a verdict with the clause that decided,
/// and for a denial the smallest policy that would allow it.
///
/// Pure, and at home nowhere else: no fabric8 type, no socket, no clock. Nothing lives here yet.
@NullMarked
package dev.tidegate.policy;

import org.jspecify.annotations.NullMarked;
