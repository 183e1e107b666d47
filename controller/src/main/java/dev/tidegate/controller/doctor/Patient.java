package dev.tidegate.controller.doctor;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.cni.NetworkPlugin;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.compile.Surroundings;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.source.look.Sight;
import dev.tidegate.dns.rfc2136.NameServerTrial;
import dev.tidegate.gateway.table.RoutingTable;
import java.util.List;
import java.util.Optional;

/// Whom the checks look at: what was seen, what the flags say, and what they make of it together. `table`: as it would
/// be served; `around`: what stands around it. `service`: the Service in front of us, if a flag names it. `own`: our
/// pods, as far as they are known. `nameServer`: what the one that records are kept on lets us do, if there is one.
public record Patient(
        Sight sight,
        CompilerOptions options,
        RoutingTable table,
        Surroundings around,
        NetworkPlugin plugin,
        Optional<ObjectKey> service,
        Optional<ObjectKey> lease,
        Optional<NameServerTrial> nameServer,
        OwnPods own,
        List<NeededRights.Need> needs) {
    public Patient {
        requireNonNull(sight);
        requireNonNull(options);
        requireNonNull(table);
        requireNonNull(around);
        requireNonNull(plugin);
        requireNonNull(service);
        requireNonNull(lease);
        requireNonNull(nameServer);
        requireNonNull(own);
        needs = List.copyOf(needs);
    }
}
