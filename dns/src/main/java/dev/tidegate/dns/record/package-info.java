/// The records that ought to be: from claims to names, and the gateway's published addresses, to A, AAAA and CNAME.
/// Pure; it knows neither Kubernetes nor a server.
///
/// Reading order: a [Claim] is one object's, with the [Wishes] that [AnnotatedWishes] reads as external-dns does;
/// [WantedRecords] makes of all claims, within the [Zones], what is to stand at each name ([WantedName]), and says of
/// the rest why not ([Refusal]).
@NullMarked
package dev.tidegate.dns.record;

import org.jspecify.annotations.NullMarked;
