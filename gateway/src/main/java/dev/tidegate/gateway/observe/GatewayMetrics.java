package dev.tidegate.gateway.observe;

import dev.tidegate.gateway.observe.LoopMetrics.Count;
import dev.tidegate.gateway.table.Reason;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// The counters of all event loops, added up when somebody asks. Threads: any.
public final class GatewayMetrics {

    private final List<LoopMetrics> loops = new CopyOnWriteArrayList<>();

    /// A new loop's counters, which count from now on.
    public LoopMetrics newLoop() {
        LoopMetrics loop = new LoopMetrics();
        loops.add(loop);
        return loop;
    }

    public List<RequestTotals> requests() {
        Map<RequestOwner, RequestTotals.Sum> sums = new HashMap<>();
        for (LoopMetrics loop : loops) {
            loop.owners()
                    .forEach((owner, counters) ->
                            counters.addTo(sums.computeIfAbsent(owner, _ -> new RequestTotals.Sum())));
        }
        return sums.entrySet().stream()
                .map(entry -> entry.getValue().total(entry.getKey()))
                .toList();
    }

    /// How many requests the gateway answered itself, or saw fail, by reason.
    public Map<Reason, Long> reasons() {
        Map<Reason, Long> totals = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            totals.put(
                    reason, loops.stream().mapToLong(loop -> loop.get(reason)).sum());
        }
        return totals;
    }

    /// How many connections were closed for want of a PROXY header, by what was wrong.
    public Map<ProxyHeaderFault, Long> proxyHeaderFaults() {
        Map<ProxyHeaderFault, Long> totals = new EnumMap<>(ProxyHeaderFault.class);
        for (ProxyHeaderFault fault : ProxyHeaderFault.values()) {
            totals.put(fault, loops.stream().mapToLong(loop -> loop.get(fault)).sum());
        }
        return totals;
    }

    public long clientConnectionsOpened() {
        return sum(Count.CLIENT_CONNECTIONS_OPENED);
    }

    public long clientConnectionsActive() {
        return sum(Count.CLIENT_CONNECTIONS_OPENED) - sum(Count.CLIENT_CONNECTIONS_CLOSED);
    }

    public long requestsBegun() {
        return sum(Count.REQUESTS_BEGUN);
    }

    public long requestsActive() {
        return sum(Count.REQUESTS_BEGUN) - sum(Count.REQUESTS_ENDED);
    }

    public long upstreamConnectionsOpened() {
        return sum(Count.UPSTREAM_CONNECTIONS_OPENED);
    }

    public long upstreamConnectionsActive() {
        return sum(Count.UPSTREAM_CONNECTIONS_OPENED) - sum(Count.UPSTREAM_CONNECTIONS_CLOSED);
    }

    public long upstreamConnectionsReused() {
        return sum(Count.UPSTREAM_CONNECTIONS_REUSED);
    }

    public long upstreamRetries() {
        return sum(Count.UPSTREAM_RETRIES);
    }

    private long sum(Count count) {
        return loops.stream().mapToLong(loop -> loop.get(count)).sum();
    }
}
