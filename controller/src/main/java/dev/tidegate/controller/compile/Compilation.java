package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.diagnostic.Diagnostics;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.gateway.table.RoutingTable;
import dev.tidegate.persistent.PersistentMap;
import dev.tidegate.tls.CertificateIndex;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.Map;
import java.util.Set;

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

    /// What is served, as objects: the snapshot, with the last good version of whatever has turned bad, without the
    /// Secrets that nobody names and without the source's findings. Costs what is in quarantine.
    public Snapshot lastGood() {
        Snapshot snapshot = memory.snapshot();
        PersistentMap<ObjectKey, Ingress> ingresses = snapshot.ingresses();
        for (Map.Entry<ObjectKey, Quarantine> entry : quarantined().entrySet()) {
            ingresses = ingresses.with(entry.getKey(), entry.getValue().lastGood());
        }
        return new Snapshot(
                ingresses,
                snapshot.ingressClasses(),
                snapshot.services(),
                snapshot.endpointSlices(),
                memory.certificates().lastGood(),
                snapshot.configMaps(),
                snapshot.namespaces(),
                Diagnostics.NONE,
                snapshot.names(),
                PersistentMap.empty(),
                snapshot.policyObjects());
    }

    /// Costs what there are backends.
    public PolicySummary policies() {
        return PolicySummary.of(memory.backends());
    }

    /// The namespaces that are looked into, where they are told by their labels; else none.
    public Set<String> selectedNamespaces() {
        return memory.snapshot().namespaces().keySet();
    }

    /// Which Ingresses are ours. Made of `memory`, and as cheap.
    public OwnIngresses ingresses() {
        return new OwnIngresses(memory.declarations());
    }
}
