package dev.tidegate.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.cli.TidegateCommand;
import dev.tidegate.controller.explain.CauseReason;
import dev.tidegate.gateway.table.Reason;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/// The pages that tell lists which also stand in the code.
final class DocsTest {

    private static final Path DOCS = Path.of("../docs");
    private static final Path STORIES = Path.of("src/test/golden");
    private static final Set<String> STANDARD = Set.of("--help", "--version");

    @Test
    void each_reason_has_a_section_and_each_section_a_reason() throws IOException {
        List<String> sections = matches(Files.readString(DOCS.resolve("reasons.md")), "(?m)^## (.+)$");
        assertThat(sections)
                .containsExactlyElementsOf(
                        Arrays.stream(Reason.values()).map(Reason::code).toList());
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void a_reasons_section_begins_with_its_status(Reason reason) throws IOException {
        assertThat(Files.readString(DOCS.resolve("reasons.md")))
                .containsPattern("(?m)^## " + reason.code() + "\n\n" + reason.status() + "[. ]");
    }

    @Test
    void each_flag_has_a_row_and_each_row_a_flag() throws IOException {
        List<String> rows = matches(Files.readString(DOCS.resolve("flags.md")), "(?m)^\\| `(--[A-Za-z0-9_-]+)");
        assertThat(new TreeSet<>(rows)).isEqualTo(flags());
    }

    @Test
    void each_cause_has_a_row() throws IOException {
        List<String> rows = matches(Files.readString(DOCS.resolve("explain.md")), "(?m)^\\| `([A-Z][A-Za-z]+)`");
        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(CauseReason.values())
                        .map(CauseReason::camelCase)
                        .toList());
    }

    @Test
    void each_answer_to_an_open_question_names_a_story_that_there_is() throws IOException {
        List<String> rows = matches(Files.readString(DOCS.resolve("kubernetes.md")), "(?m)^\\|.*\\| (`[^|]+) \\|$");
        assertThat(rows).hasSizeGreaterThan(25);
        List<String> stories = rows.stream()
                .flatMap(row -> matches(row, "`([a-z-]+)`").stream())
                .toList();
        assertThat(stories).allMatch(story -> Files.exists(STORIES.resolve(story + ".story")));
    }

    /// A block whose first line is a call of ours is the call and what it prints.
    @Test
    void what_the_page_of_policies_shows_is_what_is_printed() throws IOException {
        String page = Files.readString(DOCS.resolve("policy.md"));
        List<MatchResult> blocks = Pattern.compile("```\n\\$ \\./tidegate (.*)\n((?s:.*?))```")
                .matcher(page)
                .results()
                .toList();
        assertThat(blocks).hasSize(5);
        for (MatchResult block : blocks) {
            StringWriter out = new StringWriter();
            String[] call = block.group(1).replace("examples/", "../examples/").split(" ");
            TidegateCommand.execute(call, new PrintWriter(out, true), new PrintWriter(new StringWriter()));
            assertThat(block.group(2)).isEqualTo(out.toString().replace("../examples/", "examples/"));
        }
    }

    private static Set<String> flags() {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        return TidegateCommand.line(nowhere, nowhere).getSubcommands().values().stream()
                .flatMap(verb -> Stream.concat(Stream.of(verb), verb.getSubcommands().values().stream()))
                .map(CommandLine::getCommandSpec)
                .flatMap(spec -> spec.options().stream())
                .map(DocsTest::ownName)
                .filter(name -> !STANDARD.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The first; a second one is told in the same row.
    private static String ownName(CommandLine.Model.OptionSpec option) {
        return Arrays.stream(option.names())
                .filter(name -> name.startsWith("--"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> matches(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
