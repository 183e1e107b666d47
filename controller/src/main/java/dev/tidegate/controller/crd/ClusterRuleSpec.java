package dev.tidegate.controller.crd;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rule of either direction; `ports` is what `protocols` was called before, and shaped otherwise.
public record ClusterRuleSpec(
        @Nullable String name,
        @Nullable String action,
        @Nullable List<ClusterPeerSpec> from,
        @Nullable List<ClusterPeerSpec> to,
        @Nullable List<ClusterPortSpec> ports,
        @Nullable List<ClusterProtocolSpec> protocols) {}
