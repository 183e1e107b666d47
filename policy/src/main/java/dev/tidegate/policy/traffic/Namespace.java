package dev.tidegate.policy.traffic;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;

/// A namespace and its labels. Among them is always its own name, whatever a manifest says: the API server sets that
/// label, and lets nobody change it.
public record Namespace(String name, Map<String, String> labels) {

    /// Source: Kubernetes "Labels, annotations and taints", `kubernetes.io/metadata.name`.
    public static final String NAME_LABEL = "kubernetes.io/metadata.name";

    public Namespace {
        requireNonNull(name);
        Map<String, String> named = new HashMap<>(labels);
        named.put(NAME_LABEL, name);
        labels = Map.copyOf(named);
    }
}
