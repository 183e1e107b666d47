package dev.tidegate.gateway.exchange;

import dev.tidegate.gateway.failure.ProxyFailure;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.upstream.Resend;
import dev.tidegate.gateway.upstream.UpstreamListener;
import dev.tidegate.gateway.upstream.UpstreamStream;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.vertx.core.MultiMap;
import org.jspecify.annotations.Nullable;

/// One try of an exchange at one endpoint: hears what the endpoint does and tells the exchange, until the exchange
/// lets go.
///
/// What comes after that, a connection that was made too late for instance, is given back or thrown away.
final class Attempt implements UpstreamListener {

    private final Exchange exchange;
    private final Endpoint endpoint;
    private final long startedNs = System.nanoTime();
    private @Nullable UpstreamStream stream;
    private long activeNs = startedNs;
    private boolean over;

    Attempt(Exchange exchange, Endpoint endpoint) {
        this.exchange = exchange;
        this.endpoint = endpoint;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    long startedNs() {
        return startedNs;
    }

    /// When the endpoint last took or gave something.
    long activeNs() {
        return activeNs;
    }

    void touch() {
        activeNs = System.nanoTime();
    }

    /// Null until a connection is there.
    @Nullable
    UpstreamStream stream() {
        return stream;
    }

    /// Lets go: the endpoint learns that nobody waits for it.
    void abandon() {
        if (!over) {
            over = true;
            if (stream != null) {
                stream.cancel();
            }
        }
    }

    @Override
    public void ready(UpstreamStream ready) {
        if (over) {
            ready.release();
            return;
        }
        stream = ready;
        touch();
        exchange.connected(this, ready);
    }

    @Override
    public void informed(int status, MultiMap headers) {
        if (!over) {
            touch();
            exchange.informed(status, headers);
        }
    }

    @Override
    public void answered(int status, String phrase, MultiMap headers) {
        if (!over) {
            touch();
            exchange.answered(status, phrase, headers);
        }
    }

    @Override
    public void received(ByteBuf chunk) {
        if (over) {
            chunk.release();
            return;
        }
        touch();
        exchange.received(chunk);
    }

    @Override
    public void paused() {
        if (!over) {
            exchange.upstreamPaused();
        }
    }

    @Override
    public void ended(@Nullable MultiMap trailers) {
        if (!over) {
            over = true;
            exchange.upstreamEnded(trailers);
        }
    }

    @Override
    public void switched(MultiMap headers, Channel channel) {
        if (over) {
            channel.close();
            return;
        }
        over = true;
        exchange.switched(headers, channel);
    }

    @Override
    public void writable() {
        if (!over) {
            touch();
            exchange.upstreamWritable();
        }
    }

    @Override
    public void failed(ProxyFailure failure, Resend resend) {
        if (!over) {
            over = true;
            exchange.attemptFailed(failure, resend);
        }
    }
}
