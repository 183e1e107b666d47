package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.annotation.AccessWishes;
import dev.tidegate.controller.fixture.Clusters;
import dev.tidegate.controller.fixture.Snapshots;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.RouteAction;
import dev.tidegate.gateway.table.VirtualHost;
import dev.tidegate.persistent.PersistentMap;
import dev.tidegate.tls.SelfSignedCertificate;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What holds for every cluster.
class CompilerPropertyTest {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final Compiler COMPILER =
            new Compiler(CompilerOptions.DEFAULT, CLOCK, SelfSignedCertificate.generate(CLOCK));

    @Property(tries = 300)
    void the_order_of_objects_never_matters(@ForAll("clusters") List<HasMetadata> cluster, @ForAll Random random) {
        List<HasMetadata> shuffled = new ArrayList<>(cluster);
        Collections.shuffle(shuffled, random);

        assertAlike(compile(shuffled), compile(cluster));
    }

    @Property(tries = 300)
    void what_was_compiled_before_matters_to_none_but_those_in_quarantine(
            @ForAll("clusters") List<HasMetadata> a, @ForAll("clusters") List<HasMetadata> b) {
        Compilation onTheWay = COMPILER.compile(Snapshots.of(b), compile(a));

        Compilation ofLastGood =
                compile(b.stream().map(it -> lastGood(onTheWay, it)).toList());
        if (onTheWay.quarantined().isEmpty()) {
            assertAlike(onTheWay, compile(b));
        } else {
            assertThat(onTheWay.table().routesLike(ofLastGood.table())).isTrue();
            assertThat(onTheWay.certificates()).isEqualTo(ofLastGood.certificates());
        }
    }

    @Property(tries = 300)
    void that_secrets_were_awaited_on_the_way_leaves_no_trace(
            @ForAll("clusters") List<HasMetadata> cluster, @ForAll Random random) {
        Compilation onTheWay = COMPILER.compile(awaitingSome(cluster, random), COMPILER.empty());
        onTheWay = COMPILER.compile(awaitingSome(cluster, random), onTheWay);

        assertAlike(COMPILER.compile(Snapshots.of(cluster), onTheWay), compile(cluster));
    }

    /// Any that are named may not be known yet, whether or not they exist.
    private static Snapshot awaitingSome(List<HasMetadata> cluster, Random random) {
        PersistentMap<ObjectKey, ObjectKey> awaited = PersistentMap.empty();
        for (ObjectKey name : NamedSecrets.of(Snapshots.of(cluster), CompilerOptions.DEFAULT)) {
            awaited = random.nextBoolean() ? awaited.with(name, name) : awaited;
        }
        PersistentMap<ObjectKey, ObjectKey> unknown = awaited;
        return Snapshots.of(cluster.stream()
                        .filter(it -> !(it instanceof Secret && unknown.containsKey(ObjectKey.of(it))))
                        .toList())
                .awaiting(unknown);
    }

    /// Whoever ends in quarantine was whole in `a` and is not in `b`; whoever does not, is served as `b` has it.
    @Property(tries = 300)
    void exactly_those_are_in_quarantine_whose_edit_broke_them(
            @ForAll("clusters") List<HasMetadata> a, @ForAll("clusters") List<HasMetadata> b) {
        Compilation before = compile(a);
        Compilation onTheWay = COMPILER.compile(Snapshots.of(b), before);
        Compilation afresh = compile(b);

        b.stream().filter(Ingress.class::isInstance).map(ObjectKey::of).forEach(key -> {
            boolean quarantined = onTheWay.quarantined().containsKey(key);
            boolean broken = isMalformed(afresh, key) && !isMalformed(before, key) && exists(before, key);
            if (quarantined) {
                assertThat(broken).isTrue();
                assertThat(requireNonNull(onTheWay.quarantined().get(key)).causes())
                        .isNotEmpty();
            } else if (broken) {
                // The only excuses: it was not ours before, or says something else of access now.
                assertThat(excused(before, afresh, key)).isTrue();
            }
        });
    }

    @Property(tries = 300)
    void every_secret_that_is_served_from_is_wanted(
            @ForAll("clusters") List<HasMetadata> a, @ForAll("clusters") List<HasMetadata> b) {
        var wanted = NamedSecrets.following(CompilerOptions.DEFAULT);
        var _ = wanted.apply(Snapshots.of(a));

        Compilation onTheWay = COMPILER.compile(Snapshots.of(b), compile(a));

        assertThat(wanted.apply(Snapshots.of(b)).keySet())
                .containsAll(
                        onTheWay.memory().declarations().secrets().claimants().keySet());
    }

    private static HasMetadata lastGood(Compilation compilation, HasMetadata object) {
        Quarantine quarantine =
                object instanceof Ingress ? compilation.quarantined().get(ObjectKey.of(object)) : null;
        return quarantine == null ? object : quarantine.lastGood();
    }

    private static boolean exists(Compilation compilation, ObjectKey key) {
        return compilation.memory().declarations().byIngress().containsKey(key);
    }

    private static boolean isMalformed(Compilation compilation, ObjectKey key) {
        return exists(compilation, key)
                && Quarantine.isMalformed(requireNonNull(
                                compilation.memory().declarations().byIngress().get(key))
                        .declaration());
    }

    private static boolean excused(Compilation before, Compilation now, ObjectKey key) {
        Ingress was = before.ingresses().find(key).orElseThrow();
        Ingress is = now.ingresses().find(key).orElseThrow();
        List<String> prefixes = CompilerOptions.DEFAULT.annotationPrefixes();
        return before.ingresses().foreign(key)
                || !AccessWishes.of(was.getMetadata().getAnnotations(), prefixes)
                        .equals(AccessWishes.of(is.getMetadata().getAnnotations(), prefixes));
    }

    @Property(tries = 300)
    void a_change_of_one_ingress_changes_no_host_it_does_not_name(
            @ForAll("clusters") List<HasMetadata> cluster, @ForAll("ingresses") Ingress mutant) {
        Optional<Ingress> victim = cluster.stream()
                .filter(Ingress.class::isInstance)
                .map(Ingress.class::cast)
                .findFirst();
        if (victim.isEmpty()) {
            return;
        }
        Ingress changed = Clusters.named(mutant, victim.get().getMetadata().getName());
        List<HasMetadata> after = new ArrayList<>(cluster);
        after.set(cluster.indexOf(victim.get()), changed);
        Compilation before = compile(cluster);
        Compilation then = COMPILER.compile(Snapshots.of(after), before);

        Set<HostPattern> named = new HashSet<>(named(victim.get()));
        named.addAll(named(changed));
        before.table()
                .hosts()
                .all()
                .filter(host -> !named.contains(host.pattern()))
                .forEach(host -> {
                    Optional<VirtualHost> kept = then.table().hosts().get(host.pattern());
                    assertThat(kept).isPresent();
                    assertThat(kept.get().routes()).isEqualTo(host.routes());
                    if (!named.contains(HostPattern.parse("*.example"))) {
                        assertThat(kept.get()).isSameAs(host);
                    }
                });
    }

    @Property(tries = 300)
    void every_route_that_forwards_finds_its_backend(@ForAll("clusters") List<HasMetadata> cluster) {
        Compilation compilation = compile(cluster);

        compilation
                .table()
                .hosts()
                .all()
                .flatMap(host -> host.routes().stream())
                .forEach(route -> {
                    if (route.action() instanceof RouteAction.Forward forward) {
                        assertThat(compilation.table().backend(forward.backend()))
                                .isNotNull();
                    }
                });
    }

    @Provide
    Arbitrary<List<HasMetadata>> clusters() {
        return Clusters.clusters();
    }

    @Provide
    Arbitrary<Ingress> ingresses() {
        return Arbitraries.lazy(Clusters::ingresses);
    }

    private static Compilation compile(List<HasMetadata> objects) {
        return COMPILER.compile(Snapshots.of(objects), COMPILER.empty());
    }

    private static void assertAlike(Compilation actual, Compilation expected) {
        assertThat(actual.table().routesLike(expected.table())).isTrue();
        assertThat(actual.table().provenance().digest())
                .isEqualTo(expected.table().provenance().digest());
        assertThat(actual.certificates()).isEqualTo(expected.certificates());
        assertThat(actual.diagnostics()).isEqualTo(expected.diagnostics());
    }

    private static Set<HostPattern> named(Ingress ingress) {
        Set<HostPattern> hosts = new HashSet<>();
        ingress.getSpec().getRules().forEach(rule -> hosts.add(HostPattern.parse(rule.getHost())));
        for (IngressTLS tls : ingress.getSpec().getTls()) {
            tls.getHosts().forEach(host -> hosts.add(HostPattern.parse(host)));
        }
        if (ingress.getSpec().getDefaultBackend() != null) {
            hosts.add(HostPattern.ANY);
        }
        return hosts;
    }
}
