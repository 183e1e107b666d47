package dev.tidegate.controller.compile;

import static dev.tidegate.controller.fixture.Fixtures.createdAt;
import static dev.tidegate.controller.fixture.Fixtures.ingress;
import static dev.tidegate.controller.fixture.Fixtures.ourClass;
import static dev.tidegate.controller.fixture.Fixtures.prefix;
import static dev.tidegate.controller.fixture.Fixtures.secret;
import static dev.tidegate.controller.fixture.Fixtures.service;
import static dev.tidegate.controller.fixture.Fixtures.slice;
import static dev.tidegate.controller.fixture.Fixtures.withTls;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.diagnostic.Diagnostics;
import dev.tidegate.controller.fixture.Snapshots;
import dev.tidegate.controller.policy.PolicyMode;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.BackendId;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.ResourceRef;
import dev.tidegate.gateway.table.Route;
import dev.tidegate.gateway.table.VirtualHost;
import dev.tidegate.tls.KeyType;
import dev.tidegate.tls.SelfSignedCertificate;
import dev.tidegate.tls.ServerCertificate;
import dev.tidegate.tls.TestAuthority;
import dev.tidegate.tls.TestCertificate;
import dev.tidegate.tls.TestCertificates;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@SuppressWarnings("serial") // fabric8 makes its objects serializable; nobody writes these
class CompilerTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final ServerCertificate SELF_SIGNED = SelfSignedCertificate.generate(InstantSource.fixed(NOW));

    private final Compiler compiler = new Compiler(CompilerOptions.DEFAULT, InstantSource.fixed(NOW), SELF_SIGNED);

    @Test
    void nothing_compiles_to_an_empty_table() {
        Compilation compilation = compile();

        assertThat(compilation.table().hosts().size()).isZero();
        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(compilation.certificates().find("a.example")).isEqualTo(SELF_SIGNED);
    }

    @Test
    void what_the_source_found_is_told_with_the_rest() {
        Diagnostic finding = Diagnostic.error(
                ResourceRef.of("File", "", "web.yaml"), "", DiagnosticReason.MALFORMED_OBJECT, "line 3: a tab");
        Snapshot snapshot = Snapshots.of().with(Diagnostics.of(List.of(finding)));

        assertThat(compiler.compile(snapshot, compiler.empty()).diagnostics()).containsExactly(finding);
    }

    @Test
    void a_table_says_when_it_was_compiled_and_what_it_holds() {
        Compilation compilation = compile(ingress("web", "a.example", prefix("/", "web")));

        assertThat(compilation.table().provenance().compiledAt()).isEqualTo(NOW);
        assertThat(compilation.table().provenance().digest()).hasSize(32);
    }

    @Test
    void equal_content_has_an_equal_digest_and_other_content_another() {
        Compilation one =
                compile(ingress("web", "a.example", prefix("/", "web")), service("web"), slice("web", "10.0.0.1"));
        Compilation same =
                compile(slice("web", "10.0.0.1"), service("web"), ingress("web", "a.example", prefix("/", "web")));
        Compilation otherPath =
                compile(ingress("web", "a.example", prefix("/x", "web")), service("web"), slice("web", "10.0.0.1"));
        Compilation otherEndpoint =
                compile(ingress("web", "a.example", prefix("/", "web")), service("web"), slice("web", "10.0.0.2"));

        assertThat(digest(same)).isEqualTo(digest(one));
        assertThat(List.of(digest(one), digest(otherPath), digest(otherEndpoint)))
                .doesNotHaveDuplicates();
    }

    @Test
    void nothing_changed_and_the_table_is_the_very_same() {
        HasMetadata[] objects = {
            ourClass(), ingress("web", "a.example", prefix("/", "web")), service("web"), slice("web", "10.0.0.1")
        };
        Compilation first = compiler.compile(Snapshots.of(objects), compiler.empty());
        Compilation second = compiler.compile(Snapshots.of(objects), first);

        assertThat(second.table()).isSameAs(first.table());
        assertThat(second.certificates()).isSameAs(first.certificates());
        assertThat(second.diagnostics()).isEqualTo(first.diagnostics());
    }

    @Test
    void a_change_of_status_alone_changes_no_table() {
        Ingress web = ingress("web", "a.example", prefix("/", "web"));
        Ingress withStatus = new IngressBuilder(web)
                .editMetadata()
                .withResourceVersion("2")
                .endMetadata()
                .withNewStatus()
                .withNewLoadBalancer()
                .addNewIngress()
                .withIp("192.0.2.1")
                .endIngress()
                .endLoadBalancer()
                .endStatus()
                .build();
        Compilation first = compile(web);

        assertThat(compileAfter(first, withStatus).table()).isSameAs(first.table());
    }

    @Test
    void an_edit_of_one_ingress_leaves_all_other_hosts_the_same_instances() {
        List<HasMetadata> objects = new ArrayList<>(List.of(ourClass(), service("web"), slice("web", "10.0.0.1")));
        for (int i = 0; i < 50; i++) {
            objects.add(ingress("web-" + i, "host-" + i + ".example", prefix("/", "web")));
        }
        Compilation first = compiler.compile(Snapshots.of(objects), compiler.empty());
        objects.set(10, ingress("web-7", "host-7.example", prefix("/new", "web")));
        Compilation second = compiler.compile(Snapshots.of(objects), first);

        for (int i = 0; i < 50; i++) {
            String host = "host-" + i + ".example";
            if (i == 7) {
                assertThat(host(second, host)).isNotEqualTo(host(first, host));
            } else {
                assertThat(host(second, host)).isSameAs(host(first, host));
            }
        }
        assertThat(second.table().backends()).isSameAs(first.table().backends());
    }

    @Test
    void an_endpoint_that_comes_touches_its_backend_and_no_host() {
        Ingress web = ingress("web", "a.example", prefix("/", "web"), prefix("/other", "other"));
        Service service = service("web");
        Service other = service("other");
        var otherSlice = slice("other", "10.0.1.1");
        Compilation first = compile(web, service, other, otherSlice, slice("web", "10.0.0.1"));
        Compilation second = compileAfter(first, web, service, other, otherSlice, slice("web", "10.0.0.1", "10.0.0.2"));

        assertThat(second.table().hosts()).isSameAs(first.table().hosts());
        assertThat(backend(second, "default/other:80")).isSameAs(backend(first, "default/other:80"));
        assertThat(backend(second, "default/web:80").endpoints())
                .containsExactly(new Endpoint("10.0.0.1", 8080), new Endpoint("10.0.0.2", 8080));
        assertThat(digest(second)).isNotEqualTo(digest(first));
    }

    @Test
    void a_service_that_appears_later_is_picked_up_and_its_complaint_is_gone() {
        Ingress web = ingress("web", "a.example", prefix("/", "web"));
        Compilation first = compile(web);
        Compilation second = compileAfter(first, web, service("web"), slice("web", "10.0.0.1"));

        assertThat(reasons(first)).containsExactly(DiagnosticReason.SERVICE_NOT_FOUND);
        assertThat(reasons(second)).isEmpty();
        assertThat(backend(second, "default/web:80").endpoints()).hasSize(1);
    }

    @Test
    void deleting_the_winner_promotes_the_runner_up() {
        Ingress old = createdAt(ingress("old", "a.example", prefix("/", "old")), "2026-01-01T00:00:00Z");
        Ingress young = createdAt(ingress("young", "a.example", prefix("/", "young")), "2026-02-01T00:00:00Z");
        Compilation both = compile(old, young, service("old"), service("young"));
        Compilation one = compileAfter(both, young, service("old"), service("young"));

        assertThat(ids(both)).containsExactly("default/old rules[0].paths[0]");
        assertThat(ids(one)).containsExactly("default/young rules[0].paths[0]");
        assertThat(reasons(both)).contains(DiagnosticReason.PATH_CONFLICT);
        assertThat(reasons(one)).doesNotContain(DiagnosticReason.PATH_CONFLICT);
    }

    @Test
    void an_ingress_that_leaves_our_class_is_dropped_with_its_host() {
        Ingress web = ingress("web", "a.example", prefix("/", "web"));
        Ingress left = new IngressBuilder(web)
                .editSpec()
                .withIngressClassName("other")
                .endSpec()
                .build();
        Compilation second = compileAfter(compile(web), left);

        assertThat(second.table().hosts().size()).isZero();
        assertThat(second.table().backends()).isEmpty();
    }

    @Test
    void an_ingress_class_that_appears_takes_its_ingresses_in() {
        Ingress web = ingress("web", "a.example", prefix("/", "web"));
        Compilation without = compiler.compile(Snapshots.of(web), compiler.empty());
        Compilation with = compiler.compile(Snapshots.of(ourClass(), web), without);

        assertThat(without.table().hosts().size()).isZero();
        assertThat(with.table().hosts().size()).isEqualTo(1);
    }

    @Test
    void a_rotated_secret_is_another_certificate_and_leaves_the_other_hosts_alone() {
        Ingress web = withTls(ingress("web", "a.example", prefix("/", "web")), "tls", "a.example");
        Ingress other = withTls(ingress("other", "b.example", prefix("/", "web")), "other", "b.example");
        Secret otherSecret = secret("other", TestCertificates.selfSigned("b.example"));
        TestCertificate before = TestCertificates.selfSigned("a.example");
        TestCertificate after = TestCertificates.selfSigned("a.example");
        Compilation first = compile(web, other, otherSecret, secret("tls", before));
        Compilation second = compileAfter(first, web, other, otherSecret, secret("tls", after));

        assertThat(first.certificates().find("a.example")).isEqualTo(before.certificate());
        assertThat(second.certificates().find("a.example")).isEqualTo(after.certificate());
        assertThat(host(second, "a.example").certificate())
                .contains(after.certificate().id());
        assertThat(host(second, "b.example")).isSameAs(host(first, "b.example"));
    }

    @Test
    void a_secret_that_turns_bad_or_vanishes_leaves_its_last_good_certificate_and_is_told() {
        Ingress web = withTls(ingress("web", "a.example", prefix("/", "web")), "tls", "a.example");
        TestCertificate good = TestCertificates.selfSigned("a.example");
        Compilation first = compile(web, secret("tls", good));
        Compilation bad = compileAfter(first, web, secret("tls", "garbage", "garbage"));
        Compilation gone = compileAfter(bad, web);
        Compilation mended = compileAfter(gone, web, secret("tls", good));

        assertThat(List.of(bad, gone, mended)).allSatisfy(it -> {
            assertThat(it.certificates().find("a.example")).isEqualTo(good.certificate());
            assertThat(it.table().hosts()).isEqualTo(first.table().hosts());
        });
        assertThat(reasons(bad)).contains(DiagnosticReason.INVALID_CERTIFICATE);
        assertThat(reasons(gone)).contains(DiagnosticReason.SECRET_NOT_FOUND);
        assertThat(bad.diagnostics().toString()).contains("its last good certificate stands");
        assertThat(reasons(mended))
                .doesNotContain(DiagnosticReason.INVALID_CERTIFICATE, DiagnosticReason.SECRET_NOT_FOUND);
    }

    @Test
    void a_secret_that_nobody_names_any_more_is_forgotten() {
        Ingress web = ingress("web", "a.example", prefix("/", "web"));
        Ingress tls = withTls(web, "tls", "a.example");
        Compilation first = compile(tls, secret("tls", TestCertificates.selfSigned("a.example")));
        Compilation released = compileAfter(first, web);
        Compilation again = compileAfter(released, tls);

        assertThat(again.certificates().find("a.example")).isEqualTo(SELF_SIGNED);
    }

    @Test
    void a_certificate_expires_while_nothing_else_changes() {
        Ingress web = withTls(ingress("web", "a.example", prefix("/", "web")), "tls", "a.example");
        TestCertificate certificate = TestAuthority.create("test")
                .leaf(KeyType.EC, NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(1)), "a.example");
        Snapshot snapshot = Snapshots.of(ourClass(), web, secret("tls", certificate));
        Compilation first = compiler.compile(snapshot, compiler.empty());
        Compiler later =
                new Compiler(CompilerOptions.DEFAULT, InstantSource.fixed(NOW.plus(Duration.ofDays(2))), SELF_SIGNED);
        Compilation second = later.compile(snapshot, first);

        assertThat(reasons(first)).doesNotContain(DiagnosticReason.CERTIFICATE_EXPIRED);
        assertThat(reasons(second)).contains(DiagnosticReason.CERTIFICATE_EXPIRED);
        assertThat(second.certificates()).isSameAs(first.certificates());
    }

    @Test
    void a_secret_may_hold_its_pem_in_lines_of_base64_or_as_string_data() {
        Ingress web = withTls(ingress("web", "a.example", prefix("/", "web")), "tls", "a.example");
        TestCertificate good = TestCertificates.selfSigned("a.example");
        Secret plain = new SecretBuilder(secret("tls", "overruled", "overruled"))
                .withStringData(Map.of("tls.crt", good.certificates(), "tls.key", good.key()))
                .build();
        Secret folded = secret("tls", good);
        folded.getData().replaceAll((name, value) -> value.replaceAll("(.{76})", "$1\n"));

        assertThat(compile(web, plain).certificates().find("a.example")).isEqualTo(good.certificate());
        assertThat(compile(web, folded).certificates().find("a.example")).isEqualTo(good.certificate());
    }

    @Test
    void no_diagnostic_and_no_text_of_a_compilation_holds_a_key() {
        Ingress web = withTls(ingress("web", "a.example", prefix("/", "web")), "tls", "a.example");
        TestCertificate certificate = TestCertificates.selfSigned("a.example");
        String secretText = certificate.key().lines().toList().get(1);
        Compilation swapped = compile(web, secret("tls", certificate.key(), certificate.certificates()));
        Compilation good = compile(web, secret("tls", certificate));

        assertThat(swapped.diagnostics().toString() + swapped + good).doesNotContain(secretText);
    }

    @Test
    void a_fault_of_our_own_costs_the_ingress_it_was_met_on_and_no_other() {
        Ingress web = ingress("web", "a.example", prefix("/", "web"));
        Compilation compilation = compile(web, new HostileIngress("hostile"), service("web"), slice("web", "10.0.0.1"));

        assertThat(host(compilation, "a.example").routes()).hasSize(1);
        assertThat(compilation.diagnostics()).singleElement().satisfies(it -> {
            assertThat(it.source().path()).isEqualTo("default/hostile");
            assertThat(it.reason()).isEqualTo(DiagnosticReason.INTERNAL_FAULT);
            assertThat(it.message()).contains("no spec today", "CompilerTest.java");
        });
    }

    @Test
    void a_fault_of_our_own_costs_the_service_it_was_met_on_and_no_other() {
        Ingress web = ingress("web", "a.example", prefix("/", "web"), prefix("/hostile", "hostile"));
        Compilation compilation = compile(web, new HostileService("hostile"), service("web"), slice("web", "10.0.0.1"));

        assertThat(backend(compilation, "default/web:80").endpoints()).hasSize(1);
        assertThat(backend(compilation, "default/hostile:80").endpoints()).isEmpty();
        assertThat(reasons(compilation)).containsExactly(DiagnosticReason.INTERNAL_FAULT);
    }

    @Test
    void a_fault_of_our_own_costs_the_secret_it_was_met_on_and_leaves_its_last_good_certificate() {
        Ingress web = withTls(ingress("web", "a.example", prefix("/", "web")), "tls", "a.example");
        TestCertificate good = TestCertificates.selfSigned("a.example");
        Compilation second = compileAfter(compile(web, secret("tls", good)), web, new HostileSecret("tls"));

        assertThat(second.certificates().find("a.example")).isEqualTo(good.certificate());
        assertThat(reasons(second)).contains(DiagnosticReason.INTERNAL_FAULT);
    }

    @Test
    void the_secrets_that_matter_are_those_of_our_ingresses_and_the_default_one() {
        CompilerOptions options = new CompilerOptions(
                "tidegate",
                "tidegate.dev/ingress-controller",
                false,
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new ObjectKey("system", "default-tls")),
                false,
                true,
                Locality.ANYWHERE,
                PolicyMode.EXPLAIN,
                Optional.empty());
        Ingress ours = withTls(ingress("web", "a.example", prefix("/", "web")), "tls", "a.example");
        Ingress foreign = new IngressBuilder(withTls(ours, "foreign"))
                .editMetadata()
                .withName("foreign")
                .endMetadata()
                .editSpec()
                .withIngressClassName("other")
                .endSpec()
                .build();

        assertThat(NamedSecrets.of(Snapshots.of(ourClass(), ours, foreign), options))
                .containsExactlyInAnyOrder(new ObjectKey("default", "tls"), new ObjectKey("system", "default-tls"));
    }

    /// Objects that no parser makes, in place of a bug of ours.
    @SuppressWarnings("serial")
    private static final class HostileIngress extends Ingress {
        HostileIngress(String name) {
            setMetadata(service(name).getMetadata());
        }

        @Override
        public IngressSpec getSpec() {
            throw new IllegalStateException("no spec today");
        }
    }

    @SuppressWarnings("serial")
    private static final class HostileService extends Service {
        HostileService(String name) {
            setMetadata(service(name).getMetadata());
        }

        @Override
        public ServiceSpec getSpec() {
            throw new IllegalStateException("no spec today");
        }
    }

    @SuppressWarnings("serial")
    private static final class HostileSecret extends Secret {
        HostileSecret(String name) {
            setMetadata(service(name).getMetadata());
        }

        @Override
        public Map<String, String> getData() {
            throw new IllegalStateException("no data today");
        }
    }

    private Compilation compile(HasMetadata... objects) {
        return compileAfter(compiler.empty(), objects);
    }

    private Compilation compileAfter(Compilation before, HasMetadata... objects) {
        List<HasMetadata> all = new ArrayList<>(Arrays.asList(objects));
        all.add(ourClass());
        return compiler.compile(Snapshots.of(all), before);
    }

    private static String digest(Compilation compilation) {
        return compilation.table().provenance().digest();
    }

    private static VirtualHost host(Compilation compilation, String name) {
        return compilation.table().hosts().get(HostPattern.parse(name)).orElseThrow();
    }

    private static Backend backend(Compilation compilation, String id) {
        return Optional.ofNullable(compilation.table().backend(new BackendId(id)))
                .orElseThrow();
    }

    private static List<DiagnosticReason> reasons(Compilation compilation) {
        return compilation.diagnostics().stream()
                .map(Diagnostic::reason)
                .distinct()
                .toList();
    }

    private static List<String> ids(Compilation compilation) {
        return host(compilation, "a.example").routes().stream()
                .map(Route::id)
                .map(id -> id.value())
                .toList();
    }
}
