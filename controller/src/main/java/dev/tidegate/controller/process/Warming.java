package dev.tidegate.controller.process;

import dev.tidegate.gateway.WarmUp;
import dev.tidegate.gateway.WarmUp.Bound;
import dev.tidegate.gateway.WarmUp.Result;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The warm-up at the start, beside everything else that has to be done until a table is there.
///
/// The process is not ready before it is over; what comes earlier is served all the same. A warm-up that fails costs
/// the first clients some time, and nobody else anything. Threads: one of its own; `done` is for any.
final class Warming implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Warming.class);

    /// The compilers are at rest after so many.
    private static final int ENOUGH = 200_000;

    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final ControllerOptions options;
    private @Nullable Thread thread;
    private volatile boolean done;

    Warming(ControllerOptions options) {
        this.options = options;
    }

    boolean done() {
        return done;
    }

    void start(Tls tls) {
        Duration time = options.listen().warmUp();
        if (time.isZero()) {
            done = true;
        } else {
            thread = Thread.ofPlatform().daemon().name("warm-up").start(() -> run(tls, time));
        }
    }

    /// Ends it, if it still goes on.
    @Override
    public void close() {
        if (thread != null) {
            thread.interrupt();
            Waiting.forEnd(thread, CLOSING);
        }
    }

    private void run(Tls tls, Duration time) {
        try {
            Result result = WarmUp.run(
                    GatewayListeners.of(options.listen(), tls),
                    AccessLogs.format(options.accessLog()),
                    new Bound(time, ENOUGH));
            log.info(
                    "warmed up: {} requests in {} ms",
                    result.requests(),
                    result.took().toMillis());
        } catch (IOException | RuntimeException failed) {
            log.warn("warm-up: {}; the first requests may be slow", failed.getMessage());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            done = true;
        }
    }
}
