package dev.tidegate.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidegate.controller.fixture.Story;
import dev.tidegate.dns.ScriptedNameServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xbill.DNS.Rcode;

/// The stories of `src/test/doctor`: what stands in a cluster, and what `doctor` says of it; its first line is the exit
/// code. `-Dgolden=write` writes the endings.
class DoctorCommandTest {

    private static final Path STORIES = Path.of("src/test/doctor");

    @TempDir
    Path folder;

    static Stream<Path> stories() throws IOException {
        try (Stream<Path> files = Files.list(STORIES)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void a_story(Path file) throws IOException {
        Story story = Story.read(file);

        Call call = doctor(story);

        String said = "exit " + call.exitCode() + "\n" + call.out().strip();
        if ("write".equals(System.getProperty("golden"))) {
            story.with(Map.of("says", said)).write();
        }
        assertThat(call.err()).isEmpty();
        assertThat(said).isEqualTo(story.section("says"));
    }

    @Test
    void json_has_the_same_for_programs() throws IOException {
        Call call = doctor(Story.read(STORIES.resolve("calico-and-deny-all.story")), "-o", "json");

        JsonNode report = new ObjectMapper().readTree(call.out());
        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(report.path("level").asText()).isEqualTo("fail");
        assertThat(report.path("checks").get(1).toPrettyString()).isEqualToIgnoringNewLines("""
            {
              "check" : "policies",
              "level" : "fail",
              "found" : "1 of 1 backends deny the gateway, pod tidegate/tidegate-7c9d5-x2x8q",
              "details" : [ "Service shop/web, port 80: ingress of pod shop/web-0: NetworkPolicy shop/deny-all isolates it, and no rule allows pod tidegate/tidegate-7c9d5-x2x8q on TCP 8080" ],
              "means" : "The network plug-in drops the gateway's packets without a word: clients wait, and get 504 (connect-timeout).",
              "remedy" : "`./tidegate policy suggest --service NAMESPACE/NAME` prints the smallest policy that lets the gateway in (docs/policy.md)."
            }\
            """);
    }

    @Test
    void the_name_server_that_records_are_kept_on_is_asked_as_run_would() throws IOException {
        try (ScriptedNameServer server = ScriptedNameServer.start().fails("bad.example.", Rcode.REFUSED)) {
            assertThat(nameServer(server, "bad.example")).contains("""
                FAIL  name-server: %1$s refuses 1 of 1 zones
                      - %1$s, zone bad.example, name bad.example: it says REFUSED (expected: one that lets no key ask for it)
                      It means: No DNS record is made or changed there;\
                """.formatted(
                            "server 127.0.0.1 port " + server.address().getPort()));
        }
    }

    private String nameServer(ScriptedNameServer server, String zones) throws IOException {
        return doctor(
                        Story.read(STORIES.resolve("calico-and-deny-all.story")),
                        "--dns-publish=rfc2136",
                        "--dns-zone=" + zones,
                        "--txt-owner-id=us",
                        "--rfc2136-insecure",
                        "--rfc2136-tsig-axfr=false",
                        "--rfc2136-host=127.0.0.1",
                        "--rfc2136-port=" + server.address().getPort())
                .out();
    }

    @Test
    void a_folder_that_is_not_there_is_one_line() {
        Call call = Call.of("doctor", "--manifests", folder.resolve("nowhere").toString());

        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err())
                .isEqualTo("tidegate: " + folder.resolve("nowhere")
                        + ": no such folder (expected: a folder of manifests)\n");
    }

    @Test
    void outside_of_a_pod_it_wants_to_know_where_the_cluster_is() {
        Call call = Call.of("doctor");

        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err())
                .isEqualTo(
                        "tidegate: KUBERNETES_SERVICE_HOST: not set, so this is no pod (expected: --kubeconfig FILE or"
                                + " --manifests DIR)\n");
    }

    private Call doctor(Story story, String... more) throws IOException {
        Files.writeString(folder.resolve("all.yaml"), story.section("manifests"));
        List<String> arguments = new ArrayList<>(List.of("doctor", "--manifests", folder.toString()));
        story.section("options").lines().forEach(arguments::add);
        arguments.addAll(List.of(more));
        return Call.of(arguments.toArray(new String[0]));
    }
}
