/// What the gateway tells of its work, at next to no cost on the request path: one record a request into a queue,
/// plain counters confined to their event loop. Formatting and adding up happen elsewhere.
@NullMarked
package dev.tidegate.gateway.observe;

import org.jspecify.annotations.NullMarked;
