package dev.tidegate.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How `diff` is called and how it ends; what it says is told by the stories of `src/test/diff`.
class DiffCommandTest {

    private static final String WEB = """
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata: {name: tidegate}
        spec: {controller: tidegate.dev/ingress-controller}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          ports: [{port: 80}]
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: web}
        spec:
          ingressClassName: tidegate
          rules:
            - host: shop.example
              http:
                paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]
        """;

    @TempDir
    Path folder;

    @Test
    void nothing_moves_between_two_folders_that_say_the_same() throws IOException {
        Path old = Files.createDirectory(folder.resolve("old"));
        Files.writeString(old.resolve("a.yaml"), WEB);
        Path same = write("b.yaml", WEB + "# a comment moves nothing\n");

        Call call = Call.of("diff", old.toString(), same.toString());

        assertThat(call.err()).isEmpty();
        assertThat(call.out()).isEqualTo("nothing moves\n");
        assertThat(call.exitCode()).isZero();
    }

    @Test
    void what_moves_ends_with_1() throws IOException {
        Path old = write("a.yaml", WEB);
        Path next = write("b.yaml", WEB.replace("shop.example", "store.example"));

        Call call = Call.of("diff", old.toString(), next.toString());

        assertThat(call.out())
                .contains("- host shop.example\n", "+ host store.example\n", "- path shop.example Prefix /: ")
                .endsWith("what moves: 2 hosts, 2 paths\n");
        assertThat(call.exitCode()).isEqualTo(1);
    }

    @Test
    void json_has_the_same_for_programs() throws IOException {
        Path old = write("a.yaml", WEB);
        Path next = write("b.yaml", WEB.replace("path: /,", "path: /cart,"));

        Call call = Call.of("diff", old.toString(), next.toString(), "-o", "json");

        JsonNode report = new ObjectMapper().readTree(call.out());
        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(report.path("moves").asBoolean()).isTrue();
        assertThat(report.path("counts").toString()).isEqualTo("{\"path\":2}");
        assertThat(report.path("things").get(0).path("change").asText()).isEqualTo("goes");
        assertThat(report.path("things").get(0).path("name").asText()).isEqualTo("shop.example Prefix /");
        assertThat(report.path("things").get(1).path("change").asText()).isEqualTo("comes");
    }

    @Test
    void a_side_that_is_not_there_ends_with_2() throws IOException {
        Call call = Call.of(
                "diff", write("a.yaml", WEB).toString(), folder.resolve("none").toString());
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err())
                .isEqualTo("tidegate: " + folder.resolve("none")
                        + ": no such file or folder (expected: a manifest or a folder of manifests)\n");
    }

    @Test
    void a_side_that_cannot_be_read_whole_ends_with_2() throws IOException {
        Call call = Call.of(
                "diff",
                write("a.yaml", WEB).toString(),
                write("b.yaml", WEB + "---\n{a: [}\n").toString());
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.out()).isEmpty();
        assertThat(call.err()).hasLineCount(1).contains("b.yaml").endsWith("(expected: manifests that can be read)\n");
    }

    @Test
    void two_sides_and_a_cluster_are_one_too_many() throws IOException {
        String side = write("a.yaml", WEB).toString();
        Call call = Call.of("diff", side, side, "--kubeconfig", "config");
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err())
                .isEqualTo("tidegate: --kubeconfig and " + side
                        + ": both given (expected: one of them as the old side)\n");
    }

    @Test
    void one_that_names_no_side_is_told_what_is_expected() {
        Call call = Call.of("diff");
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).isEqualTo("tidegate: [OLD] NEW: no value (expected: [OLD] NEW)\n");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
