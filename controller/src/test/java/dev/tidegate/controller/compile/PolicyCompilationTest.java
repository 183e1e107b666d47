package dev.tidegate.controller.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.fixture.Fixtures;
import dev.tidegate.controller.fixture.Snapshots;
import dev.tidegate.controller.policy.PolicyMode;
import dev.tidegate.controller.snapshot.Enforcement;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.BackendId;
import dev.tidegate.tls.SelfSignedCertificate;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Verdicts that are kept from one compilation to the next are those that would be made anew.
class PolicyCompilationTest {

    private static final int STEPS = 120;
    private static final InstantSource CLOCK = InstantSource.system();

    private final KubernetesSerialization yaml = new KubernetesSerialization();
    private final Map<String, HasMetadata> known = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void what_was_judged_before_leaves_no_trace(long seed) {
        Random random = new Random(seed);
        Compiler compiler = compiler();
        Compilation onTheWay = compiler.empty();
        int denials = 0;
        for (int step = 0; step < STEPS; step++) {
            Snapshot snapshot =
                    Snapshots.on(Enforcement.values()[random.nextInt(Enforcement.values().length)], world(random));
            onTheWay = compiler.compile(snapshot, onTheWay);
            Compilation anew = compiler.compile(snapshot, compiler.empty());

            assertThat(onTheWay.diagnostics()).isEqualTo(anew.diagnostics());
            assertThat(onTheWay.table().routesLike(anew.table())).isTrue();
            assertThat(onTheWay.table().provenance().digest())
                    .isEqualTo(anew.table().provenance().digest());
            assertThat(onTheWay.policies()).isEqualTo(anew.policies());
            denials += anew.policies().denials().size();
        }
        assertThat(denials).isGreaterThan(STEPS / 4);
    }

    @Test
    void a_change_of_pods_touches_no_backend_of_another_namespace_or_verdict() {
        Compiler compiler = compiler();
        List<HasMetadata> objects = new ArrayList<>(List.of(
                Fixtures.ourClass(),
                object(pod("default", "gw", "gw", "10.9.0.1")),
                object(pod("default", "web-0", "a", "10.0.0.1")),
                object(policy("default", "p", "{podSelector: {matchLabels: {app: b}}}")),
                Fixtures.service("web"),
                Fixtures.slice("web", "10.0.0.1"),
                object(ingress("web", ""))));
        Compilation before = compiler.compile(Snapshots.of(objects), compiler.empty());
        objects.set(2, object(pod("default", "web-0", "c", "10.0.0.1")));
        Compilation after = compiler.compile(Snapshots.of(objects), before);

        assertThat(backend(after)).isSameAs(backend(before));
        assertThat(after.table()).isSameAs(before.table());
    }

    private static Backend backend(Compilation compilation) {
        return Optional.ofNullable(compilation.table().backend(new BackendId("default/web:80")))
                .orElseThrow();
    }

    private static Compiler compiler() {
        CompilerOptions usual = CompilerOptions.DEFAULT;
        CompilerOptions options = new CompilerOptions(
                usual.ingressClass(),
                usual.controllerClass(),
                usual.ingressClassByName(),
                usual.watchIngressWithoutClass(),
                usual.annotationPrefixes(),
                Optional.of(new ObjectKey("default", "settings")),
                usual.defaultBackendService(),
                usual.defaultSslCertificate(),
                usual.loopbackEndpoints(),
                usual.externalNames(),
                usual.locality(),
                PolicyMode.EXPLAIN,
                Optional.of(new ObjectKey("default", "gw")));
        return new Compiler(options, CLOCK, SelfSignedCertificate.generate(CLOCK));
    }

    /// Few names, so that each step changes some of them; what reads the same is the same instance.
    private Snapshot world(Random random) {
        List<HasMetadata> objects = new ArrayList<>();
        objects.add(Fixtures.ourClass());
        if (random.nextInt(4) > 0) {
            objects.add(object(pod("default", "gw", random.nextBoolean() ? "gw" : "b", "10.9.0.1")));
        }
        if (random.nextInt(3) == 0) {
            String mode = PolicyMode.values()[random.nextInt(PolicyMode.values().length)].word();
            objects.add(object("{apiVersion: v1, kind: ConfigMap, metadata: {name: settings, namespace: default},"
                    + " data: {network-policy: \"" + mode + "\"}}"));
        }
        if (random.nextBoolean()) {
            objects.add(object("{apiVersion: v1, kind: Namespace, metadata: {name: default, labels: {l: x}}}"));
        }
        for (String name : List.of("a", "b", "c")) {
            objects.add(known.computeIfAbsent("service " + name, _ -> Fixtures.service(name)));
            String address = "10.0.0." + (1 + random.nextInt(3));
            objects.add(
                    known.computeIfAbsent("slice " + name + address, _ -> Fixtures.slice(name, address, "10.0.0.9")));
            objects.add(object(
                    ingress(name, random.nextInt(3) == 0 ? "tidegate.dev/network-policy: " + word(random) : "")));
        }
        for (int i = 1; i <= 4; i++) {
            if (random.nextInt(4) > 0) {
                objects.add(object(
                        pod(i > 3 ? "other" : "default", "p" + i, random.nextBoolean() ? "a" : "b", "10.0.0." + i)));
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            objects.add(object(policy(random.nextInt(4) == 0 ? "other" : "default", "n" + i, spec(random))));
        }
        return Snapshots.of(objects);
    }

    private static String word(Random random) {
        return List.of("enforce", "explain", "auto", "client", "'off'").get(random.nextInt(5));
    }

    private static String spec(Random random) {
        return List.of(
                        "{podSelector: {}}",
                        "{podSelector: {matchLabels: {app: a}}}",
                        "{podSelector: {matchLabels: {app: a}}, ingress: [{from: [{podSelector: {matchLabels: {app:"
                                + " gw}}}]}]}",
                        "{podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {l: x}}}]}]}",
                        "{podSelector: {matchLabels: {app: gw}}, policyTypes: [Egress], egress: [{to: [{podSelector:"
                                + " {matchLabels: {app: b}}}]}]}",
                        "{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.9.0.0/24}}]}]}",
                        "{podSelector: {}, ingress: [{from: [{namespaceSelector: {}, podSelector: {matchLabels: {app:"
                                + " a}}}]}]}")
                .get(random.nextInt(7));
    }

    private static String pod(String namespace, String name, String app, String address) {
        return "{apiVersion: v1, kind: Pod, metadata: {name: %s, namespace: %s, labels: {app: %s}}, status: {podIP: %s}}"
                .formatted(name, namespace, app, address);
    }

    private static String policy(String namespace, String name, String spec) {
        return "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: %s, namespace: %s}, spec: %s}"
                .formatted(name, namespace, spec);
    }

    private static String ingress(String name, String annotations) {
        return """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: %1$s, namespace: default, annotations: {%2$s}}
            spec:
              ingressClassName: tidegate
              rules:
              - {host: %1$s.example, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: %1$s, port: {number: 80}}}}]}}
            """.formatted(name, annotations);
    }

    private HasMetadata object(String text) {
        return known.computeIfAbsent(text, it -> yaml.unmarshal("---\n" + it));
    }
}
