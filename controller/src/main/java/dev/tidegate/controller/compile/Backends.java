package dev.tidegate.controller.compile;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.BackendId;
import dev.tidegate.gateway.table.ResourceRef;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All backends that an Ingress names. One is resolved again only when its Service or one of its slices is another
/// instance than before, or what is known of its name another value; and none is looked at if the maps of all of them
/// are the same.
record Backends(Snapshot seen, Map<BackendRef, Resolved> byRef, Map<BackendId, Backend> table, ContentHash hash) {

    static final Backends NONE = new Backends(Snapshot.EMPTY, Map.of(), Map.of(), ContentHash.ZERO);

    record Resolved(
            BackendRef ref,
            @Nullable Service service,
            List<EndpointSlice> slices,
            @Nullable ExternalTarget target,
            BackendResolution resolution,
            ContentHash hash) {

        Backend backend() {
            return resolution.backend();
        }

        boolean isMadeOf(@Nullable Service service, List<EndpointSlice> slices, @Nullable ExternalTarget target) {
            if (!Same.instance(this.service, service)
                    || this.slices.size() != slices.size()
                    || !Objects.equals(this.target, target)) {
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

    Backends next(ClaimIndex<BackendRef> claims, Snapshot snapshot, EndpointRules rules) {
        Set<BackendRef> dropped = new HashSet<>();
        Map<BackendRef, Resolved> changed = new HashMap<>();
        for (BackendRef ref : claims.touched()) {
            if (claims.of(ref).isEmpty()) {
                dropped.add(ref);
            } else if (!byRef.containsKey(ref)) {
                Service service = snapshot.services().get(ref.service());
                ExternalTarget target = ExternalTarget.of(service, snapshot);
                changed.put(ref, resolve(ref, service, slices(snapshot, ref), target, rules, null));
            }
        }
        boolean mayDiffer = !Same.instance(seen.services(), snapshot.services())
                || !Same.instance(seen.endpointSlices(), snapshot.endpointSlices())
                || !Same.instance(seen.names(), snapshot.names());
        for (Resolved before : mayDiffer ? byRef.values() : List.<Resolved>of()) {
            BackendRef ref = before.ref();
            Service service = snapshot.services().get(ref.service());
            List<EndpointSlice> slices = slices(snapshot, ref);
            ExternalTarget target = ExternalTarget.of(service, snapshot);
            if (!before.isMadeOf(service, slices, target) && !dropped.contains(ref)) {
                changed.put(ref, resolve(ref, service, slices, target, rules, before));
            }
        }
        return changed.isEmpty() && dropped.isEmpty()
                ? new Backends(snapshot, byRef, table, hash)
                : after(snapshot, dropped, changed);
    }

    private Backends after(Snapshot snapshot, Set<BackendRef> dropped, Map<BackendRef, Resolved> changed) {
        Map<BackendRef, Resolved> next = new HashMap<>(byRef);
        ContentHash sum = hash;
        boolean same = true;
        for (BackendRef ref : dropped) {
            Resolved gone = next.remove(ref);
            if (gone != null) {
                sum = sum.minus(gone.hash());
                same = false;
            }
        }
        for (Resolved resolved : changed.values()) {
            Resolved before = next.put(resolved.ref(), resolved);
            if (before == null || !Same.instance(before.backend(), resolved.backend())) {
                sum = (before == null ? sum : sum.minus(before.hash())).plus(resolved.hash());
                same = false;
            }
        }
        return new Backends(snapshot, next, same ? table : table(next), sum);
    }

    private static Map<BackendId, Backend> table(Map<BackendRef, Resolved> resolved) {
        List<Map.Entry<BackendId, Backend>> entries = new ArrayList<>(resolved.size());
        resolved.values().forEach(it -> entries.add(Map.entry(it.ref().id(), it.backend())));
        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type cannot be made otherwise
        Map.Entry<BackendId, Backend>[] array = entries.toArray(new Map.Entry[0]);
        return Map.ofEntries(array);
    }

    private static List<EndpointSlice> slices(Snapshot snapshot, BackendRef ref) {
        return snapshot.endpointSlices().getOrDefault(ref.service(), List.of());
    }

    private static Resolved resolve(
            BackendRef ref,
            @Nullable Service service,
            List<EndpointSlice> slices,
            @Nullable ExternalTarget target,
            EndpointRules rules,
            @Nullable Resolved before) {
        BackendResolution resolution = Guard.over(
                ResourceRef.of(
                        "Service", ref.service().namespace(), ref.service().name()),
                () -> BackendResolution.resolve(ref, service, slices, target, rules),
                fault -> BackendResolution.unreadable(ref, fault));
        if (before != null && before.backend().equals(resolution.backend())) {
            Backend same = before.backend();
            return new Resolved(
                    ref,
                    service,
                    slices,
                    target,
                    new BackendResolution(same, resolution.problem(), resolution.diagnostics()),
                    before.hash());
        }
        return new Resolved(ref, service, slices, target, resolution, ContentHash.of(resolution.backend()));
    }

    /// Says what is wrong with the backends, to those who name them.
    void tell(ClaimIndex<BackendRef> claims, Consumer<Diagnostic> listener) {
        for (Resolved resolved : byRef.values()) {
            BackendResolution resolution = resolved.resolution();
            resolution.diagnostics().forEach(listener);
            resolution
                    .problem()
                    .ifPresent(problem ->
                            complaints(problem, resolved.ref(), claims).forEach(listener));
        }
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
