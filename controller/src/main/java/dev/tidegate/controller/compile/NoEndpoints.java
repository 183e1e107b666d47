package dev.tidegate.controller.compile;

import io.fabric8.kubernetes.api.model.discovery.v1.EndpointPort;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// Why slices yield no endpoint for a port: there is no slice, no such port in them, no endpoint, or none that is
/// ready.
final class NoEndpoints {

    private NoEndpoints() {}

    /// Shape: a Service's slices, the name of its port (empty for an unnamed one) → the rest of a sentence.
    static String why(List<EndpointSlice> slices, String portName) {
        if (slices.isEmpty()) {
            return "; it has no EndpointSlice (expected: pods that its selector selects, or slices with the label"
                    + " kubernetes.io/service-name)";
        }
        List<EndpointSlice> withPort =
                slices.stream().filter(slice -> has(slice, portName)).toList();
        if (withPort.isEmpty()) {
            return "; its EndpointSlices have no port named \"" + portName + "\" (expected: one of "
                    + slices.stream()
                            .flatMap(slice -> Lists.of(slice.getPorts()).stream())
                            .map(port -> "\"" + name(port) + "\"")
                            .distinct()
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + ")";
        }
        boolean empty = withPort.stream()
                .allMatch(slice -> Lists.of(slice.getEndpoints()).isEmpty());
        return empty
                ? "; its EndpointSlices are empty (expected: pods that its selector selects)"
                : "; none of its endpoints is ready";
    }

    private static boolean has(EndpointSlice slice, String portName) {
        return Lists.of(slice.getPorts()).stream().anyMatch(port -> Objects.equals(name(port), portName));
    }

    private static String name(EndpointPort port) {
        return port.getName() == null ? "" : port.getName();
    }
}
