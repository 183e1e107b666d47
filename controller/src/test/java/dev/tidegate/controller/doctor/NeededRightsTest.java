package dev.tidegate.controller.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.source.look.Right;
import dev.tidegate.controller.source.manifest.ObjectTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The rights that `doctor` asks about are those that the chart's roles give.
class NeededRightsTest {

    private static final Path ROLES = Path.of("../charts/tidegate/static/rbac.yaml");

    @Test
    void each_right_of_the_chart_is_asked_about() throws IOException {
        Set<String> granted = granted(ROLES);

        assertThat(granted).hasSizeGreaterThan(15).contains("watch secrets.");
        granted.remove("watch secrets."); // Nothing hangs on it: what may not be watched is read again.
        assertThat(names(everything(Set.of()))).containsAll(granted);
    }

    @Test
    void in_some_namespaces_each_is_asked_for_in_each_of_them() {
        List<String> asked = everything(Set.of("shop", "blog")).stream()
                .map(it -> it.right().text())
                .filter(it -> it.startsWith("watch of ingresses."))
                .toList();

        assertThat(asked)
                .containsExactly(
                        "watch of ingresses.networking.k8s.io in blog", "watch of ingresses.networking.k8s.io in shop");
    }

    @Test
    void those_for_external_dns_are_asked_about_and_no_others() throws IOException {
        assertThat(names(NeededRights.ofDnsEndpoints("tidegate")))
                .isEqualTo(granted(Path.of("../charts/tidegate/static/rbac-dnsendpoints.yaml")))
                .hasSize(5);
    }

    private static Set<String> granted(Path roles) throws IOException {
        Set<String> granted = new TreeSet<>();
        for (JsonNode object : ObjectTrees.of("rbac.yaml", Files.readAllBytes(roles))) {
            object.path("rules")
                    .forEach(rule -> rule.path("apiGroups")
                            .forEach(group -> rule.path("resources")
                                    .forEach(resource -> rule.path("verbs")
                                            .forEach(verb -> granted.add(
                                                    verb.asText() + " " + resource.asText() + "." + group.asText())))));
        }
        return granted;
    }

    private static Set<String> names(List<NeededRights.Need> needs) {
        Set<String> names = new TreeSet<>();
        needs.stream()
                .map(NeededRights.Need::right)
                .forEach((Right it) -> names.add(it.verb() + " " + it.resource() + "." + it.group()));
        return names;
    }

    /// With every flag that asks for more.
    private static List<NeededRights.Need> everything(Set<String> namespaces) {
        return NeededRights.of(new NeededRights.Asked(
                namespaces,
                "tidegate",
                Optional.of(new ObjectKey("tidegate", "tidegate-leader")),
                Optional.of(new ObjectKey("tidegate", "tidegate")),
                Optional.of(new ObjectKey("tidegate", "tidegate")),
                true,
                true,
                true,
                true,
                true));
    }
}
