package dev.tidegate.controller.admission;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.tidegate.controller.compile.Compiler;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.compile.Trials;
import dev.tidegate.controller.fixture.Fixtures;
import dev.tidegate.controller.fixture.Snapshots;
import dev.tidegate.tls.SelfSignedCertificate;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What is let in and what is not: a folder for each story, with the objects that there are, and reviews with their
/// answers. `-Dgolden=write` writes the answers.
final class AdmissionStoryTest {

    private static final Path STORIES = Path.of("src/test/admission");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    List<DynamicTest> stories() throws IOException {
        try (Stream<Path> files = Files.walk(STORIES)) {
            return files.filter(file -> file.toString().endsWith(".review.yaml"))
                    .sorted()
                    .map(file -> DynamicTest.dynamicTest(name(file), () -> tell(file)))
                    .toList();
        }
    }

    private static String name(Path review) {
        return STORIES.relativize(review).toString().replace(".review.yaml", "").replace('-', ' ');
    }

    private static void tell(Path file) throws IOException {
        Path folder = requireNonNull(file.getParent());
        Compiler compiler = new Compiler(
                CompilerOptions.DEFAULT,
                InstantSource.fixed(NOW),
                SelfSignedCertificate.generate(InstantSource.system()));
        Trials trials = Trials.among(
                        compiler.compile(Snapshots.of(objects(folder)), compiler.empty()), CompilerOptions.DEFAULT)
                .orElseThrow();
        Review review = review(file);
        Verdict verdict = new Judge(namespaces(folder)).decide(review, trials, NOW);
        String answer = JSON.readTree(ReviewAnswer.json(review, verdict)).toPrettyString() + "\n";
        Path golden = Path.of(file.toString().replace(".review.yaml", ".answer.json"));
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(golden, answer);
        } else {
            assertThat(answer).isEqualTo(Files.readString(golden));
        }
    }

    private static Review review(Path file) throws IOException {
        byte[] json = YAML.readTree(file.toFile()).toString().getBytes(StandardCharsets.UTF_8);
        return switch (ReviewReader.read(json)) {
            case ReviewReading.Read it -> it.review();
            case ReviewReading.Refused it -> throw new AssertionError(it.problem());
        };
    }

    private static Set<String> namespaces(Path folder) throws IOException {
        Path file = folder.resolve("namespaces.txt");
        return Files.exists(file) ? Set.copyOf(Files.readAllLines(file)) : Set.of();
    }

    private static List<HasMetadata> objects(Path folder) throws IOException {
        List<HasMetadata> objects = new ArrayList<>(List.of(Fixtures.ourClass()));
        Path file = folder.resolve("objects.yaml");
        if (Files.exists(file)) {
            KubernetesSerialization yaml = new KubernetesSerialization();
            for (String document : Files.readString(file).split("(?m)^---$")) {
                objects.add(yaml.unmarshal(document));
            }
        }
        return objects;
    }
}
