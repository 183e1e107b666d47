package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

import dev.tidegate.gateway.table.Endpoint;
import java.util.Optional;

/// One endpoint of a backend, taken or not. `pod` is empty where the slice names none. `denied`: network policies keep
/// the gateway from it, be that heeded or not.
///
/// Source: EndpointSlice v1 `conditions`.
public record EndpointState(
        Endpoint endpoint, Condition condition, boolean taken, String pod, Optional<Reach.Denied> denied) {

    /// What the slices say of an endpoint.
    public enum Condition {
        READY,
        /// It is about to go, and still answers.
        TERMINATING,
        NOT_READY
    }

    public EndpointState {
        requireNonNull(endpoint);
        requireNonNull(condition);
        requireNonNull(pod);
        requireNonNull(denied);
    }
}
