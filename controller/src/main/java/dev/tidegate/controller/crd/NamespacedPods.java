package dev.tidegate.controller.crd;

import io.fabric8.kubernetes.api.model.LabelSelector;
import org.jspecify.annotations.Nullable;

/// Pods by their own labels and those of their namespace.
public record NamespacedPods(
        @Nullable LabelSelector namespaceSelector, @Nullable LabelSelector podSelector) {}
