package dev.tidegate.controller.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.address.IpAddress;
import dev.tidegate.controller.cli.TidegateCommand;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.folder.ManifestFolder;
import dev.tidegate.controller.source.manifest.ManifestReader;
import dev.tidegate.controller.source.manifest.ManifestReading.ObjectReading.Accepted;
import dev.tidegate.controller.source.manifest.ManifestReading.Parsed;
import dev.tidegate.policy.traffic.Connection;
import dev.tidegate.policy.traffic.Party;
import dev.tidegate.policy.traffic.Pod;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The stories of `src/test/netpol`, which are Kubernetes' own tests of NetworkPolicy under their numbers, and some
/// more; and of `src/test/clusterpol`, which are those of the network-policy-api. Each is a folder of manifests, and
/// who reaches whom.
///
/// Number 49, and that an API server refuses what is a fault in number 50, can only be asked of an API server.
class PolicyStoryTest {

    private static final Path STORIES = Path.of("src/test");

    @TempDir
    Path folder;

    /// Documents by kind, namespace and name.
    private final Map<String, String> documents = new TreeMap<>();

    static Stream<PolicyStory> stories() throws IOException {
        return Stream.concat(stories("netpol"), stories("clusterpol"));
    }

    private static Stream<PolicyStory> stories(String room) throws IOException {
        try (Stream<Path> files = Files.list(STORIES.resolve(room))) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".story"))
                    .sorted()
                    .toList();
            List<PolicyStory> read = new ArrayList<>();
            for (Path file : found) {
                read.add(PolicyStory.read(file));
            }
            return read.stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void a_story(PolicyStory story) throws IOException {
        add(Files.readString(story.file().resolveSibling("world.yaml")));
        int tables = 0;
        for (PolicyStory.Part part : story.parts()) {
            switch (part.name()) {
                case "" -> assertThat(part.body()).isNotBlank();
                case "policies", "then" -> add(part.body());
                case "without" ->
                    part.body()
                            .lines()
                            .forEach(it -> assertThat(documents.remove(it)).isNotNull());
                case "faults" -> assertThat(faults()).isEqualTo(part.body());
                default -> {
                    compare(part);
                    tables++;
                }
            }
        }
        assertThat(tables).isPositive();
    }

    @Test
    void the_upstream_cases_are_all_there() throws IOException {
        assertThat(stories("netpol")
                        .map(PolicyStory::toString)
                        .filter(name -> name.matches("\\d\\d-.*"))
                        .map(name -> Integer.parseInt(name.substring(0, 2))))
                .contains(IntStream.rangeClosed(1, 50)
                        .filter(number -> number != 49)
                        .boxed()
                        .toArray(Integer[]::new));
    }

    private void add(String manifests) throws IOException {
        for (String document : manifests.split("(?m)^---$")) {
            var reading = ManifestReader.read("story.yaml", document.getBytes(UTF_8));
            assertThat(reading).isInstanceOf(Parsed.class);
            for (var object : ((Parsed) reading).objects()) {
                assertThat(object).isInstanceOf(Accepted.class);
                documents.put(
                        ((Accepted) object).manifest().id().ref().kind() + " "
                                + ((Accepted) object).manifest().id().ref().path(),
                        document.strip());
            }
        }
    }

    private Snapshot snapshot() throws IOException {
        Files.writeString(folder.resolve("all.yaml"), String.join("\n---\n", documents.values()));
        return ManifestFolder.read(List.of(folder));
    }

    private String faults() throws IOException {
        Snapshot snapshot = snapshot();
        return String.join(
                "\n",
                PolicyReading.of(snapshot.policyObjects()).faults().stream()
                        .map(Diagnostic::text)
                        .toList());
    }

    private void compare(PolicyStory.Part part) throws IOException {
        Snapshot snapshot = snapshot();
        Population population = Population.of(snapshot);
        PolicyReading reading = PolicyReading.of(snapshot.policyObjects());
        TruthTable expected = TruthTable.parse(
                part.name(),
                part.body(),
                population.inOrder().stream().map(Pod::path).toList());
        Map<TruthTable.Pair, Boolean> actual = new LinkedHashMap<>();
        expected.reaches()
                .forEach((pair, _) -> actual.put(
                        pair,
                        reading.policies()
                                .verdict(new Connection(
                                        party(pair.from(), population),
                                        party(pair.to(), population),
                                        expected.port(),
                                        expected.protocol()))
                                .getsThrough()));
        assertThat(actual).as(part.name()).isEqualTo(expected.reaches());
        Set<Boolean> asked = new LinkedHashSet<>();
        expected.reaches().forEach((pair, reaches) -> {
            if (asked.add(reaches)) {
                askTheCommandLine(pair, expected, reaches);
            }
        });
    }

    /// One of each answer a table.
    private void askTheCommandLine(TruthTable.Pair pair, TruthTable table, boolean reaches) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = TidegateCommand.execute(
                new String[] {
                    "policy", "verdict",
                    "--manifests", folder.toString(),
                    "--from", pair.from(),
                    "--to", pair.to(),
                    "--port", table.port() + "/" + table.protocol().name().toLowerCase(Locale.ROOT)
                },
                new PrintWriter(out, true),
                new PrintWriter(err, true));

        String first = out.toString().lines().findFirst().orElse(err.toString());
        assertThat(exitCode).as(first).isEqualTo(reaches ? 0 : 1);
        assertThat(List.of("allowed", "not-isolated").contains(first)).isEqualTo(reaches);
        assertThat(first.equals("denied")).isEqualTo(!reaches);
    }

    private static Party party(String name, Population population) {
        return IpAddress.parse(name)
                .map(population::at)
                .orElseGet(() -> population.pod(ObjectKey.parse(name)).orElseThrow());
    }
}
