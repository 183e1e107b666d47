package dev.tidegate.controller.source.look;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.cni.Evidence;
import dev.tidegate.controller.snapshot.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All that one look has seen. `server`: empty for a folder, which has none, and no rights either. `leaseHolder`: who
/// holds our Lease. `rights`: those that were asked about, and whether we have them. `unread`: what could not be looked
/// at, by resource, each with the reason. `cut`: of what there is more than was looked at.
public record Sight(
        Snapshot snapshot,
        Evidence evidence,
        List<Workload> workloads,
        Optional<Server> server,
        Optional<String> leaseHolder,
        Map<Right, Boolean> rights,
        Map<String, String> unread,
        Set<String> cut) {

    /// `version`: as `v1.33.1`. `served`: the kinds that we need, as `ingresses.v1.networking.k8s.io`.
    public record Server(String version, Set<String> served) {
        public Server {
            requireNonNull(version);
            served = Set.copyOf(served);
        }
    }

    public Sight {
        requireNonNull(snapshot);
        requireNonNull(evidence);
        workloads = List.copyOf(workloads);
        requireNonNull(server);
        requireNonNull(leaseHolder);
        rights = Map.copyOf(rights);
        unread = Map.copyOf(unread);
        cut = Set.copyOf(cut);
    }
}
