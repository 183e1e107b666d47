package dev.tidegate.gateway.upstream;

import dev.tidegate.gateway.table.Endpoint;
import io.netty.buffer.ByteBuf;

/// One request's hold on an upstream connection. Threads: the event loop of the connection.
public interface UpstreamStream {

    Endpoint endpoint();

    void send(UpstreamRequest request);

    /// Takes the buffer over.
    void write(ByteBuf chunk);

    /// The request's body is complete.
    void finish();

    boolean isWritable();

    /// Stop and go on reading the response.
    void pause();

    void resume();

    /// Gives a stream back on which nothing was sent.
    void release();

    /// Gives the request up: the endpoint learns of it, and the listener hears nothing more.
    void cancel();
}
