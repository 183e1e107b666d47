package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.annotation.AnnotationVerdict;
import dev.tidegate.controller.annotation.AnnotationVerdicts;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.fixture.Snapshots;
import dev.tidegate.controller.fixture.Story;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.VirtualHost;
import dev.tidegate.tls.SelfSignedCertificate;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Fifty thousand annotations with values that nobody would write on purpose, one at a time: none is a fault of ours,
/// none changes another host, and none gets a control character into the table or into what is said.
class MutatedAnnotationsTest {

    private static final int MUTATIONS = 50_000;
    private static final Path NAMES =
            Path.of("src/main/resources/dev/tidegate/controller/annotation/annotations.names");
    private static final Path STORY = Path.of("src/test/mutations/two-hosts.story");
    private static final ObjectKey CHANGED = new ObjectKey("default", "changed");

    /// Values as they are meant, of each kind there is.
    private static final List<String> MEANT = List.of(
            "true",
            "false",
            "60",
            "8m",
            "/app/$2",
            "/something(/|$)(.*)",
            "https://auth.example/check?rd=$escaped_request_uri",
            "10.0.0.0/8,192.168.0.0/16",
            "default/secret",
            "cookie",
            "GRPC",
            "http://*.a.example:8080, https://b.example",
            "X-A, X-B",
            "error timeout http_502",
            "200 202 401 5m",
            "CN=(a|b)",
            "more_set_headers \"X: y\"; if ($host ~ a) { return 403; }",
            "$request_uri$remote_addr",
            "404,503");

    /// Pieces that have broken parsers before.
    private static final List<String> SPICE = List.of(
            "\u0000",
            "\n",
            "\r\n",
            "\t",
            "\u001b[2J",
            "\u2028",
            "\u202e",
            "\ud800",
            "\"",
            "'",
            "\\",
            "{",
            "}",
            ";",
            "#",
            "${",
            "$1",
            "%0d%0a",
            "(",
            "((((((((a+)+)+)+)+",
            "[",
            "*",
            "|",
            "<script>",
            "-1",
            "99999999999999999999",
            "..",
            "//",
            ",",
            " ",
            "é",
            "\ud83d\ude00");

    private final SplittableRandom random = new SplittableRandom(8);

    @Test
    void a_value_harms_nobody() throws IOException {
        List<String> names = names();
        Story story = Story.read(STORY);
        Snapshot snapshot = Snapshots.of(story.objects());
        Compiler compiler = new Compiler(
                story.options(), InstantSource.system(), SelfSignedCertificate.generate(InstantSource.system()));
        Compilation base = compiler.compile(snapshot, compiler.empty());
        VirtualHost neighbour = host(base, "neighbour.example");
        Ingress plain = requireNonNull(snapshot.ingresses().get(CHANGED));

        for (int i = 0; i < MUTATIONS; i++) {
            String name = "nginx.ingress.kubernetes.io/" + names.get(random.nextInt(names.size()));
            String value = mutated();
            Map<String, String> annotations = Map.of(name, value);
            Ingress changed = new IngressBuilder(plain)
                    .editMetadata()
                    .withAnnotations(annotations)
                    .endMetadata()
                    .build();
            Compilation compilation = compiler.compile(
                    snapshot.with(snapshot.ingresses().with(CHANGED, changed), snapshot.services(), snapshot.names()),
                    base);

            assertThat(compilation.diagnostics())
                    .as("%s: %s", name, value)
                    .allMatch(it -> it.reason() != DiagnosticReason.INTERNAL_FAULT)
                    .allMatch(it -> isPrintable(it.text()));
            assertThat(host(compilation, "neighbour.example"))
                    .as("%s: %s", name, value)
                    .isEqualTo(neighbour);
            assertThat(compilation.table().hosts().get(HostPattern.parse("changed.example")))
                    .as("%s: %s", name, value)
                    .matches(it -> it.isPresent() || name.endsWith("/canary")) // which has no primary here
                    .matches(it -> isPrintable(it.toString()));
            assertThat(AnnotationVerdicts.of(
                            annotations, story.options().annotationPrefixes(), compilation.diagnostics()))
                    .as("%s: %s", name, value)
                    .allMatch(it -> isPrintable(it.value() + it.how() + it.name()))
                    .extracting(AnnotationVerdict::outcome)
                    .hasSizeLessThan(2);
        }
    }

    /// A value as it is meant, and up to three things done to it.
    private String mutated() {
        StringBuilder value = new StringBuilder(MEANT.get(random.nextInt(MEANT.size())));
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(value.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> value.insert(at, SPICE.get(random.nextInt(SPICE.size())));
                case 1 -> value.delete(at, Math.min(value.length(), at + random.nextInt(1, 5)));
                case 2 -> value.insert(at, MEANT.get(random.nextInt(MEANT.size())));
                default ->
                    value.insert(at, SPICE.get(random.nextInt(SPICE.size())).repeat(random.nextInt(1, 200)));
            }
        }
        return value.toString();
    }

    private static VirtualHost host(Compilation compilation, String name) {
        return compilation.table().hosts().get(HostPattern.parse(name)).orElseThrow();
    }

    private static boolean isPrintable(String text) {
        return text.codePoints().noneMatch(it -> Character.isISOControl(it) || it == 0x2028 || it == 0x202e);
    }

    private static List<String> names() throws IOException {
        return Files.readAllLines(NAMES).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" ")[0])
                .toList();
    }
}
