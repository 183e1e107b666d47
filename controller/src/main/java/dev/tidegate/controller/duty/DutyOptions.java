package dev.tidegate.controller.duty;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.snapshot.ObjectKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the command line decides about writing to the cluster.
///
/// `electionId`: the name of the Lease, empty for no election at all (`--disable-leader-election`). `status`: empty
/// for none to be written (`--update-status=false`).
public record DutyOptions(Optional<String> electionId, Duration electionTtl, Optional<StatusOptions> status) {

    /// Where addresses come from: `addresses` if there are any, else `service`, else the nodes.
    public record StatusOptions(
            Optional<ObjectKey> service,
            List<String> addresses,
            boolean internalNodeAddresses,
            Duration recheck,
            boolean withdrawAtEnd) {
        public StatusOptions {
            requireNonNull(service);
            addresses = List.copyOf(addresses);
            requireNonNull(recheck);
        }
    }

    public DutyOptions {
        requireNonNull(electionId);
        requireNonNull(electionTtl);
        requireNonNull(status);
    }
}
