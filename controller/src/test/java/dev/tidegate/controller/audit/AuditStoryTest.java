package dev.tidegate.controller.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.compile.Compiler;
import dev.tidegate.controller.fixture.Snapshots;
import dev.tidegate.controller.fixture.Story;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.tls.SelfSignedCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The stories of `src/test/audit`: an estate, and the report. `-Dgolden=write` writes the endings.
class AuditStoryTest {

    private static final Path STORIES = Path.of("src/test/audit");

    static Stream<Path> stories() throws IOException {
        try (Stream<Path> files = Files.list(STORIES)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void a_story(Path file) throws IOException {
        Story story = Story.read(file);
        Story told = story.with(Map.of("report", String.join("\n", AuditText.of(audit(story)))));
        if ("write".equals(System.getProperty("golden"))) {
            told.write();
        }
        assertThat(told.text()).isEqualTo(Story.read(file).text());
    }

    @Test
    void each_surprise_is_found_in_some_story() throws IOException {
        for (SurpriseCheck check : Surprises.ALL) {
            assertThat(stories()).as(check.id()).anyMatch(file -> section(file).contains("\n" + check.id() + ": "));
        }
    }

    @Test
    void what_objects_hold_is_text_in_html() throws IOException {
        String html = AuditHtml.of(audit(Story.read(STORIES.resolve("hostile-values.story"))));
        assertThat(html)
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;", "&quot;&gt;&lt;img src=x onerror=")
                .doesNotContain("<script", "<img", "\u001b", "\u202e");
        assertThat(html.codePoints().filter(it -> Character.isISOControl(it) && it != '\n'))
                .isEmpty();
    }

    /// Markup that is ours: these elements, with a class at most.
    @Test
    void html_has_no_element_but_ours() throws IOException {
        String html = AuditHtml.of(audit(Story.read(STORIES.resolve("hostile-values.story"))));
        String body = html.substring(html.indexOf("<body>"));
        assertThat(body.replaceAll(
                        "</?(body|html|h1|h2|h3|p|table|tr|td|ul|li|code|span)("
                                + " class=\"(same|differs|refused|small)\")?>",
                        ""))
                .doesNotContain("<")
                .doesNotContain(">");
    }

    @Test
    void html_fetches_nothing() throws IOException {
        String html = AuditHtml.of(audit(Story.read(STORIES.resolve("an-estate.story"))));
        assertThat(html.substring(0, html.indexOf("<body>")))
                .contains("default-src 'none'")
                .doesNotContain("http://", "https://", "url(", "@import", "<link", "<script");
    }

    private static String section(Path file) {
        try {
            return Story.read(file).section("report");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Audit audit(Story story) {
        Snapshot ours = Adoption.of(Snapshots.of(story.objects()), story.options());
        Compiler compiler = new Compiler(
                story.options(), InstantSource.system(), SelfSignedCertificate.generate(InstantSource.system()));
        Compilation compilation = compiler.compile(ours, compiler.empty());
        return Audit.of(ours, compilation, story.options());
    }
}
