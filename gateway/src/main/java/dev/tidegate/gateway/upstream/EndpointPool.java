package dev.tidegate.gateway.upstream;

import dev.tidegate.gateway.table.Endpoint;
import java.time.Duration;

/// The connections of one event loop to one endpoint of one backend.
///
/// Threads: that event loop.
public interface EndpointPool {

    Endpoint endpoint();

    /// The endpoint as logs name it. Every request asks, so it is made once.
    String name();

    /// Calls `listener.ready` with a stream, at once or later, or `listener.failed`. A listener that lost interest
    /// meanwhile gives the stream back with [UpstreamStream#release].
    void open(UpstreamListener listener, Duration connectTimeout);

    /// As [#open], and passes over kept connections, for one of them has just turned out to be dead.
    void openNew(UpstreamListener listener, Duration connectTimeout);

    /// Closes what has been idle for too long. Called now and then.
    void sweep(long nowNs);

    /// The endpoint has left the table: idle connections close now, busy ones when their requests are done.
    void retire();
}
