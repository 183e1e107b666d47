package dev.tidegate.gateway.upstream;

import dev.tidegate.gateway.failure.ProxyFailure;
import dev.tidegate.gateway.flush.FlushBatches;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.Reason;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientConnection;
import io.vertx.core.http.HttpConnectOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/// HTTP/2 connections to one endpoint. Requests share a connection up to a limit; another is opened when all are
/// full. While one is being opened, requests wait for it rather than open one each.
final class Http2Pool implements EndpointPool {

    private final HttpClientAgent client;
    private final UpstreamOptions options;
    private final UpstreamCounters counters;
    private final Endpoint endpoint;
    private final String name;
    private final HttpConnectOptions address;
    private final List<Shared> open = new ArrayList<>();
    private final Queue<UpstreamListener> waiting = new ArrayDeque<>();
    private boolean connecting;
    private boolean retired;

    Http2Pool(HttpClientAgent client, UpstreamOptions options, UpstreamCounters counters, Endpoint endpoint) {
        this.client = client;
        this.options = options;
        this.counters = counters;
        this.endpoint = endpoint;
        this.name = endpoint.text();
        this.address = new HttpConnectOptions()
                .setServer(SocketAddress.inetSocketAddress(endpoint.port(), endpoint.address()))
                .setHost(endpoint.address())
                .setPort(endpoint.port());
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public String name() {
        return name;
    }

    /// The connect timeout is the client's own; a shorter one is the caller's to keep.
    @Override
    public void open(UpstreamListener listener, Duration connectTimeout) {
        for (Shared shared : open) {
            if (shared.hasRoom()) {
                counters.reused();
                lend(shared, listener);
                return;
            }
        }
        waiting.add(listener);
        if (!connecting) {
            connect();
        }
    }

    /// The connection that broke has been left already, and all that were on it with it.
    @Override
    public void openNew(UpstreamListener listener, Duration connectTimeout) {
        open(listener, connectTimeout);
    }

    private void connect() {
        connecting = true;
        client.connect(address).onComplete(done -> {
            connecting = false;
            if (done.succeeded()) {
                connected(done.result());
            } else {
                refuseAll(done.cause());
            }
        });
    }

    private void connected(HttpClientConnection connection) {
        counters.opened();
        FlushBatches.of(connection);
        Shared shared = new Shared(connection);
        open.add(shared);
        connection.closeHandler(_ -> {
            open.remove(shared);
            counters.closed();
        });
        connection.goAwayHandler(_ -> leave(shared));
        while (shared.hasRoom() && !waiting.isEmpty()) {
            lend(shared, waiting.remove());
        }
        if (!waiting.isEmpty()) {
            connect();
        }
        if (retired && shared.streams == 0) {
            connection.close(); // those who waited for it have gone, and nobody else will come
        }
    }

    private void refuseAll(Throwable cause) {
        boolean timeout = cause instanceof ConnectException
                && String.valueOf(cause.getMessage()).contains("timed out");
        ProxyFailure failure = timeout
                ? ProxyFailure.of(Reason.CONNECT_TIMEOUT, name + " did not accept a connection in time")
                : ProxyFailure.of(Reason.CONNECT_FAILED, name + " refused an HTTP/2 connection");
        List<UpstreamListener> refused = new ArrayList<>(waiting);
        waiting.clear();
        refused.forEach(listener -> listener.failed(failure, Resend.ALWAYS));
    }

    private void lend(Shared shared, UpstreamListener listener) {
        shared.streams++;
        shared.connection.request(new RequestOptions()).onComplete(done -> {
            if (done.succeeded()) {
                listener.ready(new Http2Stream(this, shared, done.result(), listener));
            } else {
                shared.streams--;
                listener.failed(ProxyFailure.of(Reason.CONNECT_FAILED, name + " takes no more streams"), Resend.ALWAYS);
            }
        });
    }

    /// The connection is about to go, or gone: no more requests for it, and it closes after those it has. Idempotent.
    void leave(Shared shared) {
        shared.leaving = true;
        open.remove(shared);
    }

    void done(Shared shared) {
        shared.streams--;
        shared.idleSinceNs = System.nanoTime();
        if ((retired || shared.leaving) && shared.streams == 0) {
            shared.connection.close();
        }
    }

    @Override
    public void sweep(long nowNs) {
        for (Shared shared : List.copyOf(open)) {
            if (shared.streams == 0
                    && nowNs - shared.idleSinceNs > options.idleTimeout().toNanos()) {
                open.remove(shared);
                shared.connection.close();
            }
        }
    }

    @Override
    public void retire() {
        retired = true;
        for (Shared shared : List.copyOf(open)) {
            if (shared.streams == 0) {
                shared.connection.close();
            }
        }
        open.clear();
    }

    /// A connection and how many requests share it.
    final class Shared {
        private final HttpClientConnection connection;
        private int streams;
        private boolean leaving;
        private long idleSinceNs = System.nanoTime();

        Shared(HttpClientConnection connection) {
            this.connection = connection;
        }

        private boolean hasRoom() {
            return streams < Math.min(options.http2Streams(), connection.maxActiveStreams());
        }
    }
}
