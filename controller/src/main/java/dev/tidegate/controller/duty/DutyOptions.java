package dev.tidegate.controller.duty;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.snapshot.ObjectKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the command line decides about writing to the cluster.
///
/// `electionId`: the name of the Lease, empty for no election at all (`--disable-leader-election`). `status`: empty
/// for none to be written (`--update-status=false`). `where`: where the addresses come from that are written, into
/// status and into DNS records.
public record DutyOptions(
        Optional<String> electionId, Duration electionTtl, WhereReached where, Optional<StatusOptions> status) {

    /// Where we are reached: at `addresses` if there are any, else at `service`, else at the nodes.
    public record WhereReached(Optional<ObjectKey> service, List<String> addresses, boolean internalNodeAddresses) {
        public WhereReached {
            requireNonNull(service);
            addresses = List.copyOf(addresses);
        }

        /// Is it the nodes that are looked at?
        public boolean ofNodes() {
            return service.isEmpty() && addresses.isEmpty();
        }
    }

    /// `recheck`: how often what others have written over is put right, and nodes are asked. `withdrawAtEnd`: whether
    /// the last replica takes back what it wrote.
    public record StatusOptions(Duration recheck, boolean withdrawAtEnd) {
        public StatusOptions {
            requireNonNull(recheck);
        }
    }

    public DutyOptions {
        requireNonNull(electionId);
        requireNonNull(electionTtl);
        requireNonNull(where);
        requireNonNull(status);
    }
}
