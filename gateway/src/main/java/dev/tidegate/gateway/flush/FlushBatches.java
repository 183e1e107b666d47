package dev.tidegate.gateway.flush;

import io.netty.channel.Channel;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.vertx.core.http.HttpClientConnection;
import io.vertx.core.http.impl.HttpClientConnectionInternal;
import io.vertx.core.http.impl.UnpooledHttpClientConnection;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// Has the frames of many streams leave an HTTP/2 connection together.
///
/// Vert.x flushes a connection at each frame that is written while nothing is read from it, and a proxy writes to one
/// connection while it reads from another: a gRPC call was three system calls to its endpoint, and two with a TLS
/// record each to its client. Batched, it is one for all that was written in a turn of the event loop. Nothing waits
/// for more to come: the flush runs before the loop looks for new events.
///
/// The connection's HTTP/2 handler must be in place: flushes are held where they come from, so that its flow
/// controller and TLS see as few of them as the socket. Threads: the connection's event loop.
public final class FlushBatches {

    private static final int AT_MOST = 256;
    private static final VarHandle ACTUAL = actual();

    private FlushBatches() {}

    /// Of a connection that was accepted.
    public static void of(Channel channel) {
        channel.pipeline().addLast("flushes", new FlushConsolidationHandler(AT_MOST, true));
    }

    /// Of a connection that was opened.
    public static void of(HttpClientConnection connection) {
        HttpClientConnectionInternal actual = (HttpClientConnectionInternal) ACTUAL.get(connection);
        of(actual.channelHandlerContext().channel());
    }

    /// Vert.x shows the channel of an accepted connection, and hides that of an opened one.
    private static VarHandle actual() {
        Class<?> shown = UnpooledHttpClientConnection.class;
        try {
            return MethodHandles.privateLookupIn(shown, MethodHandles.lookup())
                    .findVarHandle(shown, "actual", HttpClientConnectionInternal.class);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("another Vert.x than the one this was written for", changed);
        }
    }
}
