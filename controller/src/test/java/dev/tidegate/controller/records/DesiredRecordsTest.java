package dev.tidegate.controller.records;

import static dev.tidegate.controller.fixture.Fixtures.ingress;
import static dev.tidegate.controller.fixture.Fixtures.ourClass;
import static dev.tidegate.controller.fixture.Fixtures.prefix;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.compile.Compiler;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.fixture.Snapshots;
import dev.tidegate.controller.source.Listing;
import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.Zones;
import dev.tidegate.tls.SelfSignedCertificate;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DesiredRecordsTest {

    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-06-01T12:00:00Z"));
    private static final List<String> HERE = List.of("192.0.2.1");

    private final Compiler compiler = new Compiler(CompilerOptions.DEFAULT, NOW, SelfSignedCertificate.generate(NOW));
    private final List<String> told = new ArrayList<>();
    private Duration age = Duration.ofHours(1);
    private boolean apart;
    private final DesiredRecords records = new DesiredRecords(
            Zones.of("example"),
            Duration.ofMinutes(5),
            () -> HERE,
            namespace -> new Listing(apart ? namespace : "", age),
            List.of((wanted, departed) -> told.add(wanted.names().keySet() + " without " + departed)));
    private Compilation last = compiler.empty();

    private final Ingress web = ingress("web", "web.example", prefix("/", "web"));
    private final Ingress shop = ingress("shop", "shop.example", prefix("/", "shop"));

    private void look(List<String> reachedAt, HasMetadata... objects) {
        last = compiler.compile(Snapshots.of(objects), last);
        records.look(last, reachedAt);
    }

    @Test
    void what_changes_is_told_and_what_does_not_is_not() {
        look(HERE, ourClass(), web);
        look(HERE, ourClass(), web);
        look(HERE, ourClass(), web, shop);
        look(HERE, ourClass(), shop);

        assertThat(told)
                .containsExactly(
                        "[web.example] without []",
                        "[shop.example, web.example] without []",
                        "[shop.example] without [web.example]");
    }

    @Test
    void other_addresses_are_told_and_none_let_nobody_go() {
        look(HERE, ourClass(), web);
        look(List.of(), ourClass(), web);

        assertThat(told).containsExactly("[web.example] without []", "[] without []");
        assertThat(records.wanted().orElseThrow().claimed()).containsExactly(DomainName.of("web.example"));
    }

    @Test
    void all_at_once_just_after_a_list_is_no_deletion() {
        look(HERE, ourClass(), web, shop);
        age = Duration.ofSeconds(1);
        look(HERE, ourClass());

        assertThat(told).containsExactly("[shop.example, web.example] without []", "[] without []");
    }

    @Test
    void the_last_one_is_deleted_like_any_other_while_it_is_watched() {
        look(HERE, ourClass(), web);
        look(HERE, ourClass());

        assertThat(told).containsExactly("[web.example] without []", "[] without [web.example]");
    }

    @Test
    void one_of_several_that_a_list_does_not_have_is_deleted() {
        look(HERE, ourClass(), web, shop);
        age = Duration.ofSeconds(1);
        look(HERE, ourClass(), shop);

        assertThat(told).endsWith("[shop.example] without [web.example]");
    }

    private static Ingress in(String namespace, Ingress ingress) {
        return new IngressBuilder(ingress)
                .editMetadata()
                .withNamespace(namespace)
                .endMetadata()
                .build();
    }

    @Test
    void where_namespaces_are_listed_apart_each_list_is_looked_at_by_itself() {
        look(HERE, ourClass(), in("one", web), in("two", shop));
        apart = true;
        age = Duration.ofSeconds(1);
        look(HERE, ourClass(), in("two", shop));

        assertThat(told).endsWith("[shop.example] without []");
    }

    @Test
    void where_they_are_listed_together_the_last_of_one_namespace_is_deleted_like_any_other() {
        look(HERE, ourClass(), in("one", web), in("two", shop));
        age = Duration.ofSeconds(1);
        look(HERE, ourClass(), in("two", shop));

        assertThat(told).endsWith("[shop.example] without [web.example]");
    }

    @Test
    void the_last_host_that_is_edited_away_departs_whatever_was_listed() {
        look(HERE, ourClass(), web);
        age = Duration.ZERO;
        look(HERE, ourClass(), ingress("web", "", prefix("/", "web")));

        assertThat(told).endsWith("[] without [web.example]");
    }
}
