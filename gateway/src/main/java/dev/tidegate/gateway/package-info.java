/// The data plane. It serves the one [ActiveTable] and knows nothing of where tables come from.
///
/// Reading order: [Gateway], [ActiveTable], then the packages `table` (what is decided), `listen` (sockets and TLS),
/// `exchange` (the request journey), `balance` (which backend and endpoint), `upstream` (connections to endpoints),
/// `failure` and `observe`.
@NullMarked
package dev.tidegate.gateway;

import org.jspecify.annotations.NullMarked;
