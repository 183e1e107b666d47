package dev.tidegate.gateway.table;

/// How requests are spread over a backend's endpoints, unless their route has a [Balancing] of its own.
public enum Balance {
    ROUND_ROBIN
}
