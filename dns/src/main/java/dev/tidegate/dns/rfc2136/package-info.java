/// The publisher for name servers that take dynamic updates (RFC 2136): BIND, Knot, PowerDNS and others.
///
/// Reading order: a [Publisher] makes a [Round] of reading ([ZoneReader]), planning and changing; each change is one
/// [Transaction], and has one [Outcome]. A [Conversation] signs questions with a [TsigKey], believes what is signed,
/// and tells by [Fault] why a [NameServer] did not do as it was asked.
@NullMarked
package dev.tidegate.dns.rfc2136;

import org.jspecify.annotations.NullMarked;
