package dev.tidegate.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.fixture.Story;
import dev.tidegate.controller.fixture.TestApiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `doctor` asks an API server, and says of it what it says of a folder with the same objects; and each thing that it
/// may not look at is missing by itself.
class DoctorOnClusterTest {

    private static final Path STORIES = Path.of("src/test/doctor");

    @TempDir
    Path folder;

    private TestApiServer server;

    @BeforeEach
    void a_server_of_today() {
        server = TestApiServer.start();
        server.answer("/version", "{\"gitVersion\":\"v1.34.1\"}");
        server.answer("/apis", "{\"groups\":[{\"name\":\"networking.k8s.io\",\"versions\":[]}]}");
        server.answer("/apis/networking.k8s.io/v1", resources("ingresses", "ingressclasses", "networkpolicies"));
        server.answer("/apis/discovery.k8s.io/v1", resources("endpointslices"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static Stream<Path> stories() throws IOException {
        return DoctorCommandTest.stories();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void a_cluster_is_told_as_a_folder_is(Path file) throws IOException {
        Story story = Story.read(file);

        Call call = doctor(story);

        assertThat(call.err()).isEmpty();
        assertThat(call.out().lines().takeWhile(it -> !it.endsWith(" well")).filter(it -> !ofServer(it)))
                .containsExactlyElementsOf(story.section("says")
                        .lines()
                        .skip(1)
                        .takeWhile(it -> !it.endsWith(" well"))
                        .toList());
        assertThat("exit " + call.exitCode())
                .isEqualTo(story.section("says").lines().findFirst().orElseThrow());
    }

    private static boolean ofServer(String line) {
        return line.startsWith("OK    api-server: Kubernetes v1.34.1 serves all kinds that are read")
                || line.startsWith("OK    rights: all ");
    }

    @Test
    void missing_rights_are_named_with_what_does_not_work_without_them() throws IOException {
        server.deny("watch endpointslices", "create events", "patch events");

        Call call = doctor(Story.read(STORIES.resolve("all-well.story")));

        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.out()).contains("""
            FAIL  rights: missing: watch of endpointslices.discovery.k8s.io
                  It means: Nothing is served: no endpoint of any Service is known.
                  Do: Grant it to this account, as the chart's roles do (docs/rbac.md says what each right is for); or ask as the account that Tidegate runs under.
            WARN  rights: missing: create of events.events.k8s.io, patch of events.events.k8s.io
                  It means: Problems with an Ingress are not told by Events; the log and /api still have them.
            """);
    }

    @Test
    void what_may_not_be_looked_at_is_missing_by_itself() throws IOException {
        server.refuse("/daemonsets");

        Call call = doctor(Story.read(STORIES.resolve("calico-and-deny-all.story")));

        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.out()).contains("""
            WARN  network-plugin: no network plug-in that is known was seen
                  - not looked at: daemonsets.apps: forbidden
                  It means: Whether the one policy here is in effect is not known.
            """, "FAIL  policies: 1 of 1 backends deny the gateway");
    }

    @Test
    void one_who_may_look_at_nothing_still_gets_an_answer() throws IOException {
        server.refuse("/");

        Call call = doctor(Story.read(STORIES.resolve("calico-and-deny-all.story")));

        assertThat(call.err()).isEmpty();
        assertThat(call.out().lines().filter(it -> !it.startsWith(" ")))
                .containsExactly(
                        "WARN  api-server: the API server does not say what it serves",
                        "WARN  rights: the API server does not say which rights there are",
                        "WARN  network-plugin: no network plug-in that is known was seen",
                        "WARN  policies: pods or networkpolicies may not be read by this account",
                        "WARN  classes: ingressclasses may not be read by this account",
                        "0 failed, 5 to look at, 0 well");
    }

    @Test
    void an_old_server_is_told() throws IOException {
        server.answer("/version", "{\"gitVersion\":\"v1.18.20\"}");
        server.answer("/apis/networking.k8s.io/v1", resources("networkpolicies"));
        server.answer("/apis/discovery.k8s.io/v1", resources());

        Call call = doctor(Story.read(STORIES.resolve("all-well.story")));

        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.out())
                .startsWith("FAIL  api-server: Kubernetes v1.18.20 does not serve ingresses networking.k8s.io/v1,"
                        + " ingressclasses networking.k8s.io/v1, endpointslices discovery.k8s.io/v1\n");
    }

    @Test
    void a_server_that_is_not_there_is_one_line() throws IOException {
        Path kubeconfig = kubeconfig();
        server.close();

        Call call = Call.of("doctor", "--kubeconfig", kubeconfig.toString());

        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.out()).isEmpty();
        assertThat(call.err())
                .startsWith("tidegate: http://localhost:" + server.port() + "/: no answer: ")
                .endsWith(" (expected: an API server that answers)\n")
                .hasLineCount(1);
    }

    private Call doctor(Story story) throws IOException {
        KubernetesSerialization yaml = new KubernetesSerialization();
        for (String document : story.section("manifests").split("(?m)^---$")) {
            HasMetadata object = yaml.unmarshal(document);
            server.put(object);
        }
        List<String> arguments =
                new ArrayList<>(List.of("doctor", "--kubeconfig", kubeconfig().toString()));
        story.section("options").lines().forEach(arguments::add);
        return Call.of(arguments.toArray(new String[0]));
    }

    private Path kubeconfig() throws IOException {
        return Files.writeString(folder.resolve("kubeconfig"), """
            apiVersion: v1
            kind: Config
            current-context: tests
            contexts: [{name: tests, context: {cluster: tests, user: tests}}]
            clusters: [{name: tests, cluster: {server: "http://localhost:%d"}}]
            users: [{name: tests, user: {token: t}}]
            """.formatted(server.port()));
    }

    private static String resources(String... names) {
        return "{\"resources\":["
                + String.join(
                        ",",
                        Stream.of(names).map(it -> "{\"name\":\"" + it + "\"}").toList())
                + "]}";
    }
}
