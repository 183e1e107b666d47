/// The request journey: accept → match → policies → pick → proxy → log, on one event loop from the first byte to the
/// last.
///
/// Reading order: [ExchangeHandler], [Exchange] (the journey), [Attempt] (one try at one endpoint), then what they
/// ask: [ForwardedRequest], [ResponseFields], [Tunnel], and [ExchangeLoop], which holds what belongs to the loop. How a
/// request is understood and what its policies say of it are rooms of their own, `request` and `decide`.
@NullMarked
package dev.tidegate.gateway.exchange;

import org.jspecify.annotations.NullMarked;
