package dev.tidegate.controller.compile;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.BackendId;
import dev.tidegate.gateway.table.ResourceRef;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All backends that an Ingress names. One is resolved again only when its Service or one of its slices is another
/// instance than before.
record Backends(Map<BackendRef, Resolved> byRef, Map<BackendId, Backend> table, ContentHash hash) {

    static final Backends NONE = new Backends(Map.of(), Map.of(), ContentHash.ZERO);

    record Resolved(
            @Nullable Service service, List<EndpointSlice> slices, BackendResolution resolution, ContentHash hash) {

        boolean isMadeOf(@Nullable Service service, List<EndpointSlice> slices) {
            if (!Same.instance(this.service, service) || this.slices.size() != slices.size()) {
                return false;
            }
            for (int i = 0; i < slices.size(); i++) {
                if (!Same.instance(this.slices.get(i), slices.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    Backends next(ClaimIndex<BackendRef> claims, Snapshot snapshot, EndpointAddresses addresses) {
        Map<BackendRef, Resolved> changed = new HashMap<>();
        Set<BackendRef> named = claims.claimants().keySet();
        int kept = 0;
        for (BackendRef ref : named) {
            Resolved before = byRef.get(ref);
            kept += before == null ? 0 : 1;
            Service service = snapshot.services().get(ref.service());
            List<EndpointSlice> slices = slices(snapshot, ref.service());
            if (before == null || !before.isMadeOf(service, slices)) {
                changed.put(ref, resolve(ref, service, slices, addresses, before));
            }
        }
        if (changed.isEmpty() && kept == byRef.size()) {
            return this;
        }
        Map<BackendRef, Resolved> next = new HashMap<>(byRef);
        if (kept < byRef.size()) {
            next.keySet().retainAll(named);
        }
        next.putAll(changed);
        return of(next);
    }

    private static List<EndpointSlice> slices(Snapshot snapshot, ObjectKey service) {
        return snapshot.endpointSlices().getOrDefault(service, List.of());
    }

    private static Resolved resolve(
            BackendRef ref,
            @Nullable Service service,
            List<EndpointSlice> slices,
            EndpointAddresses addresses,
            @Nullable Resolved before) {
        BackendResolution resolution = Guard.over(
                ResourceRef.of(
                        "Service", ref.service().namespace(), ref.service().name()),
                () -> BackendResolution.resolve(ref, service, slices, addresses),
                fault -> BackendResolution.unreadable(ref, fault));
        if (before != null && before.resolution().backend().equals(resolution.backend())) {
            Backend same = before.resolution().backend();
            return new Resolved(
                    service,
                    slices,
                    new BackendResolution(same, resolution.problem(), resolution.diagnostics()),
                    before.hash());
        }
        return new Resolved(service, slices, resolution, ContentHash.of(resolution.backend()));
    }

    private Backends of(Map<BackendRef, Resolved> next) {
        Map<BackendId, Backend> backends = new HashMap<>();
        next.forEach(
                (ref, resolved) -> backends.put(ref.id(), resolved.resolution().backend()));
        return new Backends(
                Collections.unmodifiableMap(next),
                backends.equals(table) ? table : Map.copyOf(backends),
                ContentHash.sum(next.values().stream().map(Resolved::hash).toList()));
    }

    Stream<Diagnostic> diagnostics(ClaimIndex<BackendRef> claims) {
        return byRef.entrySet().stream().flatMap(entry -> {
            BackendResolution resolution = entry.getValue().resolution();
            return Stream.concat(
                    resolution.diagnostics().stream(),
                    resolution.problem().stream().flatMap(it -> complaints(it, entry.getKey(), claims)));
        });
    }

    private static Stream<Diagnostic> complaints(
            BackendResolution.Problem problem, BackendRef ref, ClaimIndex<BackendRef> claims) {
        return claims.of(ref).stream()
                .flatMap(claimant -> claimant.backends().stream()
                        .filter(use -> use.backend().equals(ref))
                        .map(use -> new Diagnostic(
                                problem.severity(),
                                claimant.source(),
                                use.field().startsWith("spec.") ? use.field() + problem.field() : use.field(),
                                problem.reason(),
                                problem.message())));
    }
}
