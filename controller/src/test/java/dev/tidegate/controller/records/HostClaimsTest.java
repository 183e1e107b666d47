package dev.tidegate.controller.records;

import static dev.tidegate.controller.fixture.Fixtures.createdAt;
import static dev.tidegate.controller.fixture.Fixtures.ingress;
import static dev.tidegate.controller.fixture.Fixtures.ourClass;
import static dev.tidegate.controller.fixture.Fixtures.prefix;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.compile.Compiler;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.fixture.Snapshots;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.dns.record.Claim;
import dev.tidegate.dns.record.DomainName;
import dev.tidegate.tls.SelfSignedCertificate;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostClaimsTest {

    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-06-01T12:00:00Z"));

    private final Compiler compiler = new Compiler(CompilerOptions.DEFAULT, NOW, SelfSignedCertificate.generate(NOW));
    private Compilation last = compiler.empty();
    private HostClaims claims = HostClaims.NONE;

    private final Ingress web = ingress("web", "web.example", prefix("/", "web"));
    private final Ingress shop = ingress("shop", "*.shop.example", prefix("/", "shop"));

    private HostClaims look(HasMetadata... objects) {
        last = compiler.compile(Snapshots.of(objects), last);
        claims = claims.next(last);
        return claims;
    }

    private static Ingress annotated(Ingress ingress, String key, String value) {
        return new IngressBuilder(ingress)
                .editMetadata()
                .addToAnnotations(key, value)
                .endMetadata()
                .build();
    }

    private Claim claim(Ingress ingress) {
        return requireNonNull(claims.byIngress().get(ObjectKey.of(ingress)));
    }

    private static Map<DomainName, String> gone(String host, String namespace) {
        return Map.of(DomainName.of(host), namespace);
    }

    private static String key(Ingress ingress) {
        return ObjectKey.of(ingress).path();
    }

    @Test
    void an_ingress_of_ours_claims_its_hosts_since_it_was_made() {
        Ingress old = createdAt(web, "2026-01-01T00:00:00Z");
        look(ourClass(), old);
        Claim claim = claim(old);

        assertThat(claim.resource()).isEqualTo("ingress/" + key(web));
        assertThat(claim.since()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(claim.hosts()).containsExactly("web.example");
    }

    @Test
    void an_ingress_of_another_class_and_one_without_a_host_claim_nothing() {
        Ingress theirs = new IngressBuilder(web)
                .editSpec()
                .withIngressClassName("other")
                .endSpec()
                .build();

        assertThat(look(ourClass(), theirs, ingress("any", "", prefix("/", "any")))
                        .byIngress())
                .isEmpty();
    }

    @Test
    void annotations_of_external_dns_are_part_of_the_claim() {
        look(ourClass(), annotated(web, "external-dns.alpha.kubernetes.io/ttl", "60"));

        assertThat(claim(web).wishes().ttl()).contains(Duration.ofSeconds(60));
    }

    @Test
    void what_did_not_change_is_the_very_same() {
        HostClaims first = look(ourClass(), web, shop);
        HostClaims second = look(ourClass(), annotated(web, "of.no/moment", "here"), shop);

        assertThat(second.byIngress()).isSameAs(first.byIngress());
    }

    @Test
    void the_hosts_of_an_ingress_that_is_deleted_depart() {
        look(ourClass(), web, shop);

        assertThat(look(ourClass(), web).departed())
                .isEqualTo(gone("*.shop.example", shop.getMetadata().getNamespace()));
        assertThat(look(ourClass(), web).departed()).as("told once").isEmpty();
    }

    @Test
    void a_host_that_is_edited_away_departs() {
        look(ourClass(), web);

        assertThat(look(ourClass(), ingress("web", "new.example", prefix("/", "web")))
                        .departed())
                .isEqualTo(gone("web.example", ""));
    }

    @Test
    void a_host_that_another_still_claims_stays() {
        Ingress other = ingress("other", "web.example", prefix("/other", "web"));
        look(ourClass(), web, other);

        assertThat(look(ourClass(), other).departed()).isEmpty();
    }

    @Test
    void a_host_that_moves_from_one_ingress_to_another_stays() {
        look(ourClass(), web);

        assertThat(look(ourClass(), ingress("moved", "web.example", prefix("/", "web")))
                        .departed())
                .isEmpty();
    }

    @Test
    void the_loss_of_the_class_is_nobodys_wish_to_lose_a_name() {
        look(ourClass(), web);
        HostClaims without = look(web);

        assertThat(without.byIngress()).isEmpty();
        assertThat(without.departed()).isEmpty();
    }

    @Test
    void an_ingress_that_is_given_another_class_lets_its_names_go() {
        look(ourClass(), web);

        assertThat(look(
                                ourClass(),
                                new IngressBuilder(web)
                                        .editSpec()
                                        .withIngressClassName("other")
                                        .endSpec()
                                        .build())
                        .departed())
                .isEqualTo(gone("web.example", ""));
    }

    @Test
    void a_namespace_that_is_not_looked_into_any_more_takes_no_name_with_it() {
        var namespace = new NamespaceBuilder()
                .withNewMetadata()
                .withName(web.getMetadata().getNamespace())
                .withLabels(Map.of("team", "a"))
                .endMetadata()
                .build();
        look(ourClass(), namespace, web);

        assertThat(look(ourClass()).departed()).isEmpty();
    }

    @Test
    void a_malformed_edit_claims_what_its_last_good_version_did() {
        look(ourClass(), web);
        Ingress broken = new IngressBuilder(ingress("web", "new.example", prefix("/", "web")))
                .editSpec()
                .editFirstRule()
                .editHttp()
                .editFirstPath()
                .withPathType("Sideways")
                .endPath()
                .endHttp()
                .endRule()
                .endSpec()
                .build();
        HostClaims after = look(ourClass(), broken);

        assertThat(after.departed()).isEmpty();
        assertThat(after.byIngress().values()).extracting(Claim::hosts).containsExactly(List.of("web.example"));
    }

    @Test
    void what_is_excluded_by_its_annotation_departs() {
        look(ourClass(), web);

        assertThat(look(ourClass(), annotated(web, "external-dns.kubernetes.io/exclude", "true"))
                        .departed())
                .isEqualTo(gone("web.example", ""));
    }

    @Test
    void a_host_of_two_ingresses_that_one_lets_go_and_the_other_takes_with_it_is_as_good_as_deleted() {
        Ingress other = ingress("other", "web.example", prefix("/other", "web"));
        look(ourClass(), web, other);

        assertThat(look(ourClass(), ingress("web", "new.example", prefix("/", "web")))
                        .departed())
                .isEqualTo(gone("web.example", other.getMetadata().getNamespace()));
    }
}
