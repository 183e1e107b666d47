package dev.tidegate.controller.respond;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.records.Addresses;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The addresses that the gateway publishes, without waiting for whoever knows them.
///
/// Threads: one of its own asks; `known` by any.
final class WatchedAddresses implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WatchedAddresses.class);

    /// How often whoever knows is asked; that one decides how often to look.
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Addresses source;
    private final Runnable onChange;
    private final Thread thread;
    private volatile List<String> known = List.of();
    private volatile boolean closed;

    WatchedAddresses(Addresses source, Runnable onChange) {
        this.source = requireNonNull(source);
        this.onChange = requireNonNull(onChange);
        this.thread = Thread.ofPlatform().name("dns-addresses").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    List<String> known() {
        return known;
    }

    private void run() {
        try {
            while (true) {
                look();
                TimeUnit.NANOSECONDS.sleep(TICK.toNanos());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            List<String> now = source.known();
            if (!now.equals(known)) {
                known = List.copyOf(now);
                onChange.run();
            }
        } catch (RuntimeException fault) {
            if (closed) {
                return; // as whoever was asked is closed too
            }
            log.error("internal fault while asking for the addresses of the gateway; trying again", fault);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
