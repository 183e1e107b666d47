package dev.tidegate.controller.source.cluster;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import java.util.Optional;
import java.util.function.Predicate;

/// For whom a cluster's policies are read. `ownPod`: the gateway's own, by whose labels and addresses policies let it
/// through. `ofDefaultBackend`: the namespace of the default backend. `judgesClients`: are the policies asked
/// about clients, too? It is asked at each change while there is a policy, of a snapshot that is whole but for
/// what only policies need.
public record PolicyScope(
        Optional<ObjectKey> ownPod, Optional<String> ofDefaultBackend, Predicate<Snapshot> judgesClients) {
    public PolicyScope {
        requireNonNull(ownPod);
        requireNonNull(ofDefaultBackend);
        requireNonNull(judgesClients);
    }

    /// Asked about the connections of this pod only.
    public static PolicyScope of(ObjectKey ownPod) {
        return new PolicyScope(Optional.of(ownPod), Optional.empty(), _ -> false);
    }
}
