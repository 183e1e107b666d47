package dev.tidegate.controller.crd;

import org.jspecify.annotations.Nullable;

/// One of the three, as v1alpha1 has them.
public record ClusterPortSpec(
        @Nullable PortNumber portNumber,
        @Nullable PortRange portRange,
        @Nullable String namedPort) {

    /// The protocol is TCP where none is said.
    public record PortNumber(
            @Nullable String protocol, @Nullable Integer port) {}

    /// Both ends included.
    public record PortRange(
            @Nullable String protocol,
            @Nullable Integer start,
            @Nullable Integer end) {}
}
