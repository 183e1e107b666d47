/// What a gateway needs to serve itself requests before its first client's: an endpoint and callers, all of them on
/// loopback. [dev.tidegate.gateway.WarmUp] puts them together.
@NullMarked
package dev.tidegate.gateway.warmup;

import org.jspecify.annotations.NullMarked;
