/// Records on name servers that take dynamic updates (RFC 2136): BIND, Knot, PowerDNS and others.
///
/// Reading order: [NameServerRecords] reads a [NameServer]'s zones ([ZoneReader]) and changes them, each name by one
/// [Transaction]. A [Conversation] signs questions with a [TsigKey], believes what is signed, and tells why a server
/// did not do as it was asked.
@NullMarked
package dev.tidegate.dns.rfc2136;

import org.jspecify.annotations.NullMarked;
