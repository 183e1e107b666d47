package dev.tidegate.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How `audit` is called and how it ends; what it says is told by the stories of `src/test/audit`.
class AuditCommandTest {

    private static final String WEB = """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          namespace: shop
          annotations: {nginx.ingress.kubernetes.io/%s}
        spec:
          ingressClassName: %s
          rules:
            - host: shop.example
              http:
                paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]
        """;

    @TempDir
    Path folder;

    @Test
    void an_estate_without_a_refusal_ends_with_0() throws IOException {
        Call call = audit(WEB.formatted("ssl-redirect: \"false\"", "nginx"));
        assertThat(call.err()).isEmpty();
        assertThat(call.out()).isEqualTo("""
            Ingress shop/web (shop.example): same
              same ssl-redirect

            1 of 1 Ingress as with ingress-nginx; annotations: 1 same, 0 differ, 0 refused; 0 surprising behaviours
            """);
        assertThat(call.exitCode()).isZero();
    }

    @Test
    void a_refusal_ends_with_1() throws IOException {
        Call call = audit(WEB.formatted("fastcgi-index: index.php", "nginx"));
        assertThat(call.out()).contains("Ingress shop/web (shop.example): refused\n", "  refused fastcgi-index: not");
        assertThat(call.exitCode()).isEqualTo(1);
    }

    @Test
    void our_own_class_is_looked_at_too() throws IOException {
        assertThat(audit(WEB.formatted("fastcgi-index: index.php", "tidegate")).exitCode())
                .isEqualTo(1);
    }

    @Test
    void a_flag_that_names_a_class_chooses() throws IOException {
        Call call = audit(WEB.formatted("fastcgi-index: index.php", "nginx"), "--ingress-class", "mine");
        assertThat(call.exitCode()).isZero();
        assertThat(call.out())
                .contains("Not looked at, being of other classes: 1 of nginx\n", "0 of 0 Ingresses as with");
    }

    @Test
    void json_has_the_same_for_programs() throws IOException {
        Call call = audit(WEB.formatted("fastcgi-index: index.php", "nginx"), "-o", "json");
        JsonNode report = new ObjectMapper().readTree(call.out());
        assertThat(report.path("totals").toString()).isEqualTo("{\"same\":0,\"differs\":0,\"refused\":1}");
        assertThat(report.path("refusedNames").toString()).isEqualTo("{\"fastcgi-index\":1}");
        JsonNode annotation =
                report.path("ingresses").get(0).path("annotations").get(0);
        assertThat(annotation.path("name").asText()).isEqualTo("fastcgi-index");
        assertThat(annotation.path("value").asText()).isEqualTo("index.php");
        assertThat(annotation.path("verdict").asText()).isEqualTo("refused");
        assertThat(annotation.path("how").asText()).contains("; instead: ");
    }

    @Test
    void html_is_one_whole_page() throws IOException {
        Call call = audit(WEB.formatted("fastcgi-index: index.php", "nginx"), "--output=html");
        assertThat(call.out())
                .startsWith("<!DOCTYPE html>\n")
                .endsWith("</html>\n")
                .contains("fastcgi-index");
        assertThat(call.exitCode()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_read_ends_with_2() throws IOException {
        Call broken = audit("kind: {");
        assertThat(broken.exitCode()).isEqualTo(2);
        assertThat(broken.err()).hasLineCount(1).contains("estate.yaml");
        Call missing = Call.of("audit", folder.resolve("none").toString());
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("none: no such file or folder");
    }

    @Test
    void files_and_a_cluster_are_one_too_many() throws IOException {
        Call call = audit(WEB.formatted("ssl-redirect: \"false\"", "nginx"), "--kubeconfig", "config");
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).endsWith("estate.yaml: both given (expected: one of them)\n");
    }

    private Call audit(String manifests, String... flags) throws IOException {
        String file =
                Files.writeString(folder.resolve("estate.yaml"), manifests).toString();
        String[] call = new String[flags.length + 2];
        call[0] = "audit";
        call[1] = file;
        System.arraycopy(flags, 0, call, 2, flags.length);
        return Call.of(call);
    }
}
