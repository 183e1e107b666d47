package dev.tidegate.gateway.observe;

/// Why a connection that had to begin with a PROXY header was closed instead of read.
public enum ProxyHeaderFault {
    /// It began with something else.
    MISSING("missing"),
    /// It began with a header that cannot be read, or is longer than any that is needed.
    MALFORMED("malformed"),
    /// The header was not complete in time.
    TIMEOUT("timeout");

    private final String code;

    ProxyHeaderFault(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
