package dev.tidegate.controller.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.annotation.AnnotationTable.Proof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The page of all annotations is what the data says, and each annotation in effect has a test that shows it.
class AnnotationTableTest {

    private static final Path TOP = Path.of("..");
    private static final Path PAGES = TOP.resolve("docs/annotations");
    private static final Path PROOFS = Path.of("src/test/annotations/proofs.txt");

    static Stream<String> inEffect() {
        return AnnotationFamilies.honouredNames().stream()
                .filter(name -> KnownNames.ANNOTATIONS.find(name).orElseThrow().rule() == KnownNames.Rule.HONOURED)
                .sorted();
    }

    @Test
    void the_page_says_what_the_program_does() throws IOException {
        Path page = PAGES.resolve("README.md");
        String markdown = new AnnotationTable(proofs()).markdown();
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(PAGES);
            Files.writeString(page, markdown);
        }
        assertThat(markdown).isEqualTo(Files.readString(page));
    }

    @ParameterizedTest
    @MethodSource("inEffect")
    void what_is_in_effect_is_shown_by_a_test_that_names_it(String name) throws IOException {
        Proof proof = new AnnotationTable(proofs()).proof(name);
        assertThat(proof.files()).as("the line of %s in %s", name, PROOFS).isNotEmpty();
        for (String file : proof.files()) {
            assertThat(TOP.resolve(file)).exists();
            assertThat(Files.readString(TOP.resolve(file))).as(file).contains(name);
        }
        if (!proof.page().isEmpty()) {
            assertThat(Files.readString(PAGES.resolve(proof.page()))).contains("`" + name + "`");
        }
    }

    @Test
    void differences_and_proofs_are_of_names_that_there_are() throws IOException {
        assertThat(KnownNames.ANNOTATIONS.names())
                .containsAll(Differences.names())
                .containsAll(proofs().keySet());
    }

    private static Map<String, Proof> proofs() throws IOException {
        Map<String, Proof> proofs = new TreeMap<>();
        for (String line : Files.readAllLines(PROOFS)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] columns = line.split("\\|", -1);
                Proof proof = new Proof(
                        Arrays.stream(columns[1].split(","))
                                .map(String::trim)
                                .filter(it -> !it.isEmpty())
                                .toList(),
                        columns[2].trim());
                assertThat(proofs.put(columns[0].trim(), proof)).as(line).isNull();
            }
        }
        return proofs;
    }
}
