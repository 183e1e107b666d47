package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.diagnostic.Diagnostics;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.gateway.table.RoutingTable;
import dev.tidegate.persistent.PersistentMap;
import dev.tidegate.tls.CertificateIndex;

/// What became of a snapshot: routes, certificates, and everything that is wrong with it, in order and once each.
///
/// `memory`: hand it to the next compilation, and what did not change is not made again.
public record Compilation(RoutingTable table, CertificateIndex certificates, Diagnostics diagnostics, Memory memory) {
    public Compilation {
        requireNonNull(table);
        requireNonNull(certificates);
        requireNonNull(diagnostics);
        requireNonNull(memory);
    }

    /// The Ingresses that are served as they last were good.
    public PersistentMap<ObjectKey, Quarantine> quarantined() {
        return memory.declarations().quarantined();
    }

    /// Which Ingresses are ours. Made of `memory`, and as cheap.
    public OwnIngresses ingresses() {
        return new OwnIngresses(memory.declarations());
    }
}
