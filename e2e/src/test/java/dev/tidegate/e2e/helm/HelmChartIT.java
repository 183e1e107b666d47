package dev.tidegate.e2e.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.e2e.helm.Helm.Said;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the chart makes of values, and whether its documents are true. `src/test/helm` has a pair of files for each
/// case: `NAME.values.yaml`, and what comes of it, `NAME.golden.yaml`.
@HelmTest
class HelmChartIT {

    private static final Path CASES = Path.of("src/test/helm");
    private static final String VALUES = ".values.yaml";
    private static final KubernetesSerialization YAML = new KubernetesSerialization();
    private static final Pattern METRIC = Pattern.compile("\\b(?:tidegate|nginx_ingress_controller)_[a-z_]+");

    private final Helm helm = Helm.ofEnvironment();

    @Test
    void helm_finds_nothing_to_blame() {
        Said said = helm.lint();

        assertThat(said.exit()).describedAs(said.output() + said.complaint()).isZero();
    }

    @Test
    void the_chart_brings_the_image_of_this_version() {
        String version = Chart.parse(Chart.text("Chart.yaml"))
                .getOrDefault("appVersion", "")
                .toString();

        assertThat(Chart.read(Path.of("../pom.xml"))).contains("""
              <artifactId>tidegate</artifactId>
              <version>%s</version>
            """.formatted(version));
        assertThat(Chart.text("Chart.yaml")).contains("image: ghcr.io/tidegate/tidegate:" + version);
    }

    static Stream<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(VALUES))
                    .map(name -> name.substring(0, name.length() - VALUES.length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void values_become_these_objects(String name) {
        new Golden(CASES.resolve(name + ".golden.yaml")).check(rendered(name));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void kubernetes_knows_each_field(String name) {
        List<HasMetadata> objects = objects(rendered(name));

        assertThat(objects).isNotEmpty().allSatisfy(object -> {
            assertThat(object.getMetadata().getName()).matches("[a-z0-9]([-a-z0-9.]*[a-z0-9])?");
            assertThat(UnknownFields.of(object)).isEmpty();
        });
        assertThat(objects.stream().map(HelmChartIT::identity)).doesNotHaveDuplicates();
    }

    /// The schema knows each key of ingress-nginx's chart: takes it, or lets the chart say what to do instead.
    @Test
    void no_key_of_ingress_nginx_is_unknown() {
        ChartSchema schema = ChartSchema.read();

        assertThat(Chart.read(CASES.resolve("ingress-nginx.keys")).lines())
                .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
                .flatMap(line -> {
                    String parent = line.substring(0, line.indexOf(':')).strip();
                    return Arrays.stream(line.substring(line.indexOf(':') + 1)
                                    .strip()
                                    .split(" +"))
                            .map(key -> parent.isEmpty() ? key : parent + "." + key)
                            .toList();
                })
                .hasSizeGreaterThan(300)
                .allSatisfy(key -> assertThat(schema.has(key)).describedAs(key).isTrue());
    }

    @Test
    void each_default_is_a_key_of_the_schema() {
        ChartSchema schema = ChartSchema.read();

        assertThat(ValuesTable.ofValues().lines().skip(2).map(row -> row.split("`")[1]))
                .hasSizeGreaterThan(150)
                .allSatisfy(key -> assertThat(schema.has(key)).describedAs(key).isTrue());
    }

    @Test
    void the_readme_lists_values_and_refusals() {
        Golden readme = new Golden(Chart.FOLDER.resolve("README.md"));

        readme.checkPart("values", ValuesTable.ofValues());
        readme.checkPart("refused", ValuesTable.ofRefusals());
    }

    @Test
    void alerts_and_the_dashboard_read_metrics_that_there_are() {
        Set<String> exported = new HashSet<>(metrics(Chart.read(Path.of("../docs/operations.md"))));
        exported.add("nginx_ingress_controller_response_size");
        Set<String> read = new HashSet<>(metrics(Chart.text("files/alerts.yaml")));
        read.addAll(metrics(Chart.text("files/dashboard.json")));

        assertThat(read.stream().map(name -> name.replaceFirst("_(bucket|sum|count)$", "")))
                .hasSizeGreaterThan(20)
                .isSubsetOf(exported);
    }

    private static List<String> metrics(String text) {
        return METRIC.matcher(text).results().map(MatchResult::group).toList();
    }

    private String rendered(String name) {
        Said said = helm.template(Chart.read(CASES.resolve(name + VALUES)));
        assertThat(said.complaint()).isEmpty();
        assertThat(said.exit()).isZero();
        return said.output();
    }

    private static List<HasMetadata> objects(String documents) {
        return Arrays.stream(documents.split("(?m)^---$"))
                .filter(document -> !document.isBlank())
                .map(document -> (HasMetadata) YAML.unmarshal(document))
                .toList();
    }

    private static String identity(HasMetadata object) {
        return object.getKind() + " " + object.getMetadata().getNamespace() + "/"
                + object.getMetadata().getName();
    }
}
