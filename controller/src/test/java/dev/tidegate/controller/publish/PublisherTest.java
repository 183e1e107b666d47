package dev.tidegate.controller.publish;

import static dev.tidegate.controller.fixture.Fixtures.ingress;
import static dev.tidegate.controller.fixture.Fixtures.ourClass;
import static dev.tidegate.controller.fixture.Fixtures.prefix;
import static dev.tidegate.controller.fixture.Fixtures.secret;
import static dev.tidegate.controller.fixture.Fixtures.withTls;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.compile.Compiler;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.fixture.Snapshots;
import dev.tidegate.gateway.publication.Publication;
import dev.tidegate.tls.SelfSignedCertificate;
import dev.tidegate.tls.TestCertificates;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublisherTest {

    private final Compiler compiler = new Compiler(
            CompilerOptions.DEFAULT, InstantSource.system(), SelfSignedCertificate.generate(InstantSource.system()));
    private final Publisher publisher = new Publisher();

    @Test
    void the_first_table_is_published_even_if_it_is_empty() {
        assertThat(publisher.current()).isEmpty();
        assertThat(publisher.publish(compile())).isPresent();
        assertThat(publisher.current()).isPresent();
    }

    @Test
    void tables_are_numbered_from_one_and_equal_ones_are_not_published() {
        Recorder gateway = new Recorder("gateway");
        publisher.subscribe(gateway);

        publisher.publish(compile(ourClass(), ingress("web", "a.example", prefix("/", "web"))));
        publisher.publish(compile(ourClass(), ingress("web", "a.example", prefix("/", "web"))));
        publisher.publish(compile(ourClass(), ingress("web", "a.example", prefix("/x", "web"))));

        assertThat(gateway.generations()).containsExactly(1L, 2L);
    }

    @Test
    void a_new_certificate_for_an_unrouted_name_is_published_though_no_route_changed() {
        HasMetadata web = withTls(ingress("web", "a.example", prefix("/", "web")), "tls", "other.example");
        publisher.publish(compile(ourClass(), web, secret("tls", TestCertificates.selfSigned("other.example"))));

        assertThat(publisher.publish(
                        compile(ourClass(), web, secret("tls", TestCertificates.selfSigned("other.example")))))
                .isPresent();
    }

    @Test
    void a_publication_keeps_when_and_what_was_compiled() {
        Compilation compilation = compile();
        Publication published = publisher.publish(compilation).orElseThrow();

        assertThat(published.table().provenance().compiledAt())
                .isEqualTo(compilation.table().provenance().compiledAt());
        assertThat(published.table().provenance().digest())
                .isEqualTo(compilation.table().provenance().digest());
        assertThat(published.certificates()).isSameAs(compilation.certificates());
    }

    @Test
    void subscribers_are_called_in_order_and_one_that_throws_stops_nobody() {
        List<String> calls = new ArrayList<>();
        publisher.subscribe(new Recorder("first", calls));
        publisher.subscribe(new TableSubscriber() {
            @Override
            public String name() {
                return "clumsy";
            }

            @Override
            public void onPublication(Publication publication) {
                calls.add("clumsy");
                throw new IllegalStateException("oops");
            }
        });
        publisher.subscribe(new Recorder("last", calls));

        publisher.publish(compile());

        assertThat(calls).containsExactly("first", "clumsy", "last");
    }

    @Test
    void a_late_subscriber_is_given_what_is_current() {
        publisher.publish(compile());
        Recorder late = new Recorder("late");
        publisher.subscribe(late);

        assertThat(late.generations()).containsExactly(1L);
    }

    private Compilation compile(HasMetadata... objects) {
        return compiler.compile(Snapshots.of(objects), compiler.empty());
    }
}
