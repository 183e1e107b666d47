package dev.tidegate.controller.cni;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.fixture.Story;
import dev.tidegate.controller.source.manifest.ObjectTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The stories of `src/test/cni`: what a distribution installs, and what is told of it. The names of DaemonSets,
/// containers, images, labels and annotations are those of the projects' own manifests.
///
/// `-Dgolden=write` writes the endings.
class NetworkPluginTest {

    static Stream<Path> stories() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/cni"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void a_distribution(Path file) throws IOException {
        Story story = Story.read(file);

        String said = said(story);

        if ("write".equals(System.getProperty("golden"))) {
            story.with(Map.of("says", said)).write();
        }
        assertThat(said).isEqualTo(story.section("says"));
    }

    private static String said(Story story) {
        EvidenceReader reader = new EvidenceReader();
        ObjectTrees.of("cluster.yaml", story.section("cluster").getBytes(UTF_8)).forEach(reader::add);
        story.section("unread").lines().map(it -> it.split(" ", 2)).forEach(it -> reader.unread(it[0], it[1]));
        NetworkPlugin plugin = NetworkPlugin.of(reader.evidence());
        List<String> lines = Stream.of(
                        Stream.of(plugin.enforcement() + ": " + plugin.text()),
                        plugin.why().stream().map(it -> "because " + it),
                        plugin.unread().stream().map(it -> "unread " + it))
                .flatMap(it -> it)
                .toList();
        return String.join("\n", lines);
    }
}
