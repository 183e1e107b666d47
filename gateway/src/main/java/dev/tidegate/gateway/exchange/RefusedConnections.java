package dev.tidegate.gateway.exchange;

import dev.tidegate.gateway.observe.LoopMetrics;
import dev.tidegate.gateway.observe.ProxyHeaderFault;
import java.net.SocketAddress;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Connections that were closed because no PROXY header said who opened them: each is counted, and one in a while is
/// logged, for a stranger may open as many as he likes. Threads: one event loop.
final class RefusedConnections {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedConnections.class);
    private static final long QUIET_NS = TimeUnit.MINUTES.toNanos(1);

    private final LoopMetrics metrics;
    private final long[] loggedNs = new long[ProxyHeaderFault.values().length];

    RefusedConnections(LoopMetrics metrics) {
        this.metrics = metrics;
    }

    void refused(ProxyHeaderFault fault, SocketAddress peer) {
        metrics.refused(fault);
        long nowNs = System.nanoTime() | 1; // zero is never
        long before = loggedNs[fault.ordinal()];
        if (before == 0 || nowNs - before > QUIET_NS) {
            loggedNs[fault.ordinal()] = nowNs;
            Thread.startVirtualThread(() -> LOG.warn("{}", text(fault, peer))); // an event loop never waits for a log
        }
    }

    private static String text(ProxyHeaderFault fault, SocketAddress peer) {
        String what =
                switch (fault) {
                    case MISSING -> "it does not begin with a PROXY header";
                    case MALFORMED -> "its PROXY header cannot be read";
                    case TIMEOUT -> "its PROXY header did not come in time";
                };
        return "A connection of " + peer + " was closed: " + what
                + ". Others like it are counted, and told of once a minute.";
    }
}
