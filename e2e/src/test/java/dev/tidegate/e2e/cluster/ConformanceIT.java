package dev.tidegate.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.TidegateProcess;
import dev.tidegate.e2e.cluster.Caller.Reply;
import dev.tidegate.e2e.cluster.EchoPods.Pod;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClassBuilder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The scenarios of kubernetes-sigs/ingress-controller-conformance, all 30 runs of them, told anew.
///
/// As there: each run has a namespace of its own, which is deleted while the next one begins with the same hosts; as
/// soon as the Ingress has an address, one request, on a connection of its own and not repeated, decides.
@ClusterTest
class ConformanceIT {

    private static final String CLASS = "conformance";

    private static TestBed bed;
    private static TidegateProcess tidegate;
    private static Caller caller;

    @BeforeAll
    static void start(TestBed given) {
        bed = given;
        bed.cluster()
                .admin()
                .resource(new IngressClassBuilder()
                        .withNewMetadata()
                        .withName(CLASS)
                        .endMetadata()
                        .withNewSpec()
                        .withController("tidegate.dev/ingress-controller")
                        .endSpec()
                        .build())
                .create();
        tidegate = bed.tidegate("--ingress-class", CLASS, "--publish-status-address", "127.0.0.1");
        caller = new Caller(tidegate);
    }

    @AfterAll
    static void stop() {
        tidegate.terminate(); // so that it releases its Lease
        tidegate.awaitExit();
        tidegate.close();
        bed.cluster().admin().network().v1().ingressClasses().withName(CLASS).delete();
    }

    private static final String DEFAULT_BACKEND = """
        metadata: {name: default-backend}
        spec:
          ingressClassName: conformance
          defaultBackend: {service: {name: echo-service, port: {number: 8080}}}
        """;

    @ParameterizedTest(name = "{0} {1}{2}")
    @CsvSource(delimiter = '|', textBlock = """
        GET    | my-host   | /
        GET    | my-host   | /sub-path
        POST   | some-host | /
        PUT    |           | /resource
        DELETE | some-host | /resource
        PATCH  | my-host   | /resource
        """)
    void default_backend_takes_every_host_path_and_method(String method, String named, String path) {
        try (TestNamespace namespace = bed.namespace()) {
            namespace.service("echo-service", 1);
            namespace.ingress(DEFAULT_BACKEND);
            namespace.awaitAddress("default-backend");
            String host = named == null ? caller.address() : named;

            Reply reply = caller.send(method, "http", host, path);

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.answer().fields()).containsKeys("content-length", "content-type", "date", "server");
            Echo echo = reply.echo();
            assertThat(echo.service()).isEqualTo("echo-service");
            assertThat(echo.method()).isEqualTo(method);
            assertThat(echo.path()).isEqualTo(path);
            assertThat(echo.proto()).isEqualTo("HTTP/1.1");
            assertThat(echo.header("User-Agent")).isEqualTo("Go-http-client/1.1");
        }
    }

    private static final String HOST_RULES = """
        metadata: {name: host-rules}
        spec:
          ingressClassName: conformance
          tls:
            - {hosts: [foo.bar.com], secretName: conformance-tls}
          rules:
            - host: "*.foo.com"
              http:
                paths:
                  - {path: /, pathType: Prefix, backend: {service: {name: wildcard-foo-com, port: {number: 8080}}}}
            - host: foo.bar.com
              http:
                paths:
                  - {path: /, pathType: Prefix, backend: {service: {name: foo-bar-com, port: {name: http}}}}
        """;

    @ParameterizedTest(name = "{0}://{1} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
        https | foo.bar.com       | foo-bar-com
        http  | foo.bar.com       | foo-bar-com
        http  | subdomain.bar.com | 404
        http  | bar.foo.com       | wildcard-foo-com
        http  | baz.bar.foo.com   | 404
        http  | foo.com           | 404
        """)
    void host_rules_match_exactly_or_by_one_label(String scheme, String host, String expected) {
        try (TestNamespace namespace = bed.namespace()) {
            Pkcs1Certificate certificate = Pkcs1Certificate.selfSigned("default", "foo.bar.com");
            namespace.tlsSecret("conformance-tls", certificate.certificate(), certificate.key());
            namespace.service("wildcard-foo-com", 1);
            namespace.service("foo-bar-com", "http", 1);
            namespace.ingress(HOST_RULES);
            namespace.awaitAddress("host-rules");

            Reply reply = caller.follow("GET", scheme, host, "/");

            assertThat(reply.outcome()).isEqualTo(expected);
            if (reply.status() == 200) {
                assertThat(reply.echo().host()).isEqualTo(host);
            }
            if (scheme.equals("https")) {
                assertThat(reply.certificate()).isEqualTo("foo.bar.com");
            }
        }
    }

    @Test
    void an_ingress_of_an_unknown_class_gets_no_address() {
        try (TestNamespace namespace = bed.namespace()) {
            namespace.service("echo-service", 1);
            namespace.ingress(DEFAULT_BACKEND
                    .replace("default-backend", "of-unknown-class")
                    .replace("ingressClassName: conformance", "ingressClassName: some-invalid-class-name"));
            // Once a younger one has an address, the elder has been looked at.
            namespace.ingress(PATH_RULES);
            namespace.awaitAddress("path-rules");

            Await.thatHolds(
                    "there is no address",
                    () -> namespace.addresses("of-unknown-class").isEmpty());
            assertThat(caller.get("my-host", "/").status()).isEqualTo(404);
        }
    }

    @Test
    void requests_are_balanced_over_all_pods() {
        try (TestNamespace namespace = bed.namespace()) {
            List<Pod> pods = namespace.service("echo-service", 10);
            namespace.ingress(DEFAULT_BACKEND);
            namespace.awaitAddress("default-backend");

            Set<String> answered = new HashSet<>();
            for (int i = 0; i < 100; i++) {
                answered.add(caller.get("load-balancing", "/").echo().pod());
            }

            assertThat(answered)
                    .containsExactlyInAnyOrderElementsOf(
                            pods.stream().map(Pod::name).toList());
        }
    }

    private static final String PATH_RULES = """
        metadata: {name: path-rules}
        spec:
          ingressClassName: conformance
          rules:
            - host: exact-path-rules
              http:
                paths:
                  - {path: /foo, pathType: Exact, backend: {service: {name: foo-exact, port: {number: 8080}}}}
            - host: prefix-path-rules
              http:
                paths:
                  - {path: /foo, pathType: Prefix, backend: {service: {name: foo-prefix, port: {number: 8080}}}}
                  - path: /aaa/bbb
                    pathType: Prefix
                    backend: {service: {name: aaa-slash-bbb-prefix, port: {number: 8080}}}
                  - {path: /aaa, pathType: Prefix, backend: {service: {name: aaa-prefix, port: {number: 8080}}}}
            - host: mixed-path-rules
              http:
                paths:
                  - {path: /foo, pathType: Prefix, backend: {service: {name: foo-prefix, port: {number: 8080}}}}
                  - {path: /foo, pathType: Exact, backend: {service: {name: foo-exact, port: {number: 8080}}}}
            - host: trailing-slash-path-rules
              http:
                paths:
                  - path: /aaa/bbb/
                    pathType: Prefix
                    backend: {service: {name: aaa-slash-bbb-slash-prefix, port: {number: 8080}}}
                  - {path: /foo/, pathType: Exact, backend: {service: {name: foo-slash-exact, port: {number: 8080}}}}
        """;

    @ParameterizedTest(name = "{0}{1} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
        exact-path-rules          | /foo         | foo-exact
        exact-path-rules          | /foo/        | 404
        exact-path-rules          | /FOO         | 404
        exact-path-rules          | /bar         | 404
        prefix-path-rules         | /foo         | foo-prefix
        prefix-path-rules         | /foo/        | foo-prefix
        prefix-path-rules         | /FOO         | 404
        prefix-path-rules         | /aaa/bbb     | aaa-slash-bbb-prefix
        prefix-path-rules         | /aaa/bbb/ccc | aaa-slash-bbb-prefix
        prefix-path-rules         | /aaa/ccc     | aaa-prefix
        prefix-path-rules         | /aaaccc      | 404
        prefix-path-rules         | /foo/        | foo-prefix
        mixed-path-rules          | /foo         | foo-exact
        trailing-slash-path-rules | /aaa/bbb     | aaa-slash-bbb-slash-prefix
        trailing-slash-path-rules | /aaa/bbb/    | aaa-slash-bbb-slash-prefix
        trailing-slash-path-rules | /foo         | 404
        """)
    void path_rules_match_exactly_or_by_elements(String host, String path, String expected) {
        try (TestNamespace namespace = bed.namespace()) {
            List.of(
                            "foo-exact",
                            "foo-prefix",
                            "aaa-slash-bbb-prefix",
                            "aaa-prefix",
                            "aaa-slash-bbb-slash-prefix",
                            "foo-slash-exact")
                    .forEach(service -> namespace.service(service, 1));
            namespace.ingress(PATH_RULES);
            namespace.awaitAddress("path-rules");

            assertThat(caller.get(host, path).outcome()).isEqualTo(expected);
        }
    }
}
