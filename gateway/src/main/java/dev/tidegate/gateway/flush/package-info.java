/// Frames of many HTTP/2 streams in one write: [FlushBatches].
@NullMarked
package dev.tidegate.gateway.flush;

import org.jspecify.annotations.NullMarked;
