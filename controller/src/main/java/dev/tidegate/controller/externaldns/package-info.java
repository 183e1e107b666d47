/// Records as objects, for those who keep external-dns: one DNSEndpoint a name, of which external-dns makes records.
///
/// Reading order: [DnsEndpointRecords] is the store that a publisher works on, [KeptName] what one object says, and
/// [ObjectName] what it is called.
@NullMarked
package dev.tidegate.controller.externaldns;

import org.jspecify.annotations.NullMarked;
