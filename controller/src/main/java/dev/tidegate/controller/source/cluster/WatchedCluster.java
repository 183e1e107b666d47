package dev.tidegate.controller.source.cluster;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.diagnostic.Diagnostics;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.ByName;
import dev.tidegate.controller.source.Listing;
import dev.tidegate.controller.source.ServiceSlices;
import dev.tidegate.gateway.table.ResourceRef;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everything of a cluster that is watched, side by side; which is everything but the Secrets.
///
/// Threads: [#snapshot] by one, the rest by any.
final class WatchedCluster implements AutoCloseable {

    private final boolean selective;
    private final boolean apart;
    private final WatchedKind<Ingress> ingresses;
    private final WatchedKind<IngressClass> ingressClasses;
    private final WatchedKind<Service> services;
    private final WatchedKind<EndpointSlice> endpointSlices;
    private final WatchedKind<ConfigMap> configMaps;
    private final WatchedKind<Namespace> namespaces;
    private final Optional<PolicyWatches> policies;

    private ServiceSlices slices = ServiceSlices.NONE;
    private ByName<IngressClass> classes = ByName.none();
    private ByName<Namespace> selected = ByName.none();

    /// `patience`: how long is waited for what policies need, if the server neither says it nor refuses it.
    WatchedCluster(ApiServer server, ClusterScope scope, Runnable changed, Duration patience) {
        Set<String> only = scope.namespaces();
        apart = !only.isEmpty();
        selective = scope.namespaceSelector().isPresent();
        ingresses = WatchedKind.namespaced(Ingress.class, only, server, changed);
        ingressClasses = WatchedKind.one(Resource.all(IngressClass.class, Optional.empty()), server, changed);
        services = WatchedKind.namespaced(Service.class, only, server, changed);
        endpointSlices = WatchedKind.namespaced(EndpointSlice.class, only, server, changed);
        configMaps = scope.configMap()
                .map(key ->
                        WatchedKind.one(Resource.named(ConfigMap.class, key.namespace(), key.name()), server, changed))
                .orElseGet(WatchedKind::none);
        namespaces = scope.namespaceSelector()
                .map(selector -> WatchedKind.one(Resource.labelled(Namespace.class, selector), server, changed))
                .orElseGet(WatchedKind::none);
        policies = scope.policy().map(it -> new PolicyWatches(it, only, server, changed, patience));
    }

    void start() {
        kinds().forEach(WatchedKind::start);
        policies.ifPresent(PolicyWatches::start);
    }

    /// Has everything been listed? A role that is bound to single namespaces cannot allow IngressClasses; then there
    /// are none, which is said. A server that has just started refuses everything until it knows its roles, so a
    /// refusal counts only after all else was allowed.
    boolean listed() {
        List<WatchedKind<?>> others =
                kinds().stream().filter(kind -> kind != ingressClasses).toList();
        if (!others.stream().allMatch(WatchedKind::listed)) {
            return false;
        }
        long allowedNs = others.stream()
                .flatMap(kind -> kind.watches().stream())
                .mapToLong(WatchedObjects::listedNs)
                .max()
                .orElseThrow();
        return ingressClasses.answered(allowedNs)
                && policies.map(it -> it.listed(allowedNs)).orElse(true);
    }

    /// Does the last snapshot lack nothing that is needed to judge by the policies in it?
    boolean complete() {
        return policies.map(PolicyWatches::complete).orElse(true);
    }

    List<WatchedObjects<?>> watches() {
        List<WatchedObjects<?>> all = new ArrayList<>();
        kinds().forEach(kind -> all.addAll(kind.watches()));
        policies.ifPresent(it -> all.addAll(it.watches()));
        return List.copyOf(all);
    }

    /// The namespaces asked for are listed one by one, and the last one speaks for all.
    Listing listing(String namespace) {
        long nowNs = System.nanoTime();
        long ageNs = ingresses.watches().stream()
                .mapToLong(watch -> nowNs - watch.lastListedNs())
                .min()
                .orElse(0);
        return new Listing(apart ? namespace : "", Duration.ofNanos(ageNs));
    }

    /// How often a watch that stood has ended.
    long restarts() {
        return watches().stream().mapToLong(WatchedObjects::restarts).sum()
                + policies.map(PolicyWatches::endedRestarts).orElse(0L);
    }

    Snapshot snapshot(NamedSecrets secrets) {
        selected = selected.next(namespaces.byKey(Optional.empty()));
        classes = classes.next(ingressClasses.byKey(Optional.empty()));
        Optional<PersistentMap<String, Namespace>> kept = selective ? Optional.of(selected.byName()) : Optional.empty();
        slices = slices.next(endpointSlices.byKey(kept));
        NamedSecrets.Known known = secrets.known();
        List<Diagnostic> findings = new ArrayList<>(known.findings());
        findings.addAll(refusedClasses());
        Snapshot snapshot = new Snapshot(
                ingresses.byKey(kept),
                classes.byName(),
                services.byKey(kept),
                slices.groups(),
                known.objects(),
                configMaps.byKey(Optional.empty()),
                selected.byName(),
                Diagnostics.of(findings));
        Snapshot awaiting = snapshot.awaiting(known.awaited());
        return policies.map(it -> it.with(awaiting, kept)).orElse(awaiting);
    }

    private List<Diagnostic> refusedClasses() {
        return ingressClasses.listed()
                ? List.of()
                : List.of(Diagnostic.warning(
                        ResourceRef.of("IngressClass", "", "*"),
                        "",
                        DiagnosticReason.FORBIDDEN,
                        "the API server refuses them to us (expected: a role that allows to get, list and"
                                + " watch them)"));
    }

    private List<WatchedKind<?>> kinds() {
        return List.of(ingresses, ingressClasses, services, endpointSlices, configMaps, namespaces);
    }

    @Override
    public void close() {
        kinds().forEach(WatchedKind::close);
        policies.ifPresent(PolicyWatches::close);
    }
}
