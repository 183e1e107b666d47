package dev.tidegate.controller.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.fixture.FakeSource;
import dev.tidegate.controller.fixture.Snapshots;
import dev.tidegate.controller.fixture.Story;
import dev.tidegate.controller.process.Controllers;
import dev.tidegate.controller.process.RunningController;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Golden dialogues: manifests, and what a client then hears from a running controller over real sockets. Backends say
/// what they were asked; see [EchoOrigin] for what a client can ask of them, and [Dialogue] for how it is written down.
///
/// `-Dgolden=write` writes down what is heard; the diff is the review.
class DialogueTest {

    private static final Path DIALOGUES = Path.of("src/test/dialogues");

    @TestFactory
    List<DynamicTest> dialogues() throws IOException {
        try (Stream<Path> files = Files.list(DIALOGUES)) {
            return files.filter(file -> file.toString().endsWith(".dialogue"))
                    .sorted()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getFileName()
                                    .toString()
                                    .replace(".dialogue", "")
                                    .replace('-', ' '),
                            () -> hold(file)))
                    .toList();
        }
    }

    private static void hold(Path file) throws Exception {
        Story story = Story.read(file);
        FakeSource source = new FakeSource();
        try (EchoOrigin origin = EchoOrigin.start()) {
            List<HasMetadata> objects = story.objects();
            objects.forEach(object -> leadTo(origin, object));
            RunningController controller = Controllers.start(source, story.options());
            try {
                source.sync(Snapshots.of(objects));
                assertThat(controller.awaitTable(Duration.ofSeconds(20))).isTrue();
                compare(story, new Caller(controller.httpPort(), controller.httpsPort()));
            } finally {
                controller.stop();
            }
        }
    }

    private static void compare(Story story, Caller caller) throws Exception {
        Dialogue held =
                new Dialogue(story.section("dialogue")).held(caller::call, Dialogue.names(story.section("show")));
        Story told = story.with(Map.of("dialogue", held.text()));
        if ("write".equals(System.getProperty("golden"))) {
            told.write();
        } else {
            assertThat(told.text()).isEqualTo(story.text());
        }
    }

    private static void leadTo(EchoOrigin origin, HasMetadata object) {
        if (object instanceof EndpointSlice slice) {
            slice.getPorts().forEach(port -> port.setPort(origin.port()));
        }
    }
}
