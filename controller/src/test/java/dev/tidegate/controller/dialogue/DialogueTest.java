package dev.tidegate.controller.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.compile.Compiler;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.fixture.FakeSource;
import dev.tidegate.controller.fixture.Snapshots;
import dev.tidegate.controller.fixture.Story;
import dev.tidegate.controller.process.Controllers;
import dev.tidegate.controller.process.RunningController;
import dev.tidegate.tls.SelfSignedCertificate;
import dev.tidegate.tls.ServerCertificate;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Golden dialogues: manifests, and what a client then hears from a running controller over real sockets. Backends say
/// what they were asked; see [EchoOrigin] for what a client can ask of them, and [Dialogue] for how it is written down.
///
/// Where a file has the section `diagnostics`, what is told of the objects stands there.
///
/// `-Dgolden=write` writes down what is heard; the diff is the review.
class DialogueTest {

    private static final Path DIALOGUES = Path.of("src/test/dialogues");
    private static final ServerCertificate SELF_SIGNED = SelfSignedCertificate.generate(InstantSource.system());

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
                compare(story, objects, new Caller(controller.httpPort(), controller.httpsPort()));
            } finally {
                controller.stop();
            }
        }
    }

    private static void compare(Story story, List<HasMetadata> objects, Caller caller) throws Exception {
        Dialogue held =
                new Dialogue(story.section("dialogue")).held(caller::call, Dialogue.names(story.section("show")));
        Map<String, String> endings = new LinkedHashMap<>(Map.of("dialogue", held.text()));
        if (story.sections().containsKey("diagnostics")) {
            endings.put("diagnostics", diagnostics(objects, story.options()));
        }
        Story told = story.with(endings);
        if ("write".equals(System.getProperty("golden"))) {
            told.write();
        } else {
            assertThat(told.text()).isEqualTo(story.text());
        }
    }

    private static String diagnostics(List<HasMetadata> objects, CompilerOptions options) {
        Compiler compiler = new Compiler(options, InstantSource.system(), SELF_SIGNED);
        return compiler.compile(Snapshots.of(objects), compiler.empty()).diagnostics().stream()
                .map(Diagnostic::text)
                .collect(Collectors.joining("\n"));
    }

    private static void leadTo(EchoOrigin origin, HasMetadata object) {
        if (object instanceof EndpointSlice slice) {
            slice.getPorts().forEach(port -> port.setPort(origin.port()));
        }
    }
}
