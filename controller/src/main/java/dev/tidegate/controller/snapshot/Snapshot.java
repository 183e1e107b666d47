package dev.tidegate.controller.snapshot;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.dns.resolve.Resolution;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import java.util.List;
import java.util.Map;

/// All objects that a source knows at one moment. Nobody edits what stands in it; an object that did not change
/// between two snapshots of one source is the same instance in both, which is how the compiler knows what it may
/// reuse.
///
/// `endpointSlices` are grouped by the Service they belong to (label `kubernetes.io/service-name`). `findings` are
/// what the source itself has to say: a document that did not parse, a kind that is not read. `names`: what is
/// known of the names that Services of type ExternalName have; a name that stands there not at all was not asked
/// for.
public record Snapshot(
        Map<ObjectKey, Ingress> ingresses,
        Map<String, IngressClass> ingressClasses,
        Map<ObjectKey, Service> services,
        Map<ObjectKey, List<EndpointSlice>> endpointSlices,
        Map<ObjectKey, Secret> secrets,
        Map<ObjectKey, ConfigMap> configMaps,
        Map<String, Namespace> namespaces,
        List<Diagnostic> findings,
        Map<String, Resolution> names) {

    public static final Snapshot EMPTY =
            new Snapshot(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of());

    public Snapshot {
        ingresses = Map.copyOf(ingresses);
        ingressClasses = Map.copyOf(ingressClasses);
        services = Map.copyOf(services);
        endpointSlices = Map.copyOf(endpointSlices);
        secrets = Map.copyOf(secrets);
        configMaps = Map.copyOf(configMaps);
        namespaces = Map.copyOf(namespaces);
        findings = List.copyOf(findings);
        names = Map.copyOf(names);
    }

    /// As a source reads it, before anybody asked for a name.
    public Snapshot(
            Map<ObjectKey, Ingress> ingresses,
            Map<String, IngressClass> ingressClasses,
            Map<ObjectKey, Service> services,
            Map<ObjectKey, List<EndpointSlice>> endpointSlices,
            Map<ObjectKey, Secret> secrets,
            Map<ObjectKey, ConfigMap> configMaps,
            Map<String, Namespace> namespaces,
            List<Diagnostic> findings) {
        this(ingresses, ingressClasses, services, endpointSlices, secrets, configMaps, namespaces, findings, Map.of());
    }

    public Snapshot with(Map<String, Resolution> names) {
        return new Snapshot(
                ingresses, ingressClasses, services, endpointSlices, secrets, configMaps, namespaces, findings, names);
    }
}
