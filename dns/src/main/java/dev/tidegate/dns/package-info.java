/// Names for the exposed hosts: from the routing table's hosts to the records wanted (pure), the publishers that
/// bring them about (RFC 2136, DNSEndpoint), the authoritative responder, and the resolution of names that backends
/// have.
///
/// The responder is in `respond`, what it knows and says in `zone`, and the names that Kubernetes gives in `cluster`.
///
/// The resolution lives in `resolve`; nothing of the records and publishers yet.
@NullMarked
package dev.tidegate.dns;

import org.jspecify.annotations.NullMarked;
