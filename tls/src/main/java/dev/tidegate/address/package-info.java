/// IP addresses and ranges of them, as values and as text, without ever asking a name server.
///
/// They stand in the lowest module because the gateway, the policies and the controller all speak of them. Reading
/// order: [AddressLiteral], [IpAddress], [Cidr].
@NullMarked
package dev.tidegate.address;

import org.jspecify.annotations.NullMarked;
