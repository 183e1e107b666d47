/// What policies say, as plain values: [NetworkPolicy] of one namespace and [ClusterPolicy] of all, each a list of
/// rules of [PeerClause] and [PortClause]. A clause knows whether it matches; who asks which rules, and in which order,
/// is not known here.
///
/// A clause that could not be read stands in its place as one that matches nothing, so that a fault never opens what
/// its author meant to close.
@NullMarked
package dev.tidegate.policy.rule;

import org.jspecify.annotations.NullMarked;
