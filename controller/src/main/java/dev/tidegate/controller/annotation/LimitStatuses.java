package dev.tidegate.controller.annotation;

/// What is answered beyond a limit of requests in some time, and beyond one of requests at the same time.
public record LimitStatuses(int rate, int connections) {

    public static final LimitStatuses DEFAULT = new LimitStatuses(503, 503);

    static LimitStatuses read(ValueReader values) {
        return new LimitStatuses(
                values.read(LimitFamily.RATE_STATUS, ValueType.ERROR_STATUS).orElse(DEFAULT.rate),
                values.read(LimitFamily.CONNECTIONS_STATUS, ValueType.ERROR_STATUS)
                        .orElse(DEFAULT.connections));
    }
}
