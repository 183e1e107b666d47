/// What becomes of a request before a backend is asked: the policies of its host and route, in the order in which
/// ingress-nginx applies them. Pure: what was asked goes in, an answer or none comes out.
///
/// Reading order: [RequestFacts], [Decision] (the order), [OwnAnswer].
@NullMarked
package dev.tidegate.gateway.decide;

import org.jspecify.annotations.NullMarked;
