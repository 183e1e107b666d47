package dev.tidegate.controller.source.folder;

import dev.tidegate.controller.crd.AdminNetworkPolicy;
import dev.tidegate.controller.crd.BaselineAdminNetworkPolicy;
import dev.tidegate.controller.crd.ClusterNetworkPolicy;
import dev.tidegate.controller.diagnostic.Diagnostics;
import dev.tidegate.controller.snapshot.Enforcement;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.PolicyObjects;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.ByName;
import dev.tidegate.controller.source.ServiceSlices;
import dev.tidegate.controller.source.manifest.Manifest;
import dev.tidegate.controller.source.manifest.ManifestId;
import dev.tidegate.controller.source.manifest.ReadKind;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import org.jspecify.annotations.Nullable;

/// The objects that are served, by kind. Immutable, and cheap to make the next one of.
final class Served {

    static final Served NOTHING = new Served(PersistentMap.empty(), ByName.none(), ServiceSlices.NONE, ByName.none());

    private final PersistentMap<ReadKind, PersistentMap<ObjectKey, HasMetadata>> objects;
    private final ByName<IngressClass> classes;
    private final ServiceSlices slices;
    private final ByName<Namespace> namespaces;

    private Served(
            PersistentMap<ReadKind, PersistentMap<ObjectKey, HasMetadata>> objects,
            ByName<IngressClass> classes,
            ServiceSlices slices,
            ByName<Namespace> namespaces) {
        this.objects = objects;
        this.classes = classes.next(of(ReadKind.INGRESS_CLASS, IngressClass.class));
        this.slices = slices.next(of(ReadKind.ENDPOINT_SLICE, EndpointSlice.class));
        this.namespaces = namespaces.next(of(ReadKind.NAMESPACE, Namespace.class));
    }

    /// Shape: which object, and what it is now, or null if it is gone → the next.
    Served with(ManifestId id, @Nullable Manifest manifest) {
        PersistentMap<ObjectKey, HasMetadata> ofKind = objects.getOrDefault(id.kind(), PersistentMap.empty());
        PersistentMap<ObjectKey, HasMetadata> next =
                manifest == null ? ofKind.without(id.key()) : ofKind.with(id.key(), manifest.object());
        return new Served(objects.with(id.kind(), next), classes, slices, namespaces);
    }

    Snapshot snapshot(Diagnostics findings) {
        return new Snapshot(
                        of(ReadKind.INGRESS, Ingress.class),
                        classes.byName(),
                        of(ReadKind.SERVICE, Service.class),
                        slices.groups(),
                        of(ReadKind.SECRET, Secret.class),
                        of(ReadKind.CONFIG_MAP, ConfigMap.class),
                        namespaces.byName(),
                        findings)
                .with(policyObjects());
    }

    private PolicyObjects policyObjects() {
        return new PolicyObjects(
                of(ReadKind.POD, Pod.class),
                of(ReadKind.NODE, Node.class),
                of(ReadKind.NETWORK_POLICY, NetworkPolicy.class),
                of(ReadKind.ADMIN_NETWORK_POLICY, AdminNetworkPolicy.class),
                of(ReadKind.BASELINE_ADMIN_NETWORK_POLICY, BaselineAdminNetworkPolicy.class),
                of(ReadKind.CLUSTER_NETWORK_POLICY, ClusterNetworkPolicy.class),
                Enforcement.NO); // there is no network plug-in to do it
    }

    @SuppressWarnings("unchecked") // a kind's objects are of its type, and an immutable map may be seen as one of them
    private <T extends HasMetadata> PersistentMap<ObjectKey, T> of(ReadKind kind, Class<T> type) {
        if (!kind.type().equals(type)) {
            throw new IllegalArgumentException("type: " + type + " (expected: " + kind.type() + ")");
        }
        return (PersistentMap<ObjectKey, T>) objects.getOrDefault(kind, PersistentMap.empty());
    }
}
