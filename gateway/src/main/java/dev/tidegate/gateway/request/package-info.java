/// A request's head, understood in one way or not at all: fields, target, host, and where it came from.
///
/// Reading order: [RequestHead], [RequestFields], [RequestTarget], [ClientOrigin].
@NullMarked
package dev.tidegate.gateway.request;

import org.jspecify.annotations.NullMarked;
