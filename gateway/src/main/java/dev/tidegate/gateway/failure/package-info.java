/// What can go wrong with a request, as a value with a reason, and the one place that answers it.
@NullMarked
package dev.tidegate.gateway.failure;

import org.jspecify.annotations.NullMarked;
