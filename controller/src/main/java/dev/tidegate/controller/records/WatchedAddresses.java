package dev.tidegate.controller.records;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.turn.Turns;
import java.time.Duration;
import java.util.List;

/// The addresses that the gateway publishes, without waiting for whoever knows them.
///
/// Threads: one of its own asks, and tells of a change; `known` by any.
public final class WatchedAddresses implements Addresses, AutoCloseable {

    /// How often whoever knows is asked; that one decides how often to look.
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Addresses source;
    private final Runnable onChange;
    private final Turns turns = new Turns("dns-addresses", "asking for the addresses of the gateway", TICK, this::turn);
    private volatile List<String> known = List.of();

    public WatchedAddresses(Addresses source, Runnable onChange) {
        this.source = requireNonNull(source);
        this.onChange = requireNonNull(onChange);
    }

    /// Once.
    public void start() {
        turns.start();
    }

    /// Never blocks; none before they have been asked for once.
    @Override
    public List<String> known() {
        return known;
    }

    private Duration turn() {
        List<String> now = source.known();
        if (!now.equals(known)) {
            known = List.copyOf(now);
            onChange.run();
        }
        return TICK;
    }

    @Override
    public void close() {
        turns.close();
    }
}
