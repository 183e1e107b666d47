package dev.tidegate.controller.explain;

import static dev.tidegate.controller.fixture.Fixtures.ingress;
import static dev.tidegate.controller.fixture.Fixtures.ourClass;
import static dev.tidegate.controller.fixture.Fixtures.path;
import static dev.tidegate.controller.fixture.Fixtures.prefix;
import static dev.tidegate.controller.fixture.Fixtures.service;
import static dev.tidegate.controller.fixture.Fixtures.slice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.compile.Compiler;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.compile.Surroundings;
import dev.tidegate.controller.fixture.Snapshots;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.gateway.publication.Publication;
import dev.tidegate.tls.SelfSignedCertificate;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is said of a request that an Ingress in quarantine takes.
final class QuarantineTest {

    private static final InstantSource CLOCK = InstantSource.system();

    @Test
    void the_version_that_is_served_is_named_and_so_is_what_is_wrong_with_the_newer_one() {
        Compiler compiler = new Compiler(CompilerOptions.DEFAULT, CLOCK, SelfSignedCertificate.generate(CLOCK));
        Compilation good =
                compiler.compile(snapshot(ingress("web", "shop.example", prefix("/", "web"))), compiler.empty());
        Snapshot edited = snapshot(ingress("web", "shop.example", prefix("/", "web"), path("Regex", "/other", "web")));
        Compilation after = compiler.compile(edited, good);
        Explanation explanation = new Explainer(
                        new Publication(after.table(), after.certificates()),
                        new Surroundings(edited, after, CompilerOptions.DEFAULT),
                        after.diagnostics(),
                        CLOCK.instant())
                .explain(Question.of("GET", "http://shop.example/x", Optional.empty(), List.of()));
        assertThat(explanation.answer().fromBackend()).isTrue();
        assertThat(explanation.causes()).extracting(Cause::reason).contains("Quarantined", "InvalidField");
        assertThat(explanation.causes()).extracting(Cause::field).contains("spec.rules[0].http.paths[1].pathType");
    }

    private static Snapshot snapshot(Ingress ingress) {
        return Snapshots.of(ourClass(), service("web"), slice("web", "10.0.0.1"), ingress);
    }
}
