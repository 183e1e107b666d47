/// Live connections to endpoints, confined to one event loop: opened, lent to one request (or to many, where the
/// protocol multiplexes), kept, and let go.
///
/// Reading order: [UpstreamStream] and [UpstreamListener] (one request's view), [Upstreams] (the loop's directory),
/// [EndpointPool], then [Http1Connection] and [Http2Pool].
@NullMarked
package dev.tidegate.gateway.upstream;

import org.jspecify.annotations.NullMarked;
