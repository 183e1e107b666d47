package dev.tidegate.gateway.table;

/// How requests are spread over a backend's endpoints.
public enum Balance {
    ROUND_ROBIN
}
