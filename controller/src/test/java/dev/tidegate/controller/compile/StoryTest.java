package dev.tidegate.controller.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.fixture.Snapshots;
import dev.tidegate.controller.fixture.Story;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.tls.SelfSignedCertificate;
import dev.tidegate.tls.ServerCertificate;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Golden stories: manifests, and the table, diagnostics and answers that they lead to, side by side in one file.
///
/// `-Dgolden=write` rewrites what follows from the manifests; the diff is the review.
class StoryTest {

    private static final Path GOLDEN = Path.of("src/test/golden");
    private static final ServerCertificate SELF_SIGNED = SelfSignedCertificate.generate(InstantSource.system());

    @TestFactory
    List<DynamicTest> stories() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.filter(file -> file.toString().endsWith(".story"))
                    .sorted()
                    .map(file -> DynamicTest.dynamicTest(name(file), () -> tell(file)))
                    .toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".story", "").replace('-', ' ');
    }

    private static void tell(Path file) throws IOException {
        Story story = Story.read(file);
        Compiler compiler = new Compiler(story.options(), InstantSource.system(), SELF_SIGNED);
        Compilation compilation = compiler.empty();
        for (List<HasMetadata> objects : story.steps()) {
            Snapshot snapshot =
                    Snapshots.on(story.enforcement(), Snapshots.knowing(Snapshots.of(objects), story.names()));
            compilation = compiler.compile(snapshot, compilation);
        }
        StoryText text = new StoryText(compilation);
        Map<String, String> endings = new LinkedHashMap<>();
        endings.put("table", text.table());
        endings.put("diagnostics", text.diagnostics());
        endings.put("requests", text.requests(story.section("requests")));
        Story told = story.with(endings);
        if ("write".equals(System.getProperty("golden"))) {
            told.write();
        } else {
            assertThat(told.text()).isEqualTo(story.text());
        }
    }
}
