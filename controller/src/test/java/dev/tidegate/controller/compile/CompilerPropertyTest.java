package dev.tidegate.controller.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.fixture.Clusters;
import dev.tidegate.controller.fixture.Snapshots;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.RouteAction;
import dev.tidegate.gateway.table.VirtualHost;
import dev.tidegate.tls.SelfSignedCertificate;
import io.fabric8.kubernetes.api.model.HasMetadata;
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
    void what_was_compiled_before_never_matters(
            @ForAll("clusters") List<HasMetadata> a, @ForAll("clusters") List<HasMetadata> b) {
        Compilation onTheWay = COMPILER.compile(Snapshots.of(b), compile(a));

        assertAlike(onTheWay, compile(b));
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
