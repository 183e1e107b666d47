package dev.tidegate.controller.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tidegate.controller.source.folder.ManifestFolder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Manifests as people have written them for years, in one folder, and requests to a backend that says what it got.
final class SeedsTest {

    private static final String MANIFESTS = """
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata: {name: tidegate}
        spec: {controller: tidegate.dev/ingress-controller}
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: example
          annotations:
            nginx.ingress.kubernetes.io/rewrite-target: /
        spec:
          ingressClassName: tidegate
          rules:
            - host: example.com
              http:
                paths:
                  - path: /app
                    pathType: Prefix
                    backend:
                      service:
                        name: app
                        port:
                          number: 80
        ---
        apiVersion: extensions/v1beta1
        kind: Ingress
        metadata:
          name: gke-old
          annotations:
            kubernetes.io/ingress.class: gce
        spec:
          tls:
            - secretName: gke-tls
          rules:
            - http:
                paths:
                  - path: /*
                    backend:
                      serviceName: app
                      servicePort: 80
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gke
          annotations:
            kubernetes.io/ingress.class: gce
        spec:
          tls:
            - secretName: gke-tls
          rules:
            - http:
                paths:
                  - path: /*
                    backend:
                      serviceName: app
                      servicePort: 80
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: app}
        spec:
          selector: {app: app}
          ports:
            - port: 80
              targetPort: 8080
        ---
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: app-1, labels: {kubernetes.io/service-name: app}}
        addressType: IPv4
        ports: [{port: PORT}]
        endpoints: [{addresses: [127.0.0.1], conditions: {ready: true}}]
        """;

    @TempDir
    Path folder;

    private HttpServer origin;
    private RunningController controller;

    @BeforeEach
    void start() throws Exception {
        origin = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        origin.createContext("/", exchange -> {
            byte[] seen = exchange.getRequestURI().toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, seen.length);
            exchange.getResponseBody().write(seen);
            exchange.close();
        });
        origin.start();
        Files.writeString(
                folder.resolve("seeds.yaml"),
                MANIFESTS.replace("PORT", Integer.toString(origin.getAddress().getPort())));
        controller = Controllers.start(new ManifestFolder(folder));
        assertThat(controller.awaitTable(Duration.ofSeconds(20))).isTrue();
    }

    @AfterEach
    void stop() {
        controller.stop();
        origin.stop(0);
    }

    @Test
    void the_whole_path_becomes_the_target_and_the_query_stays() throws Exception {
        assertThat(RawHttp.body(controller.httpPort(), "/app", "example.com")).isEqualTo("/");
        assertThat(RawHttp.body(controller.httpPort(), "/app/style.css", "example.com"))
                .isEqualTo("/");
        assertThat(RawHttp.body(controller.httpPort(), "/app/a%2Fb//c?x=1&y=%20", "example.com"))
                .isEqualTo("/?x=1&y=%20");
        assertThat(RawHttp.body(controller.httpPort(), "/app?", "example.com")).isEqualTo("/?");
        assertThat(RawHttp.body(controller.httpPort(), "/Application", "example.com"))
                .isEqualTo("/");
        assertThat(RawHttp.status(controller.httpPort(), "/other", "example.com"))
                .isEqualTo(404);
    }

    @Test
    void what_is_for_another_controller_harms_nothing_and_is_explained() throws Exception {
        assertThat(RawHttp.status(controller.httpPort(), "/", "gke.example")).isEqualTo(404);
        String explanation = Http.get(controller.adminPort(), "/api/explain?url=http://gke.example/")
                .body();
        assertThat(explanation)
                .contains("UnsupportedKind")
                .contains("change backend.serviceName and servicePort to backend.service.name")
                .contains("retired with v1beta1 (expected: service.name)");
    }
}
