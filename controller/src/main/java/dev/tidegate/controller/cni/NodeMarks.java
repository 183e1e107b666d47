package dev.tidegate.controller.cni;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/// What of a node tells of its network. `providerId`: as `aws:///eu-central-1a/i-0abc`, or empty.
public record NodeMarks(String name, Map<String, String> labels, Map<String, String> annotations, String providerId) {
    public NodeMarks {
        requireNonNull(name);
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
        requireNonNull(providerId);
    }
}
