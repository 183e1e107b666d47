package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

/// A pod behind a Service: its name, its address (a literal, IPv6 without brackets), and whether it is ready.
public record ServicePod(String pod, String address, boolean ready) {
    public ServicePod {
        requireNonNull(pod);
        requireNonNull(address);
    }
}
