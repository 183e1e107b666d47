package dev.tidegate.controller.crd;

import io.fabric8.kubernetes.api.model.LabelSelector;
import org.jspecify.annotations.Nullable;

/// Whose traffic a policy decides: one of the two.
public record ClusterSubject(
        @Nullable LabelSelector namespaces, @Nullable NamespacedPods pods) {}
