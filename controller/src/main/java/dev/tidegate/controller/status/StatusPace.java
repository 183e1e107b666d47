package dev.tidegate.controller.status;

import java.time.Duration;

/// How fast Ingress status is written.
///
/// `recheck`: how often what others have written over is put right, and nodes are asked
/// (`--status-update-interval`). `retry`: how often what failed is tried again, and a Service is asked.
/// `perSecond`: writes, on average. `parallel`: writes at a time.
public record StatusPace(Duration recheck, Duration retry, int perSecond, int parallel) {

    private static final Duration RETRY = Duration.ofSeconds(5);

    /// 10,000 Ingresses get a new address in a hundred seconds, and an API server does not feel it.
    public static StatusPace of(Duration recheck) {
        return new StatusPace(recheck, recheck.compareTo(RETRY) < 0 ? recheck : RETRY, 100, 8);
    }
}
