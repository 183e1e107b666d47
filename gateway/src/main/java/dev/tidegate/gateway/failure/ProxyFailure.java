package dev.tidegate.gateway.failure;

import static java.util.Objects.requireNonNull;

import dev.tidegate.gateway.table.Reason;

/// Why a request could not be proxied. `detail` is one sentence for people and never holds a secret.
public record ProxyFailure(Reason reason, String detail) {
    public ProxyFailure {
        requireNonNull(reason);
        requireNonNull(detail);
    }

    public static ProxyFailure of(Reason reason, String detail) {
        return new ProxyFailure(reason, detail);
    }
}
