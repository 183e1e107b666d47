/// The addresses at which Ingresses are served, written into their status: by the leader only, and only once the
/// table that serves them is live.
///
/// Reading order: [StatusAddress], [AddressSource] and its three kinds, [PublishedAddresses], [StatusPlan],
/// [StatusWrite], [IngressStatus].
@NullMarked
package dev.tidegate.controller.status;

import org.jspecify.annotations.NullMarked;
