package dev.tidegate.controller.records;

import static java.util.Objects.requireNonNull;

import dev.tidegate.dns.ownership.Identity;
import dev.tidegate.dns.plan.PublishPolicy;
import dev.tidegate.dns.record.Zones;
import dev.tidegate.dns.rfc2136.NameServer;
import java.time.Duration;
import java.util.List;

/// What the command line decides about publishing records.
///
/// `zones`: in which records are made. `ttl`: of those who wish for none. `targets`: what hosts lead to; none: where
/// the gateway is reached. `us`: in whose name records are made.
public record RecordOptions(
        Zones zones,
        Duration ttl,
        List<String> targets,
        Identity us,
        PublishPolicy policy,
        PublishPace pace,
        Where where) {

    /// Whom records are brought to.
    public sealed interface Where {}

    /// A name server that takes dynamic updates.
    public record AtNameServer(NameServer server) implements Where {
        public AtNameServer {
            requireNonNull(server);
        }
    }

    /// Objects of the cluster, that external-dns makes records of.
    public record AsObjects() implements Where {}

    public RecordOptions {
        requireNonNull(zones);
        requireNonNull(ttl);
        targets = List.copyOf(targets);
        requireNonNull(us);
        requireNonNull(policy);
        requireNonNull(pace);
        requireNonNull(where);
    }
}
