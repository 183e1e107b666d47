package dev.tidegate.controller.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.compile.Compiler;
import dev.tidegate.controller.compile.Surroundings;
import dev.tidegate.controller.fixture.Snapshots;
import dev.tidegate.controller.fixture.Story;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.tls.SelfSignedCertificate;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The stories of `src/test/diff`: manifests (`manifests`), those that stand in their place (`new`), and what moves.
/// `-Dgolden=write` writes the endings.
class DiffStoryTest {

    private static final Path STORIES = Path.of("src/test/diff");

    static Stream<Path> stories() throws IOException {
        try (Stream<Path> files = Files.list(STORIES)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void a_story(Path file) throws IOException {
        Story story = Story.read(file);
        Standing was = standing(story);
        Standing is = standing(story.with(Map.of("manifests", story.section("new"))));
        String moves = String.join("\n", DifferenceText.of(Difference.between(was, is)))
                .replaceAll("until \\d{4}-\\d\\d-\\d\\d, \\p{XDigit}{16}", "until …, …");
        Story told = story.with(Map.of("moves", moves));
        if ("write".equals(System.getProperty("golden"))) {
            told.write();
        }
        assertThat(told.text()).isEqualTo(Story.read(file).text());
    }

    @ParameterizedTest
    @MethodSource("stories")
    void the_way_back_moves_the_same_things(Path file) throws IOException {
        Story story = Story.read(file);
        Standing was = standing(story);
        Standing is = standing(story.with(Map.of("manifests", story.section("new"))));
        assertThat(Difference.between(is, was).moves())
                .isEqualTo(Difference.between(was, is).moves().stream()
                        .map(move -> new Move(move.thing(), move.is(), move.was()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("stories")
    void nothing_moves_between_a_side_and_itself(Path file) throws IOException {
        Story story = Story.read(file);
        List<HasMetadata> objects = story.objects();
        assertThat(Difference.between(standing(story, objects), standing(story, objects))
                        .moves())
                .isEmpty();
    }

    private static Standing standing(Story story) {
        return standing(story, story.objects());
    }

    /// Each with a self-signed certificate of its own, as two runs have it.
    private static Standing standing(Story story, List<HasMetadata> objects) {
        Snapshot snapshot = Snapshots.of(objects);
        Compiler compiler = new Compiler(
                story.options(), InstantSource.system(), SelfSignedCertificate.generate(InstantSource.system()));
        Compilation compilation = compiler.compile(snapshot, compiler.empty());
        return Standing.of(
                compilation,
                new Surroundings(snapshot, compilation, story.options()),
                Instant.parse("2030-01-01T00:00:00Z"));
    }
}
