package dev.tidegate.controller.source.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidegate.controller.fixture.TestApiServer;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.folder.ManifestFolder;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What comes after the sources cannot tell them apart.
class SameSnapshotTest {

    private static final ObjectKey CERT = new ObjectKey("shop", "cert");
    private static final ObjectKey SETTINGS = new ObjectKey("shop", "settings");

    /// With the defaults written out that an API server would fill in: the one for tests does not.
    private static final String MANIFESTS = """
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop, labels: {team: shop}}
        ---
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata: {name: tidegate}
        spec: {controller: tidegate.dev/ingress-controller}
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: shop, namespace: shop, annotations: {example.org/note: "yes"}}
        spec:
          ingressClassName: tidegate
          tls: [{hosts: [shop.example], secretName: cert}]
          rules:
            - host: shop.example
              http:
                paths:
                  - {path: /, pathType: Prefix, backend: {service: {name: web, port: {name: http}}}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: shop}
        spec:
          type: ClusterIP
          sessionAffinity: None
          selector: {app: web}
          ports: [{name: http, port: 80, targetPort: http, protocol: TCP}]
        ---
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: web-b, namespace: shop, labels: {kubernetes.io/service-name: web}}
        addressType: IPv4
        ports: [{name: http, port: 8080, protocol: TCP}]
        endpoints: [{addresses: [10.0.0.1], conditions: {ready: true}}]
        ---
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: web-a, namespace: shop, labels: {kubernetes.io/service-name: web}}
        addressType: IPv6
        ports: [{name: http, port: 8080, protocol: TCP}]
        endpoints: [{addresses: ["fd00::1"], conditions: {ready: false}}]
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: cert, namespace: shop}
        type: kubernetes.io/tls
        data: {tls.crt: Y2VydA==, tls.key: a2V5}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings, namespace: shop}
        data: {ssl-redirect: "false"}
        """;

    @TempDir
    Path temp;

    @Test
    void a_folder_and_a_cluster_that_hold_the_same_objects_yield_the_same_snapshot() throws IOException {
        Files.writeString(temp.resolve("all.yaml"), MANIFESTS);
        Snapshot folder = ManifestFolder.read(List.of(temp));

        assertThat(folder.findings()).isEmpty();
        assertThat(folder.endpointSlices()).hasSize(1);
        assertThat(normalised(cluster())).isEqualTo(normalised(folder));
    }

    private static Snapshot cluster() {
        ClusterScope scope = new ClusterScope(Set.of(), Optional.of("team=shop"), Optional.of(SETTINGS));
        try (TestApiServer server = TestApiServer.start();
                KubernetesClient client = server.client();
                ClusterSource source = new ClusterSource(client, scope, _ -> PersistentMap.copyOf(Map.of(CERT, 1)))) {
            client.load(new ByteArrayInputStream(MANIFESTS.getBytes(UTF_8))).create();
            source.start(() -> {});
            await().atMost(Duration.ofSeconds(20)).until(source::synced);
            source.used();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> source.snapshot().awaitedSecrets().isEmpty());
            return source.snapshot();
        }
    }

    /// The snapshot without what only a server sets, in words.
    private static String normalised(Snapshot snapshot) {
        List<HasMetadata> objects = new ArrayList<>();
        objects.addAll(snapshot.ingresses().values());
        objects.addAll(snapshot.ingressClasses().values());
        objects.addAll(snapshot.services().values());
        snapshot.endpointSlices().values().forEach(objects::addAll);
        objects.addAll(snapshot.secrets().values());
        objects.addAll(snapshot.configMaps().values());
        objects.addAll(snapshot.namespaces().values());
        List<String> keys = new ArrayList<>();
        snapshot.endpointSlices()
                .forEach((service, slices) -> slices.forEach(
                        slice -> keys.add(service + " " + slice.getMetadata().getName())));
        return String.join("\n", keys) + "\n"
                + objects.stream()
                        .map(SameSnapshotTest::withoutServerFields)
                        .sorted()
                        .toList();
    }

    private static String withoutServerFields(HasMetadata object) {
        HasMetadata copy = Serialization.clone(object);
        copy.getMetadata().setUid(null);
        copy.getMetadata().setResourceVersion(null);
        copy.getMetadata().setCreationTimestamp(null);
        copy.getMetadata().setGeneration(null);
        return Serialization.asYaml(copy);
    }
}
