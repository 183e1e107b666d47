package dev.tidegate.controller.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tidegate.controller.source.folder.ManifestFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A real controller over a folder of manifests, and Services whose pods are real servers on loopback that answer with
/// their own names.
final class Estate implements AutoCloseable {

    private static final String CLASS = """
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata: {name: tidegate}
        spec: {controller: tidegate.dev/ingress-controller}
        """;

    private final Path folder;
    private final Map<String, HttpServer> pods = new HashMap<>();
    private @Nullable RunningController controller;

    Estate(Path folder) throws IOException {
        this.folder = folder;
        write("class", CLASS);
    }

    /// A Service with these pods; with none, one that has no endpoints.
    Estate service(String name, String... podNames) throws IOException {
        StringBuilder yaml = new StringBuilder("""
            apiVersion: v1
            kind: Service
            metadata: {name: %s}
            spec: {ports: [{port: 80}]}
            """.formatted(name));
        for (String pod : podNames) {
            yaml.append("""
                ---
                apiVersion: discovery.k8s.io/v1
                kind: EndpointSlice
                metadata: {name: %s-%s, labels: {kubernetes.io/service-name: %s}}
                addressType: IPv4
                ports: [{port: %d}]
                endpoints: [{addresses: [127.0.0.1], conditions: {ready: true}}]
                """.formatted(name, pod, name, pod(pod).getAddress().getPort()));
        }
        write("service-" + name, yaml.toString());
        return this;
    }

    private HttpServer pod(String name) throws IOException {
        HttpServer known = pods.get(name);
        if (known != null) {
            return known;
        }
        HttpServer pod = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        pod.createContext("/", exchange -> {
            byte[] body = name.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        pod.start();
        pods.put(name, pod);
        return pod;
    }

    /// `annotations`: `affinity: cookie; affinity-mode: persistent`. `age`: the higher, the younger.
    Estate ingress(String name, int age, String path, String service, String annotations) throws IOException {
        StringBuilder set = new StringBuilder();
        for (String annotation : annotations.split(";")) {
            int colon = annotation.indexOf(':');
            if (colon > 0) {
                set.append("    nginx.ingress.kubernetes.io/")
                        .append(annotation.substring(0, colon).strip())
                        .append(": '")
                        .append(annotation.substring(colon + 1).strip())
                        .append("'\n");
            }
        }
        write("ingress-" + name, """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata:
              name: %s
              creationTimestamp: "2026-01-%02dT00:00:00Z"
              annotations:
                nginx.ingress.kubernetes.io/ssl-redirect: 'false'
            %sspec:
              ingressClassName: tidegate
              rules:
                - host: localhost
                  http:
                    paths:
                      - {path: "%s", pathType: Prefix, backend: {service: {name: %s, port: {number: 80}}}}
            """.formatted(name, age, set, path, service));
        return this;
    }

    Estate without(String ingress) throws IOException {
        Files.delete(folder.resolve("ingress-" + ingress + ".yaml"));
        return this;
    }

    /// Renamed into its place, so that nobody reads half of it.
    private void write(String name, String text) throws IOException {
        Path aside = folder.resolve(name + ".tmp");
        Files.writeString(aside, text);
        Files.move(aside, folder.resolve(name + ".yaml"), StandardCopyOption.ATOMIC_MOVE);
    }

    Estate start() throws InterruptedException {
        controller = Controllers.start(new ManifestFolder(folder));
        assertThat(controller.awaitTable(Duration.ofSeconds(10))).isTrue();
        return this;
    }

    HttpResponse<String> ask(String path, String... headers) throws IOException, InterruptedException {
        return Http.ask("GET", "localhost:" + running().httpPort(), path, headers);
    }

    /// The name of the pod that answered.
    String get(String path, String... headers) throws IOException, InterruptedException {
        HttpResponse<String> answer = ask(path, headers);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    RunningController running() {
        RunningController started = controller;
        if (started == null) {
            throw new IllegalStateException("not started");
        }
        return started;
    }

    @Override
    public void close() {
        if (controller != null) {
            controller.stop();
        }
        pods.values().forEach(pod -> pod.stop(0));
    }
}
