package dev.tidegate.controller.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.explain.Explanation;
import dev.tidegate.controller.view.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `lint` and `explain` say of the demo's own manifests, and of broken ones.
final class LintAndExplainTest {

    private static final String DEMO = "../examples/demo";

    @TempDir
    Path folder;

    @Test
    void the_samples_have_no_finding() {
        Call lint = Call.of("lint", DEMO);
        assertThat(lint.out()).isEqualTo("0 errors, 0 warnings; 3 of 3 Ingresses routed, 3 hosts\n");
        assertThat(lint.exitCode()).isEqualTo(0);
    }

    @Test
    void an_error_is_one_line_with_its_field_and_exit_code_1() throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: bad}
            spec: {rules: 3}
            """);
        Call lint = Call.of("lint", folder.toString());
        assertThat(lint.exitCode()).isEqualTo(1);
        assertThat(lint.out().lines().findFirst().orElse(""))
                .startsWith("error Ingress default/bad spec.rules: ")
                .endsWith("(MalformedObject)");
        assertThat(lint.out()).contains("1 error, ").contains("0 of 0 Ingresses routed");
    }

    @Test
    void an_ingress_of_another_class_does_not_look_sound() throws IOException {
        Files.writeString(folder.resolve("other.yaml"), """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: other}
            spec:
              ingressClassName: nginx
              defaultBackend: {service: {name: web, port: {number: 80}}}
            """);
        assertThat(Call.of("lint", folder.toString()).out()).contains("0 of 1 Ingress routed");
    }

    @Test
    void a_request_is_explained_with_its_route_endpoints_certificate_and_rivals() {
        Call explain = Call.of("explain", "https://shop.example/cart", "--manifests", DEMO);
        assertThat(explain.exitCode()).isEqualTo(0);
        assertThat(explain.out())
                .startsWith(
                        "GET https://shop.example/cart\n  answer       from Service default/cart, port http\n  host ")
                .contains("  host         shop.example (by its exact name)\n")
                .contains("  route        Exact /cart  from Ingress default/shop spec.rules[0].http.paths[0]\n")
                .contains("  endpoints    127.0.0.1:18082\n               127.0.0.1:18083\n")
                .contains("  certificate  for shop.example, until 2046-")
                .contains("Prefix /  from Ingress default/shop spec.rules[0].http.paths[1]: takes it too, but an exact"
                        + " path beats a prefix\n")
                .contains("host *: less exact than shop.example, whose answer is final\n");
    }

    @Test
    void clear_text_is_explained_as_a_redirect() {
        assertThat(Call.of("explain", "POST", "shop.example/cart/", "--manifests", DEMO)
                        .out())
                .startsWith("POST http://shop.example/cart/\n  answer       308 https-redirect: ");
    }

    @Test
    void where_nothing_matches_the_reason_is_the_one_of_the_header() {
        assertThat(Call.of("explain", "http://blog.example/postscript", "--manifests", DEMO)
                        .out())
                .contains("  answer       404 no-path: none of the paths of blog.example takes it\n")
                .contains("because      Ingress default/blog spec.rules[0].http.paths[0].path: Prefix /posts does not"
                        + " take /postscript: prefixes are taken by whole path elements (PathElement)\n");
    }

    @Test
    void the_host_header_outranks_the_url() {
        assertThat(Call.of("explain", "http://10.0.0.1/posts/1", "-H", "Host: blog.example", "--manifests", DEMO)
                        .out())
                .contains("  answer       from Service default/blog, port web\n");
    }

    @Test
    void a_path_that_climbs_above_the_root_is_refused() {
        assertThat(Call.of("explain", "http://blog.example/../x", "--manifests", DEMO)
                        .out())
                .contains("  answer       400 bad-request: ");
    }

    @Test
    void json_holds_what_the_text_says() throws IOException {
        Call explain = Call.of("explain", "https://shop.example/cart", "--manifests", DEMO, "-o", "json");
        Explanation explanation = Json.read(explain.out().getBytes(StandardCharsets.UTF_8), Explanation.class);
        assertThat(explanation.host()).isEqualTo("shop.example");
        assertThat(requireNonNull(explanation.backend()).endpoints()).hasSize(2);
        assertThat(explanation.causes()).isEmpty();
        assertThat(explain.exitCode()).isEqualTo(0);
    }

    @Test
    void where_no_tidegate_listens_that_is_one_line() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Call explain = Call.of("explain", "http://a.example", "--admin", "http://127.0.0.1:" + port);
        assertThat(explain.exitCode()).isEqualTo(1);
        assertThat(explain.err())
                .isEqualTo("tidegate: --admin http://127.0.0.1:" + port
                        + ": nothing listens there (expected: --admin URL, or --manifests DIR)\n");
    }

    private static final String BACKEND_OF_OLD = """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: old}
        spec:
          ingressClassName: tidegate
          backend: {serviceName: web, servicePort: 80}
          rules:
            - host: old.example
              http:
                paths:
                  - path: /
                    pathTyp: Prefix
                    backend: {serviceName: web, servicePort: 80}
        """;

    @Test
    void each_problem_names_file_object_field_value_and_expectation() throws IOException {
        Path file = folder.resolve("old.yaml");
        Files.writeString(file, BACKEND_OF_OLD);
        Call lint = Call.of("lint", file.toString(), "--watch-ingress-without-class", "--ingress-class-by-name");
        assertThat(lint.out().lines())
                .contains(
                        "warning Ingress default/old spec.backend: retired with v1beta1 (expected: defaultBackend); it"
                                + " has no effect at " + file + ":6:12 (InvalidField)",
                        "warning Ingress default/old spec.rules[0].http.paths[0].backend.servicePort: retired with"
                                + " v1beta1 (expected: service.port.number, or service.port.name); it has no effect at "
                                + file + ":13:54 (InvalidField)",
                        "warning Ingress default/old spec.rules[0].http.paths[0].pathTyp: no such field (expected:"
                                + " pathType); it has no effect at " + file + ":12:22 (InvalidField)");
        assertThat(lint.out()).contains("0 of 1 Ingress routed");
    }

    @Test
    void what_the_compiler_says_names_the_file_too() throws IOException {
        Path file = folder.resolve("web.yaml");
        Files.writeString(file, """
            apiVersion: networking.k8s.io/v1
            kind: IngressClass
            metadata: {name: tidegate}
            spec: {controller: tidegate.dev/ingress-controller}
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: web}
            spec:
              ingressClassName: tidegate
              defaultBackend: {service: {name: web, port: {number: 80}}}
            """);
        assertThat(Call.of("lint", file.toString()).out())
                .startsWith("error Ingress default/web spec.defaultBackend.service.name: Service default/web not found"
                        + " at " + file + ":6:1 (ServiceNotFound)\n");
        Call json = Call.of("lint", file.toString(), "-o", "json");
        assertThat(json.exitCode()).isEqualTo(1);
        assertThat(json.out())
                .contains("\"severity\" : \"error\"")
                .contains("\"reason\" : \"ServiceNotFound\"")
                .contains("\"field\" : \"spec.defaultBackend.service.name\"")
                .contains("\"file\" : \"" + file + ":6:1\"")
                .contains("\"summary\" : \"1 error, 0 warnings; 1 of 1 Ingress routed, 1 host\"");
    }

    @Test
    void retired_versions_say_how_to_mend_them() throws IOException {
        for (String version : new String[] {"extensions/v1beta1", "networking.k8s.io/v1beta1"}) {
            Path file = folder.resolve("old.yaml");
            Files.writeString(file, BACKEND_OF_OLD.replace("networking.k8s.io/v1", version));
            Call lint = Call.of("lint", file.toString());
            assertThat(lint.exitCode()).isEqualTo(1);
            assertThat(lint.out())
                    .contains("apiVersion: " + version + " Ingress (expected: networking.k8s.io/v1 Ingress)")
                    .contains("backend.service.name")
                    .contains("spec.defaultBackend")
                    .contains("give each path a pathType")
                    .contains("spec.ingressClassName");
        }
    }
}
