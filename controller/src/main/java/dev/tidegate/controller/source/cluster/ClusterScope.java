package dev.tidegate.controller.source.cluster;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.snapshot.ObjectKey;
import java.util.Optional;
import java.util.Set;

/// What of a cluster is watched.
///
/// `namespaces`: only these, or all if empty (`--watch-namespace`). `namespaceSelector`: only namespaces with labels
/// that match, as `team=a,stage!=dev` (`--watch-namespace-selector`). `configMap`: the one with global settings, from
/// whatever namespace (`--configmap`). `policy`: what network policies are read for, if they are.
public record ClusterScope(
        Set<String> namespaces,
        Optional<String> namespaceSelector,
        Optional<ObjectKey> configMap,
        Optional<PolicyScope> policy) {

    public static final ClusterScope ALL =
            new ClusterScope(Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public ClusterScope {
        namespaces = Set.copyOf(namespaces);
        requireNonNull(namespaceSelector);
        requireNonNull(configMap);
        requireNonNull(policy);
    }

    /// Without policies.
    public ClusterScope(Set<String> namespaces, Optional<String> namespaceSelector, Optional<ObjectKey> configMap) {
        this(namespaces, namespaceSelector, configMap, Optional.empty());
    }

    /// The same, and policies.
    public ClusterScope with(PolicyScope policies) {
        return new ClusterScope(namespaces, namespaceSelector, configMap, Optional.of(policies));
    }
}
