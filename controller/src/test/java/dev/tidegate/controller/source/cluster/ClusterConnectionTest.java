package dev.tidegate.controller.source.cluster;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.controller.fixture.TestApiServer;
import dev.tidegate.controller.source.SourceRefused;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterConnectionTest {

    @TempDir
    Path temp;

    @Test
    void a_kubeconfig_leads_to_the_server_of_its_current_context() throws IOException {
        try (TestApiServer server = TestApiServer.start();
                KubernetesClient client = ClusterConnection.byKubeconfig(kubeconfig("test", server.port()))) {
            assertThat(client.services().inNamespace("a").list().getItems()).isEmpty();
            assertThat(server.requests()).containsExactly("/api/v1/namespaces/a/services");
        }
    }

    @Test
    void a_kubeconfig_that_is_missing_or_makes_no_sense_is_refused_in_one_line() throws IOException {
        assertRefused(temp.resolve("none"), ": no such file (expected: a kubeconfig)");
        assertRefused(temp, ": not a file (expected: a kubeconfig)");
        assertRefused(
                Files.writeString(temp.resolve("broken"), "clusters: [\n"),
                ": does not parse: expected the node content,");
        assertRefused(Files.writeString(temp.resolve("wrong"), "clusters: 5\n"), ": does not parse: ");
        assertRefused(Files.writeString(temp.resolve("empty"), ""), ": ");
        assertRefused(kubeconfig("another", 1), ": no current context (expected: a kubeconfig whose");
    }

    @Test
    void the_token_of_a_kubeconfig_may_stand_in_a_file_which_is_read_anew() throws IOException {
        Path token = Files.writeString(temp.resolve("token-file"), "first\n");
        Path file = kubeconfig("test", 1);
        Files.writeString(file, Files.readString(file).replace("{token: t}", "{token: t, tokenFile: token-file}"));
        try (KubernetesClient client = ClusterConnection.byKubeconfig(file)) {
            assertThat(client.getConfiguration().getOauthTokenProvider().getToken())
                    .isEqualTo("first");
            Files.writeString(token, "second\n");
            assertThat(client.getConfiguration().getOauthTokenProvider().getToken())
                    .isEqualTo("second");
        }
        Files.delete(token);
        assertThatThrownBy(() -> ClusterConnection.byKubeconfig(file).close())
                .isInstanceOf(SourceRefused.class)
                .hasMessage(token + ": no such file (expected: the token that the kubeconfig " + file + " speaks of)");
    }

    @Test
    void in_a_pod_the_service_account_is_used_and_its_token_read_anew() throws IOException {
        Path token = Files.writeString(temp.resolve("token"), "first\n");
        try (InputStream certificate = requireNonNull(getClass().getResourceAsStream("ca.crt"))) {
            Files.copy(certificate, temp.resolve("ca.crt"));
        }
        try (KubernetesClient client = ClusterConnection.inCluster(
                Map.of("KUBERNETES_SERVICE_HOST", "fd00::1", "KUBERNETES_SERVICE_PORT", "6443"), temp)) {
            assertThat(client.getMasterUrl()).hasToString("https://[fd00::1]:6443/");
            assertThat(client.getConfiguration().getOauthTokenProvider().getToken())
                    .isEqualTo("first");
            Files.writeString(token, "second\n");
            assertThat(client.getConfiguration().getOauthTokenProvider().getToken())
                    .isEqualTo("second");
        }
    }

    @Test
    void outside_of_a_pod_it_says_what_to_do() {
        assertThatThrownBy(() -> ClusterConnection.inCluster(Map.of(), temp))
                .isInstanceOf(SourceRefused.class)
                .hasMessage("KUBERNETES_SERVICE_HOST: not set, so this is no pod"
                        + " (expected: --kubeconfig FILE or --manifests DIR)");
        assertThatThrownBy(() -> ClusterConnection.inCluster(Map.of("KUBERNETES_SERVICE_HOST", "10.0.0.1"), temp))
                .isInstanceOf(SourceRefused.class)
                .hasMessageContaining("expected: the token of a service account");
    }

    @Test
    void a_service_account_without_a_certificate_authority_is_refused() throws IOException {
        Files.writeString(temp.resolve("token"), "t");
        assertThatThrownBy(() -> ClusterConnection.inCluster(Map.of("KUBERNETES_SERVICE_HOST", "10.0.0.1"), temp))
                .isInstanceOf(SourceRefused.class)
                .hasMessage(temp + ": not usable: no such file " + temp.resolve("ca.crt")
                        + " (expected: a server, certificates and a key)");
    }

    /// fabric8's default HTTP client is built for Vert.x 4 and would be chosen, and die, on our Vert.x 5.
    @Test
    void the_jdk_http_client_is_the_only_one_on_the_class_path() {
        assertThat(ServiceLoader.load(HttpClient.Factory.class))
                .singleElement()
                .isInstanceOf(JdkHttpClientFactory.class);
        assertThatThrownBy(() -> Class.forName("io.fabric8.kubernetes.client.vertx.VertxHttpClientFactory"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    private static void assertRefused(Path file, String problem) {
        assertThatThrownBy(() -> ClusterConnection.byKubeconfig(file).close())
                .isInstanceOf(SourceRefused.class)
                .hasMessageStartingWith(file + problem)
                .hasMessageContaining("(expected: a kubeconfig")
                .message()
                .doesNotContain("\n");
    }

    private Path kubeconfig(String currentContext, int port) throws IOException {
        return Files.writeString(temp.resolve("kubeconfig"), """
            apiVersion: v1
            kind: Config
            current-context: %s
            clusters: [{name: test, cluster: {server: "http://localhost:%d"}}]
            contexts: [{name: test, context: {cluster: test, user: test}}]
            users: [{name: test, user: {token: t}}]
            """.formatted(currentContext, port));
    }
}
