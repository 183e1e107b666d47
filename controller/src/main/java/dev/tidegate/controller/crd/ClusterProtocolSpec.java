package dev.tidegate.controller.crd;

import org.jspecify.annotations.Nullable;

/// One of the four, as v1alpha2 has them.
public record ClusterProtocolSpec(
        @Nullable Transport tcp,
        @Nullable Transport udp,
        @Nullable Transport sctp,
        @Nullable String destinationNamedPort) {

    /// No port means all of the protocol.
    public record Transport(@Nullable DestinationPort destinationPort) {}

    /// One of the two.
    public record DestinationPort(
            @Nullable Integer number, @Nullable Range range) {}

    /// Both ends included.
    public record Range(@Nullable Integer start, @Nullable Integer end) {}
}
