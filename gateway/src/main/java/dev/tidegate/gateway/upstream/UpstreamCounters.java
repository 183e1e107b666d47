package dev.tidegate.gateway.upstream;

/// What happened to one event loop's upstream connections. Written by the loop, read by whoever scrapes.
public interface UpstreamCounters {
    void opened();

    void closed();

    void reused();
}
