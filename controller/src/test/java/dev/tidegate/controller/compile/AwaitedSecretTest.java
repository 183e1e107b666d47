package dev.tidegate.controller.compile;

import static dev.tidegate.controller.fixture.Fixtures.createdAt;
import static dev.tidegate.controller.fixture.Fixtures.ingress;
import static dev.tidegate.controller.fixture.Fixtures.ourClass;
import static dev.tidegate.controller.fixture.Fixtures.prefix;
import static dev.tidegate.controller.fixture.Fixtures.secret;
import static dev.tidegate.controller.fixture.Fixtures.withTls;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.fixture.Snapshots;
import dev.tidegate.controller.snapshot.Enforcement;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.PolicyObjects;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.persistent.PersistentMap;
import dev.tidegate.tls.SelfSignedCertificate;
import dev.tidegate.tls.ServerCertificate;
import dev.tidegate.tls.TestCertificate;
import dev.tidegate.tls.TestCertificates;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a Secret means for handshakes while nobody knows it yet.
class AwaitedSecretTest {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final ServerCertificate SELF_SIGNED = SelfSignedCertificate.generate(CLOCK);
    private static final TestCertificate CERTIFICATE = TestCertificates.selfSigned("a.example");
    private static final Ingress NEW = withTls(ingress("new", "a.example", prefix("/", "web")), "cert", "a.example");

    private final Compiler compiler = new Compiler(CompilerOptions.DEFAULT, CLOCK, SELF_SIGNED);

    @Test
    void its_hosts_wait_for_it_and_nothing_is_said() {
        Compilation compilation = compiler.compile(awaiting("cert", ourClass(), NEW), compiler.empty());

        assertThat(compilation.certificates().awaited("a.example")).contains("default/cert");
        assertThat(compilation.certificates().awaited("b.example")).isEmpty();
        assertThat(reasons(compilation)).doesNotContain(DiagnosticReason.SECRET_NOT_FOUND);
    }

    @Test
    void when_it_comes_it_is_served() {
        Compilation before = compiler.compile(awaiting("cert", ourClass(), NEW), compiler.empty());

        Compilation after = compiler.compile(Snapshots.of(ourClass(), NEW, secret("cert", CERTIFICATE)), before);

        assertThat(after.certificates().awaited()).isEmpty();
        assertThat(after.certificates().find("a.example")).isEqualTo(CERTIFICATE.certificate());
    }

    @Test
    void when_there_turns_out_to_be_none_that_is_said_and_the_default_one_is_served() {
        Compilation before = compiler.compile(awaiting("cert", ourClass(), NEW), compiler.empty());

        Compilation after = compiler.compile(Snapshots.of(ourClass(), NEW), before);

        assertThat(after.certificates().awaited()).isEmpty();
        assertThat(after.certificates().find("a.example")).isEqualTo(SELF_SIGNED);
        assertThat(reasons(after)).contains(DiagnosticReason.SECRET_NOT_FOUND);
    }

    @Test
    void a_younger_ingress_does_not_take_the_host_while_the_older_ones_is_awaited() {
        Ingress old = createdAt(
                withTls(ingress("old", "a.example", prefix("/", "web")), "cert", "a.example"), "2026-01-01T00:00:00Z");
        Ingress young = createdAt(
                withTls(ingress("young", "a.example", prefix("/x", "web")), "other", "a.example"),
                "2026-02-01T00:00:00Z");

        Compilation compilation = compiler.compile(
                awaiting("cert", ourClass(), old, young, secret("other", CERTIFICATE)), compiler.empty());

        assertThat(compilation.certificates().awaited("a.example")).contains("default/cert");
        assertThat(reasons(compilation)).doesNotContain(DiagnosticReason.CERTIFICATE_CONFLICT);
    }

    @Test
    void an_older_ones_certificate_is_served_whatever_a_younger_one_awaits() {
        Ingress old = createdAt(
                withTls(ingress("old", "a.example", prefix("/", "web")), "other", "a.example"), "2026-01-01T00:00:00Z");
        Ingress young = createdAt(
                withTls(ingress("young", "a.example", prefix("/x", "web")), "cert", "a.example"),
                "2026-02-01T00:00:00Z");

        Compilation compilation = compiler.compile(
                awaiting("cert", ourClass(), old, young, secret("other", CERTIFICATE)), compiler.empty());

        assertThat(compilation.certificates().awaited("a.example")).isEmpty();
        assertThat(compilation.certificates().find("a.example")).isEqualTo(CERTIFICATE.certificate());
    }

    @Test
    void what_was_good_before_is_served_while_it_is_awaited() {
        Compilation before =
                compiler.compile(Snapshots.of(ourClass(), NEW, secret("cert", CERTIFICATE)), compiler.empty());

        Compilation after = compiler.compile(awaiting("cert", ourClass(), NEW), before);

        assertThat(after.certificates().awaited()).isEmpty();
        assertThat(after.certificates().find("a.example")).isEqualTo(CERTIFICATE.certificate());
        assertThat(after.lastGood().secrets()).containsOnlyKeys(new ObjectKey("default", "cert"));
    }

    @Test
    void whoever_is_served_with_the_default_certificate_waits_for_that() {
        Compiler withDefault = new Compiler(withDefault("cert"), CLOCK, SELF_SIGNED);

        Compilation before = withDefault.compile(awaiting("cert", ourClass()), withDefault.empty());
        assertThat(before.certificates().awaited("any.example")).contains("default/cert");
        assertThat(before.certificates().awaited(null)).contains("default/cert");

        Compilation after = withDefault.compile(Snapshots.of(ourClass(), secret("cert", CERTIFICATE)), before);
        assertThat(after.certificates().awaited()).isEmpty();
        assertThat(after.certificates().find("any.example")).isEqualTo(CERTIFICATE.certificate());
    }

    @Test
    void what_policies_are_made_of_is_good_as_it_is() {
        PolicyObjects none = PolicyObjects.NONE;
        NetworkPolicy policy = new NetworkPolicyBuilder()
                .withNewMetadata()
                .withNamespace("a")
                .withName("b")
                .endMetadata()
                .build();
        PolicyObjects policies = new PolicyObjects(
                none.pods(),
                none.nodes(),
                PersistentMap.<ObjectKey, NetworkPolicy>empty().with(ObjectKey.of(policy), policy),
                none.adminPolicies(),
                none.baselinePolicies(),
                none.clusterPolicies(),
                Enforcement.NO);

        Compilation compilation = compiler.compile(Snapshots.of(ourClass()).with(policies), compiler.empty());

        assertThat(compilation.lastGood().policyObjects()).isEqualTo(policies);
    }

    private static CompilerOptions withDefault(String secret) {
        CompilerOptions usual = CompilerOptions.DEFAULT;
        return new CompilerOptions(
                usual.ingressClass(),
                usual.controllerClass(),
                usual.ingressClassByName(),
                usual.watchIngressWithoutClass(),
                usual.annotationPrefixes(),
                usual.configMap(),
                usual.defaultBackendService(),
                Optional.of(new ObjectKey("default", secret)),
                usual.loopbackEndpoints(),
                usual.externalNames(),
                usual.locality(),
                usual.networkPolicy(),
                usual.ownPod());
    }

    private static Snapshot awaiting(String secret, HasMetadata... objects) {
        ObjectKey key = new ObjectKey("default", secret);
        return Snapshots.of(objects)
                .awaiting(PersistentMap.<ObjectKey, ObjectKey>empty().with(key, key));
    }

    private static List<DiagnosticReason> reasons(Compilation compilation) {
        return compilation.diagnostics().stream().map(Diagnostic::reason).toList();
    }
}
