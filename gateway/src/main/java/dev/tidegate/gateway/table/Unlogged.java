package dev.tidegate.gateway.table;

/// The route's requests are not written to the access log; they are counted as any.
public record Unlogged() implements RoutePolicy {}
