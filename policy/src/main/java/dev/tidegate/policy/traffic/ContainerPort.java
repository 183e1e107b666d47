package dev.tidegate.policy.traffic;

import static java.util.Objects.requireNonNull;

/// A port that a container of a pod declares. Only its name matters to policies: undeclared ports are as open.
public record ContainerPort(String name, int number, Protocol protocol) {
    public ContainerPort {
        requireNonNull(name);
        requireNonNull(protocol);
    }
}
