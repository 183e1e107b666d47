package dev.tidegate.gateway.listen;

import static java.util.Objects.requireNonNull;

import dev.tidegate.gateway.exchange.ExchangeLoop;
import dev.tidegate.gateway.limit.RequestLimits;
import io.netty.channel.EventLoop;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Which loop's things belong to an event loop: what a channel that was just accepted has to know; and what all loops
/// share. Threads: any.
public final class Loops {

    private final Map<EventLoop, ExchangeLoop> byEventLoop = new ConcurrentHashMap<>();
    private final RequestLimits limits = new RequestLimits(System::nanoTime);

    RequestLimits limits() {
        return limits;
    }

    void put(EventLoop eventLoop, ExchangeLoop loop) {
        byEventLoop.put(eventLoop, loop);
    }

    ExchangeLoop of(EventLoop eventLoop) {
        return requireNonNull(byEventLoop.get(eventLoop), "a channel was accepted on a loop that serves nothing");
    }
}
