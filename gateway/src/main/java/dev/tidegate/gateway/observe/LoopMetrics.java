package dev.tidegate.gateway.observe;

import dev.tidegate.gateway.table.Reason;
import dev.tidegate.gateway.upstream.UpstreamCounters;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;

/// One event loop's counters. Written by the loop alone, read by a scrape.
///
/// Owners are bounded: past the limit, requests are counted under nobody, so that no estate can blow up a scrape.
public final class LoopMetrics implements UpstreamCounters {

    private static final int MAX_OWNERS = 5_000;

    /// What is counted besides requests by owner.
    enum Count {
        CLIENT_CONNECTIONS_OPENED,
        CLIENT_CONNECTIONS_CLOSED,
        REQUESTS_BEGUN,
        REQUESTS_ENDED,
        UPSTREAM_CONNECTIONS_OPENED,
        UPSTREAM_CONNECTIONS_CLOSED,
        UPSTREAM_CONNECTIONS_REUSED,
        UPSTREAM_RETRIES
    }

    private final AtomicLongArray counts = new AtomicLongArray(Count.values().length);
    private final AtomicLongArray reasons = new AtomicLongArray(Reason.values().length);
    private final AtomicLongArray proxyHeaderFaults = new AtomicLongArray(ProxyHeaderFault.values().length);
    private final Map<RequestOwner, RequestCounters> owners = new ConcurrentHashMap<>();
    private final RequestCounters nobody = new RequestCounters();

    public LoopMetrics() {
        owners.put(RequestOwner.NOBODY, nobody);
    }

    /// The counters of an owner: asked for once a route, then kept by whoever asked.
    public RequestCounters of(RequestOwner owner) {
        RequestCounters known = owners.get(owner);
        if (known != null) {
            return known;
        }
        return owners.size() < MAX_OWNERS ? owners.computeIfAbsent(owner, _ -> new RequestCounters()) : nobody;
    }

    public void connected() {
        add(Count.CLIENT_CONNECTIONS_OPENED);
    }

    public void disconnected() {
        add(Count.CLIENT_CONNECTIONS_CLOSED);
    }

    public void begun() {
        add(Count.REQUESTS_BEGUN);
    }

    public void ended() {
        add(Count.REQUESTS_ENDED);
    }

    public void retried() {
        add(Count.UPSTREAM_RETRIES);
    }

    public void refused(Reason reason) {
        increment(reasons, reason.ordinal());
    }

    public void refused(ProxyHeaderFault fault) {
        increment(proxyHeaderFaults, fault.ordinal());
    }

    @Override
    public void opened() {
        add(Count.UPSTREAM_CONNECTIONS_OPENED);
    }

    @Override
    public void closed() {
        add(Count.UPSTREAM_CONNECTIONS_CLOSED);
    }

    @Override
    public void reused() {
        add(Count.UPSTREAM_CONNECTIONS_REUSED);
    }

    private void add(Count count) {
        increment(counts, count.ordinal());
    }

    private static void increment(AtomicLongArray of, int index) {
        of.setRelease(index, of.getPlain(index) + 1);
    }

    long get(Count count) {
        return counts.getAcquire(count.ordinal());
    }

    long get(Reason reason) {
        return reasons.getAcquire(reason.ordinal());
    }

    long get(ProxyHeaderFault fault) {
        return proxyHeaderFaults.getAcquire(fault.ordinal());
    }

    Map<RequestOwner, RequestCounters> owners() {
        return owners;
    }
}
