/// Names for the exposed hosts: from the routing table's hosts to the records wanted (pure), the publishers that
/// bring them about (RFC 2136, DNSEndpoint), the authoritative responder, and the resolution of names that backends
/// have.
///
/// Reading order: `record` says what is wanted, `ownership` whose a record is, `plan` what is to be done in the zones,
/// `publish` sees to it, and `rfc2136` does it on a name server. The responder is in `respond`, what it knows and
/// says in `zone`, and the names that Kubernetes gives in `cluster`. The resolution of names of backends lives in
/// `resolve`.
@NullMarked
package dev.tidegate.dns;

import org.jspecify.annotations.NullMarked;
