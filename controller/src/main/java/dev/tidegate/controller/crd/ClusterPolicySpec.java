package dev.tidegate.controller.crd;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The spec of all three kinds; `tier` belongs to ClusterNetworkPolicy alone.
public record ClusterPolicySpec(
        @Nullable String tier,
        @Nullable Integer priority,
        @Nullable ClusterSubject subject,
        @Nullable List<ClusterRuleSpec> ingress,
        @Nullable List<ClusterRuleSpec> egress) {}
