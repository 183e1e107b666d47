package dev.tidegate.gateway.exchange;

import dev.tidegate.gateway.limit.RequestLimits;
import dev.tidegate.gateway.observe.AccessLog;
import dev.tidegate.gateway.observe.LoopMetrics;
import dev.tidegate.gateway.publication.ActiveTable;
import dev.tidegate.gateway.upstream.Upstreams;
import io.netty.channel.EventLoop;
import java.time.InstantSource;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// All that belongs to one event loop: its upstream connections, its counters, its exchanges and client connections;
/// and what is counted of clients on all loops together.
///
/// Threads: the loop alone, but for `drain`, which may be called from any.
public final class ExchangeLoop {

    private static final long TICK_MS = 250;

    private final EventLoop eventLoop;
    private final ActiveTable active;
    private final Upstreams upstreams;
    private final LoopMetrics metrics;
    private final @Nullable AccessLog accessLog;
    private final RequestLimits limits;
    private final ExchangeOptions options;
    private final InstantSource clock;
    private final HttpDate date;
    private final RouteOwners owners;
    private final RefusedConnections refused;
    private final WatchList<Exchange> exchanges = new WatchList<>();
    private final WatchList<ClientConnection> connections = new WatchList<>();
    private @Nullable Future<?> ticking;
    private volatile boolean draining;

    public ExchangeLoop(
            EventLoop eventLoop,
            ActiveTable active,
            Upstreams upstreams,
            LoopMetrics metrics,
            @Nullable AccessLog accessLog,
            RequestLimits limits,
            ExchangeOptions options,
            InstantSource clock) {
        this.eventLoop = eventLoop;
        this.active = active;
        this.upstreams = upstreams;
        this.metrics = metrics;
        this.accessLog = accessLog;
        this.limits = limits;
        this.options = options;
        this.clock = clock;
        this.date = new HttpDate(clock);
        this.owners = new RouteOwners(metrics);
        this.refused = new RefusedConnections(metrics);
    }

    /// Begins to look after what must not stay for ever.
    public void start() {
        ticking = eventLoop.scheduleWithFixedDelay(this::tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
    }

    public void stop() {
        if (ticking != null) {
            ticking.cancel(false);
        }
        upstreams.close();
    }

    private void tick() {
        long nowNs = System.nanoTime();
        exchanges.check(nowNs);
        connections.check(nowNs);
        upstreams.sweep(active.current().table(), nowNs);
    }

    /// From now on every answer asks its client to go elsewhere, and connections that have been silent for a while are
    /// closed.
    public void drain() {
        draining = true;
        eventLoop.execute(() -> connections.all().forEach(ClientConnection::drain));
    }

    boolean draining() {
        return draining;
    }

    ActiveTable active() {
        return active;
    }

    Upstreams upstreams() {
        return upstreams;
    }

    LoopMetrics metrics() {
        return metrics;
    }

    @Nullable
    AccessLog accessLog() {
        return accessLog;
    }

    RequestLimits limits() {
        return limits;
    }

    ExchangeOptions options() {
        return options;
    }

    InstantSource clock() {
        return clock;
    }

    HttpDate date() {
        return date;
    }

    RouteOwners owners() {
        return owners;
    }

    RefusedConnections refused() {
        return refused;
    }

    WatchList<Exchange> exchanges() {
        return exchanges;
    }

    WatchList<ClientConnection> connections() {
        return connections;
    }

    EventLoop eventLoop() {
        return eventLoop;
    }
}
