package dev.tidegate.controller.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.compile.Compiler;
import dev.tidegate.controller.compile.Surroundings;
import dev.tidegate.controller.fixture.Story;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.folder.ManifestFolder;
import dev.tidegate.gateway.publication.Publication;
import dev.tidegate.tls.KeyType;
import dev.tidegate.tls.SelfSignedCertificate;
import dev.tidegate.tls.ServerCertificate;
import dev.tidegate.tls.TestAuthority;
import dev.tidegate.tls.TestCertificate;
import dev.tidegate.tls.TestCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Faults as people make them: manifests with one thing wrong, a request, and what `explain` has to blame first.
///
/// A file holds manifests (`services` and `secrets` are short for some), a request with headers behind bars, and what
/// is expected: the answer; reason, object and field of the first cause; and words of its message.
final class FaultTest {

    private static final Path FAULTS = Path.of("src/test/faults");
    private static final InstantSource CLOCK = InstantSource.system();
    private static final ServerCertificate SELF_SIGNED = SelfSignedCertificate.generate(CLOCK);
    private static final TestAuthority AUTHORITY = TestAuthority.create("a test");

    private static final String CLASS = """
        ---
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata: {name: tidegate}
        spec: {controller: tidegate.dev/ingress-controller}
        """;

    private static final String SERVICE = """
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: NAME}
        spec: {ports: [{port: PORT, targetPort: 8080}]}
        ---
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: NAME-1, labels: {kubernetes.io/service-name: NAME}}
        addressType: IPv4
        ports: [{port: 8080}]
        endpoints: [{addresses: [ADDRESS]}]
        """;

    @TempDir
    Path folder;

    @TestFactory
    List<DynamicTest> faults() throws IOException {
        try (Stream<Path> files = Files.list(FAULTS)) {
            List<Path> all = files.sorted().toList();
            assertThat(all).hasSizeGreaterThan(40);
            return all.stream()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getFileName().toString().replace(".fault", "").replace('-', ' '), () -> find(file)))
                    .toList();
        }
    }

    private void find(Path file) throws IOException {
        Story fault = Story.read(file);
        Explanation explanation = explain(fault);
        List<String> expected = fault.section("expected").lines().toList();
        assertThat(answer(explanation)).isEqualTo(expected.getFirst());
        assertThat(explanation.causes()).as("causes").isNotEmpty();
        Cause first = explanation.causes().getFirst();
        assertThat(cause(first)).as("%s", explanation.causes()).startsWith(expected.get(1));
        expected.stream().skip(2).forEach(words -> assertThat(first.message()).contains(words));
    }

    private Explanation explain(Story fault) throws IOException {
        Path manifests = Files.createDirectories(folder.resolve(fault.file().getFileName()));
        Files.writeString(manifests.resolve("manifests.yaml"), fault.section("manifests"));
        Files.writeString(manifests.resolve("others.yaml"), others(fault));
        Snapshot snapshot = ManifestFolder.read(List.of(manifests));
        Compiler compiler = new Compiler(fault.options(), CLOCK, SELF_SIGNED);
        Compilation compilation = compiler.compile(snapshot, compiler.empty());
        return new Explainer(
                        new Publication(compilation.table(), compilation.certificates()),
                        new Surroundings(snapshot, compilation, fault.options()),
                        compilation.diagnostics(),
                        CLOCK.instant())
                .explain(question(fault.section("request")));
    }

    /// `METHOD URL [from ADDRESS] [| HEADER]...`
    private static Question question(String request) {
        String[] parts = request.split(" \\| ");
        String[] line = parts[0].split(" ");
        Optional<String> client = line.length == 4 ? Optional.of(line[3]) : Optional.empty();
        return Question.of(line[0], line[1], client, Arrays.asList(parts).subList(1, parts.length));
    }

    private static String others(Story fault) {
        StringBuilder out = new StringBuilder();
        if (!fault.section("manifests").contains("kind: IngressClass")) {
            out.append(CLASS);
        }
        fault.section("services")
                .lines()
                .map(line -> line.split(" "))
                .forEach(words -> out.append(SERVICE.replace("NAME", words[0])
                        .replace("PORT", words[1])
                        .replace("ADDRESS", words[2])));
        fault.section("secrets")
                .lines()
                .map(line -> line.split(" "))
                .forEach(words -> out.append(secret(words[0], certificate(words[1], words[2]))));
        return out.toString();
    }

    private static TestCertificate certificate(String how, String host) {
        return how.equals("for")
                ? TestCertificates.selfSigned(host)
                : AUTHORITY.leaf(
                        KeyType.EC, Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:00:00Z"), host);
    }

    private static String secret(String name, TestCertificate certificate) {
        return "---\napiVersion: v1\nkind: Secret\nmetadata: {name: " + name + "}\nstringData:\n  tls.crt: |\n"
                + certificate.certificates().indent(4) + "  tls.key: |\n"
                + certificate.key().indent(4);
    }

    private static String answer(Explanation explanation) {
        Answer answer = explanation.answer();
        return answer.fromBackend() ? "backend" : answer.status() + " " + answer.reason();
    }

    private static String cause(Cause cause) {
        return cause.object() == null
                ? cause.reason() + " -"
                : cause.reason() + " " + cause.object().kind() + " "
                        + cause.object().path() + " " + cause.field();
    }
}
