package dev.tidegate.controller.crd;

import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One of these; the last three are for `to` alone.
public record ClusterPeerSpec(
        @Nullable LabelSelector namespaces,
        @Nullable NamespacedPods pods,
        @Nullable LabelSelector nodes,
        @Nullable List<String> networks,
        @Nullable List<String> domainNames) {}
