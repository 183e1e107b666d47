package dev.tidegate.gateway.exchange;

/// Something on an event loop that must not stay as it is for ever: an exchange, a client's connection.
interface Watched {

    /// Called now and then with the loop's clock; ends itself if its time is up.
    void check(long nowNs);
}
