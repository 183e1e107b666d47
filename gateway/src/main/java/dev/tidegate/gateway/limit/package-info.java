/// How much of the gateway one client may have.
@NullMarked
package dev.tidegate.gateway.limit;

import org.jspecify.annotations.NullMarked;
