package dev.tidegate.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.fixture.TestApiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `audit` and `diff` look at a cluster once, and say nothing of what they could not see.
class AuditOnClusterTest {

    private static final String SHOP = """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: shop
          namespace: default
          annotations: {nginx.ingress.kubernetes.io/fastcgi-index: index.php}
        spec:
          ingressClassName: nginx
          rules:
            - host: shop.example
              http:
                paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]
        """;

    private static final String CLASS = """
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata: {name: nginx}
        spec: {controller: k8s.io/ingress-nginx}
        """;

    private static final String CLASS_FLAG = "--controller-class=k8s.io/ingress-nginx";

    @TempDir
    Path folder;

    private TestApiServer server;
    private String kubeconfig = "";

    @BeforeEach
    void a_cluster_with_one_shop() throws IOException {
        server = TestApiServer.start();
        server.answer("/version", "{\"gitVersion\":\"v1.34.1\"}");
        KubernetesSerialization yaml = new KubernetesSerialization();
        server.put(yaml.<HasMetadata>unmarshal(SHOP));
        server.put(yaml.<HasMetadata>unmarshal(CLASS));
        kubeconfig = Files.writeString(folder.resolve("kubeconfig"), """
            apiVersion: v1
            kind: Config
            current-context: tests
            contexts: [{name: tests, context: {cluster: tests, user: tests}}]
            clusters: [{name: tests, cluster: {server: "http://localhost:%d"}}]
            users: [{name: tests, user: {token: t}}]
            """.formatted(server.port()))
                .toString();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void an_estate_in_a_cluster_is_audited() {
        Call call = Call.of("audit", "--kubeconfig", kubeconfig);
        assertThat(call.err()).isEmpty();
        assertThat(call.out()).contains("Ingress default/shop (shop.example): refused\n");
        assertThat(call.exitCode()).isEqualTo(1);
    }

    @Test
    void ingresses_that_may_not_be_listed_end_it() {
        server.refuse("/ingresses");
        Call call = Call.of("audit", "--kubeconfig", kubeconfig);
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.out()).isEmpty();
        assertThat(call.err())
                .isEqualTo("tidegate: " + kubeconfig
                        + ": ingresses: forbidden (expected: an account that may list them)\n");
    }

    @Test
    void what_is_in_the_cluster_already_moves_nothing() throws IOException {
        Path same = Files.writeString(folder.resolve("same.yaml"), SHOP);
        Call call = Call.of("diff", same.toString(), "--kubeconfig", kubeconfig, CLASS_FLAG);
        assertThat(call.err()).isEmpty();
        assertThat(call.out()).isEqualTo("nothing moves\n");
        assertThat(call.exitCode()).isZero();
    }

    @Test
    void what_is_applied_takes_nothing_else_away() throws IOException {
        Path more = Files.writeString(
                folder.resolve("more.yaml"),
                SHOP.replace("name: shop\n", "name: more\n").replace("shop.example", "more.example"));
        Call call = Call.of("diff", more.toString(), "--kubeconfig", kubeconfig, CLASS_FLAG);
        assertThat(call.out()).contains("+ host more.example\n").doesNotContain("shop.example");
        assertThat(call.out().lines().filter(it -> it.startsWith("-") || it.startsWith("~")))
                .isEmpty();
        assertThat(call.exitCode()).isEqualTo(1);
    }
}
