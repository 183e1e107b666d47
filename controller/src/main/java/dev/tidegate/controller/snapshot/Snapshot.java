package dev.tidegate.controller.snapshot;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.diagnostic.Diagnostics;
import dev.tidegate.dns.resolve.Resolution;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import java.util.List;

/// All objects that a source knows at one moment. Nobody edits what stands in it; an object that did not change
/// between two snapshots of one source is the same instance in both, and a map is made from that of the snapshot
/// before, which is how the compiler finds what changed without looking at the rest.
///
/// `endpointSlices` are grouped by the Service they belong to (label `kubernetes.io/service-name`). `findings` are
/// what the source itself has to say: a document that did not parse, a kind that is not read. `names`: what is
/// known of the names that Services of type ExternalName have; a name that stands there not at all was not asked
/// for. `awaitedSecrets`: those of which it is not known yet whether they exist, each as its own value. `policyObjects`
/// are none where the source does not read them.
public record Snapshot(
        PersistentMap<ObjectKey, Ingress> ingresses,
        PersistentMap<String, IngressClass> ingressClasses,
        PersistentMap<ObjectKey, Service> services,
        PersistentMap<ObjectKey, List<EndpointSlice>> endpointSlices,
        PersistentMap<ObjectKey, Secret> secrets,
        PersistentMap<ObjectKey, ConfigMap> configMaps,
        PersistentMap<String, Namespace> namespaces,
        Diagnostics findings,
        PersistentMap<String, Resolution> names,
        PersistentMap<ObjectKey, ObjectKey> awaitedSecrets,
        PolicyObjects policyObjects) {

    public static final Snapshot EMPTY = new Snapshot(
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            Diagnostics.NONE);

    public Snapshot {
        requireNonNull(ingresses);
        requireNonNull(ingressClasses);
        requireNonNull(services);
        requireNonNull(endpointSlices);
        requireNonNull(secrets);
        requireNonNull(configMaps);
        requireNonNull(namespaces);
        requireNonNull(findings);
        requireNonNull(names);
        requireNonNull(awaitedSecrets);
        requireNonNull(policyObjects);
    }

    /// All but what only policies are made of.
    public Snapshot(
            PersistentMap<ObjectKey, Ingress> ingresses,
            PersistentMap<String, IngressClass> ingressClasses,
            PersistentMap<ObjectKey, Service> services,
            PersistentMap<ObjectKey, List<EndpointSlice>> endpointSlices,
            PersistentMap<ObjectKey, Secret> secrets,
            PersistentMap<ObjectKey, ConfigMap> configMaps,
            PersistentMap<String, Namespace> namespaces,
            Diagnostics findings,
            PersistentMap<String, Resolution> names,
            PersistentMap<ObjectKey, ObjectKey> awaitedSecrets) {
        this(
                ingresses,
                ingressClasses,
                services,
                endpointSlices,
                secrets,
                configMaps,
                namespaces,
                findings,
                names,
                awaitedSecrets,
                PolicyObjects.NONE);
    }

    /// As a source reads it that has all of it at once, before anybody asked for a name.
    public Snapshot(
            PersistentMap<ObjectKey, Ingress> ingresses,
            PersistentMap<String, IngressClass> ingressClasses,
            PersistentMap<ObjectKey, Service> services,
            PersistentMap<ObjectKey, List<EndpointSlice>> endpointSlices,
            PersistentMap<ObjectKey, Secret> secrets,
            PersistentMap<ObjectKey, ConfigMap> configMaps,
            PersistentMap<String, Namespace> namespaces,
            Diagnostics findings) {
        this(
                ingresses,
                ingressClasses,
                services,
                endpointSlices,
                secrets,
                configMaps,
                namespaces,
                findings,
                PersistentMap.empty(),
                PersistentMap.empty());
    }

    /// The same objects with other findings.
    public Snapshot with(Diagnostics findings) {
        return new Snapshot(
                ingresses,
                ingressClasses,
                services,
                endpointSlices,
                secrets,
                configMaps,
                namespaces,
                findings,
                names,
                awaitedSecrets,
                policyObjects);
    }

    /// The same objects, but for these two kinds, and what is known of their names.
    public Snapshot with(
            PersistentMap<ObjectKey, Ingress> ingresses,
            PersistentMap<ObjectKey, Service> services,
            PersistentMap<String, Resolution> names) {
        return new Snapshot(
                ingresses,
                ingressClasses,
                services,
                endpointSlices,
                secrets,
                configMaps,
                namespaces,
                findings,
                names,
                awaitedSecrets,
                policyObjects);
    }

    /// The same objects, and the Secrets that are not known yet.
    public Snapshot awaiting(PersistentMap<ObjectKey, ObjectKey> secrets) {
        return new Snapshot(
                ingresses,
                ingressClasses,
                services,
                endpointSlices,
                this.secrets,
                configMaps,
                namespaces,
                findings,
                names,
                secrets,
                policyObjects);
    }

    /// The same objects, but for the namespaces.
    public Snapshot with(PersistentMap<String, Namespace> namespaces) {
        return new Snapshot(
                ingresses,
                ingressClasses,
                services,
                endpointSlices,
                secrets,
                configMaps,
                namespaces,
                findings,
                names,
                awaitedSecrets,
                policyObjects);
    }

    /// The same objects, and those that policies are made of.
    public Snapshot with(PolicyObjects policies) {
        return new Snapshot(
                ingresses,
                ingressClasses,
                services,
                endpointSlices,
                secrets,
                configMaps,
                namespaces,
                findings,
                names,
                awaitedSecrets,
                policies);
    }

    /// The same after those objects were applied: each stands where one of its name stood, and none goes.
    public Snapshot applying(Snapshot those) {
        return new Snapshot(
                ingresses.withAll(those.ingresses),
                ingressClasses.withAll(those.ingressClasses),
                services.withAll(those.services),
                endpointSlices.withAll(those.endpointSlices),
                secrets.withAll(those.secrets),
                configMaps.withAll(those.configMaps),
                namespaces.withAll(those.namespaces),
                findings.after(List.of(), those.findings),
                names.withAll(those.names),
                awaitedSecrets.withAll(those.awaitedSecrets),
                policyObjects.applying(those.policyObjects));
    }
}
