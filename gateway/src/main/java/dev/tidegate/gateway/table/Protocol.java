package dev.tidegate.gateway.table;

/// What is spoken to a backend's endpoints. TLS to endpoints is not verified unless a policy says so.
public enum Protocol {
    /// HTTP/1.1 in clear text; carries WebSocket and other upgrades.
    HTTP(false, false),
    /// HTTP/1.1 over TLS.
    HTTPS(false, true),
    /// HTTP/2 in clear text with prior knowledge; carries gRPC.
    H2C(true, false),
    /// HTTP/2 over TLS; carries gRPC.
    H2(true, true);

    private final boolean multiplexed;
    private final boolean encrypted;

    Protocol(boolean multiplexed, boolean encrypted) {
        this.multiplexed = multiplexed;
        this.encrypted = encrypted;
    }

    public boolean multiplexed() {
        return multiplexed;
    }

    public boolean encrypted() {
        return encrypted;
    }
}
