/// Which endpoint, and which backend, a request goes to: pure decisions over plain values.
///
/// Reading order: [RequestView] is what is asked of a request, [HashKey] what it comes to, [HashedEndpoints] where
/// that leads; [Latencies] knows which endpoint is the quickest; [Session] is what a client's cookie holds.
/// [Destination] decides between a backend and its canary.
@NullMarked
package dev.tidegate.gateway.balance;

import org.jspecify.annotations.NullMarked;
