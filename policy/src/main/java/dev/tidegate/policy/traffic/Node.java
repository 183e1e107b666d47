package dev.tidegate.policy.traffic;

import static java.util.Objects.requireNonNull;

import dev.tidegate.address.IpAddress;
import java.util.List;
import java.util.Map;

/// A machine of the cluster, and all that runs on it without a network of its own.
public record Node(String name, Map<String, String> labels, List<IpAddress> addresses) implements Party {
    public Node {
        requireNonNull(name);
        labels = Map.copyOf(labels);
        addresses = List.copyOf(addresses);
    }

    @Override
    public String text() {
        return "node " + name;
    }
}
