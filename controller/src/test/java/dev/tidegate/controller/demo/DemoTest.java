package dev.tidegate.controller.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.compile.Compiler;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.process.StartException;
import dev.tidegate.controller.source.folder.ManifestFolder;
import dev.tidegate.gateway.publication.Publication;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.RoutingTable;
import dev.tidegate.tls.SelfSignedCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo's backends and curl lines, from the manifests that stand in the repository.
final class DemoTest {

    private static final Path SAMPLES = Path.of("../examples/demo");

    @TempDir
    Path folder;

    @Test
    void the_curl_lines_cover_each_route_a_redirect_and_an_answer_of_our_own() {
        List<String> lines = new Invitation(publication(SAMPLES), 8080, 8443, "-k").lines();
        assertThat(lines)
                .containsExactly(
                        "# shop.example/cart -> Service default/cart",
                        "curl -k --resolve shop.example:8443:127.0.0.1 https://shop.example:8443/cart",
                        "# shop.example/ -> Service default/shop",
                        "curl -k --resolve shop.example:8443:127.0.0.1 https://shop.example:8443/",
                        "# blog.example/posts -> Service default/blog",
                        "curl --resolve blog.example:8080:127.0.0.1 http://blog.example:8080/posts",
                        "# */ -> Service default/welcome",
                        "curl http://127.0.0.1:8080/",
                        "# clear text is redirected to https",
                        "curl -L -k --resolve shop.example:8080:127.0.0.1 --resolve shop.example:8443:127.0.0.1"
                                + " http://shop.example:8080/",
                        "# no rule takes this path: a 404 whose header Tidegate-Reason says why",
                        "curl -i --resolve blog.example:8080:127.0.0.1 http://blog.example:8080/nothing-here");
    }

    @Test
    void names_are_answered_in_the_zones_of_the_hosts_and_for_services() {
        SampleNames names = new SampleNames(publication(SAMPLES).table());
        assertThat(names.zones("cluster.local")).hasToString("[example]");
        assertThat(names.lines(8053, "cluster.local"))
                .containsExactly(
                        "dig @127.0.0.1 -p 8053 +short shop.example",
                        "dig @127.0.0.1 -p 8053 +short blog.default.svc.cluster.local");
    }

    @Test
    void zones_are_what_hosts_are_below_the_outermost_and_none_of_the_cluster() throws Exception {
        List<String> hosts = List.of("a.b.test", "c.b.test", "x.y.b.test", "*.w.test", "localhost", "i.cluster.local");
        for (String host : hosts) {
            Files.writeString(folder.resolve(hosts.indexOf(host) + ".yaml"), """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: i%d}
                spec:
                  ingressClassName: tidegate
                  rules: [{host: "%s", http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: s, port: {number: 80}}}}]}}]
                """.formatted(hosts.indexOf(host), host));
        }
        Files.writeString(folder.resolve("class.yaml"), """
            apiVersion: networking.k8s.io/v1
            kind: IngressClass
            metadata: {name: tidegate}
            spec: {controller: tidegate.dev/ingress-controller}
            """);
        assertThat(new SampleNames(publication(folder).table()).zones("cluster.local"))
                .extracting(zone -> zone.text())
                .containsExactlyInAnyOrder("b.test", "w.test", "localhost");
    }

    @Test
    void a_sample_backend_says_who_it_is_and_what_reached_it() throws Exception {
        int port = freePort();
        try (SampleBackends backends = SampleBackends.start(table(port))) {
            assertThat(backends.services()).containsEntry(new Endpoint("127.0.0.1", port), "welcome");
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/a?b"))
                                    .header("x-seen", "yes")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body())
                    .startsWith("This is welcome at 127.0.0.1:" + port + "\n\nGET /a?b\n")
                    .contains("x-seen: yes\n");
        }
    }

    @Test
    void a_sample_backends_port_that_is_taken_is_one_line() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            RoutingTable table = table(taken.getLocalPort());
            assertThatThrownBy(() -> SampleBackends.start(table))
                    .isInstanceOf(StartException.class)
                    .hasMessage("127.0.0.1:" + taken.getLocalPort()
                            + ": cannot listen for the sample backend of Service welcome"
                            + " (expected: a free port; it stands in the Service's EndpointSlice)");
        }
    }

    private RoutingTable table(int port) throws IOException {
        Files.copy(SAMPLES.resolve("ingress-class.yaml"), folder.resolve("ingress-class.yaml"));
        Files.writeString(
                folder.resolve("welcome.yaml"),
                Files.readString(SAMPLES.resolve("welcome.yaml")).replace("18085", Integer.toString(port)));
        return publication(folder).table();
    }

    private static Publication publication(Path folder) {
        Compiler compiler = new Compiler(
                CompilerOptions.DEFAULT,
                InstantSource.system(),
                SelfSignedCertificate.generate(InstantSource.system()));
        Compilation compilation = compiler.compile(ManifestFolder.read(List.of(folder)), compiler.empty());
        return new Publication(compilation.table(), compilation.certificates());
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
