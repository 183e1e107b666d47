/// Sockets: one verticle an event loop, two listeners each, TLS from the published certificates.
@NullMarked
package dev.tidegate.gateway.listen;

import org.jspecify.annotations.NullMarked;
