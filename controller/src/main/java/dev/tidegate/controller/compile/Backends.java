package dev.tidegate.controller.compile;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.BackendId;
import dev.tidegate.gateway.table.ResourceRef;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All backends that an Ingress names. One is resolved again only when its Service or one of its slices is another
/// instance than before, or what is known of its name another value; and none is looked at but those where that may
/// be.
///
/// `targets`: of the backends whose Services are names, what those lead to. `told`: what was said of each, where
/// there was anything to say.
record Backends(
        Snapshot seen,
        PolicyState policies,
        PersistentMap<BackendRef, Resolved> byRef,
        PersistentMap<ObjectKey, List<BackendRef>> byService,
        PersistentMap<BackendRef, ExternalTarget> targets,
        PersistentMap<BackendRef, List<Diagnostic>> told,
        PersistentMap<BackendId, Backend> table,
        ContentHash hash) {

    static final Backends NONE = new Backends(
            Snapshot.EMPTY,
            PolicyState.NONE,
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            ContentHash.ZERO);

    record Resolved(
            BackendRef ref,
            @Nullable Service service,
            List<EndpointSlice> slices,
            @Nullable ExternalTarget target,
            BackendResolution resolution,
            Reach reach,
            Backend backend,
            ContentHash hash) {

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

    /// Shape: who claims what, the Services and slices that there are, and what judges them → the backends.
    Backends next(
            ClaimIndex<BackendRef> claims,
            Snapshot snapshot,
            EndpointRules rules,
            PolicyState policies,
            Telling telling) {
        Set<BackendRef> suspects = new HashSet<>(claims.touched());
        ReachJudge judge = new ReachJudge(policies);
        snapshot.services().changesSince(seen.services(), (service, _, _) -> suspects.addAll(of(service)));
        snapshot.endpointSlices().changesSince(seen.endpointSlices(), (service, _, _) -> suspects.addAll(of(service)));
        targets.forEach((ref, before) -> {
            if (!before.equals(target(snapshot, ref))) {
                suspects.add(ref);
            }
        });
        byRef.keySet().stream().filter(policies.suspectsSince(this.policies)).forEach(suspects::add);
        Backends next = this;
        for (BackendRef ref : suspects) {
            Resolved before = byRef.get(ref);
            Service service = snapshot.services().get(ref.service());
            List<EndpointSlice> slices = slices(snapshot, ref);
            ExternalTarget target = target(snapshot, ref);
            if (claims.of(ref).isEmpty()) {
                next = next.without(ref);
            } else {
                BackendResolution kept =
                        before != null && before.isMadeOf(service, slices, target) ? before.resolution() : null;
                BackendResolution resolution = kept == null ? resolve(ref, service, slices, target, rules) : kept;
                Reach reach = reach(judge, ref, resolution, slices);
                if (before == null || kept == null || !reach.equals(before.reach())) {
                    next = next.with(resolved(ref, service, slices, target, resolution, reach, before));
                }
            }
            next = next.telling(ref, claims, policies, telling);
        }
        return new Backends(
                snapshot, policies, next.byRef, next.byService, next.targets, next.told, next.table, next.hash);
    }

    private List<BackendRef> of(ObjectKey service) {
        return byService.getOrDefault(service, List.of());
    }

    private Backends with(Resolved now) {
        BackendRef ref = now.ref();
        Resolved before = byRef.get(ref);
        ExternalTarget target = now.target();
        boolean same = before != null && Same.instance(before.backend(), now.backend());
        return new Backends(
                seen,
                policies,
                byRef.with(ref, now),
                before == null ? byService.with(ref.service(), Lists.including(of(ref.service()), ref)) : byService,
                target == null ? targets.without(ref) : targets.with(ref, target),
                told,
                same ? table : table.with(ref.id(), now.backend()),
                same ? hash : (before == null ? hash : hash.minus(before.hash())).plus(now.hash()));
    }

    private Backends without(BackendRef ref) {
        Resolved gone = byRef.get(ref);
        if (gone == null) {
            return this;
        }
        List<BackendRef> left = Lists.without(of(ref.service()), ref);
        return new Backends(
                seen,
                policies,
                byRef.without(ref),
                left.isEmpty() ? byService.without(ref.service()) : byService.with(ref.service(), left),
                targets.without(ref),
                told,
                table.without(ref.id()),
                hash.minus(gone.hash()));
    }

    /// Says what is wrong with a backend, to those who name it.
    private Backends telling(BackendRef ref, ClaimIndex<BackendRef> claims, PolicyState policies, Telling telling) {
        Resolved resolved = byRef.get(ref);
        List<Diagnostic> before = told.getOrDefault(ref, List.of());
        List<Diagnostic> now = resolved == null ? List.of() : complaints(resolved, claims, policies);
        telling.instead(before, now);
        return before.equals(now)
                ? this
                : new Backends(
                        seen,
                        this.policies,
                        byRef,
                        byService,
                        targets,
                        now.isEmpty() ? told.without(ref) : told.with(ref, now),
                        table,
                        hash);
    }

    private static List<Diagnostic> complaints(Resolved resolved, ClaimIndex<BackendRef> claims, PolicyState policies) {
        BackendResolution resolution = resolved.resolution();
        int endpoints = resolution.backend().endpoints().size();
        Stream<BackendResolution.Problem> problems = Stream.concat(
                resolution.problem().stream(),
                new PolicyComplaint(resolved.ref(), resolved.reach(), endpoints, policies).problem().stream());
        return Stream.of(
                        resolution.diagnostics().stream(),
                        resolved.reach().fault().stream(),
                        problems.flatMap(problem -> complaints(problem, resolved.ref(), claims)))
                .flatMap(it -> it)
                .toList();
    }

    private static @Nullable ExternalTarget target(Snapshot snapshot, BackendRef ref) {
        ResourceRef service = ResourceRef.of(
                "Service", ref.service().namespace(), ref.service().name());
        return Guard.over(
                        service,
                        () -> Optional.ofNullable(
                                ExternalTarget.of(snapshot.services().get(ref.service()), snapshot)),
                        _ -> Optional.<ExternalTarget>empty()) // resolving it meets the same fault, and tells it
                .orElse(null);
    }

    private static List<EndpointSlice> slices(Snapshot snapshot, BackendRef ref) {
        return snapshot.endpointSlices().getOrDefault(ref.service(), List.of());
    }

    private static BackendResolution resolve(
            BackendRef ref,
            @Nullable Service service,
            List<EndpointSlice> slices,
            @Nullable ExternalTarget target,
            EndpointRules rules) {
        return Guard.over(
                source(ref),
                () -> BackendResolution.resolve(ref, service, slices, target, rules),
                fault -> BackendResolution.unreadable(ref, fault));
    }

    private static Reach reach(
            ReachJudge judge, BackendRef ref, BackendResolution resolution, List<EndpointSlice> slices) {
        Backend backend = resolution.backend();
        return Guard.over(
                source(ref),
                () -> judge.judge(ref, backend, slices),
                fault -> Reach.unjudged(backend.endpoints(), fault));
    }

    private static Resolved resolved(
            BackendRef ref,
            @Nullable Service service,
            List<EndpointSlice> slices,
            @Nullable ExternalTarget target,
            BackendResolution resolution,
            Reach reach,
            @Nullable Resolved before) {
        Backend backend = reach.of(resolution.backend());
        if (before != null && before.backend().equals(backend)) {
            return new Resolved(ref, service, slices, target, resolution, reach, before.backend(), before.hash());
        }
        return new Resolved(ref, service, slices, target, resolution, reach, backend, ContentHash.of(backend));
    }

    private static ResourceRef source(BackendRef ref) {
        return ResourceRef.of(
                "Service", ref.service().namespace(), ref.service().name());
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
