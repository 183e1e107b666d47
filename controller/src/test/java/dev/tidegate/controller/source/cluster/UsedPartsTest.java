package dev.tidegate.controller.source.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.policy.Population;
import dev.tidegate.controller.snapshot.Enforcement;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.PolicyObjects;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is kept of a pod is what policies see of it, and little.
class UsedPartsTest {

    private static final int PODS = 10_000;
    private static final int MOST_BYTES = 2_048;

    private static final String NODE = """
        apiVersion: v1
        kind: Node
        metadata: {name: node-7, resourceVersion: "7", labels: {disk: fast}, annotations: {a: b}}
        spec: {podCIDR: 10.0.0.0/24}
        status:
          addresses: [{type: InternalIP, address: 192.168.0.7}]
          images: [{names: [registry.example/large:1], sizeBytes: 1000000}]
          conditions: [{type: Ready, status: "True"}]
        """;

    @Test
    void policies_see_of_what_is_kept_what_they_see_of_the_whole() throws IOException {
        Pod whole = Serialization.unmarshal(pod(1, "True"), Pod.class);
        Node node = Serialization.unmarshal(NODE, Node.class);

        Pod kept = read(Pod.class, whole);
        Node keptNode = read(Node.class, node);

        ObjectKey key = ObjectKey.of(whole);
        assertThat(population(kept, keptNode).pod(key))
                .isPresent()
                .isEqualTo(population(whole, node).pod(key));
        assertThat(kept.getSpec().getContainers()).hasSize(1);
        assertThat(kept.getMetadata().getAnnotations()).isEmpty();
        assertThat(keptNode.getStatus().getImages()).isEmpty();
    }

    @Test
    void a_pod_that_has_changed_in_nothing_that_policies_see_stays_the_same_instance() throws IOException {
        VersionedStore<Pod> store = new VersionedStore<>(_ -> true);
        Pod first = read(Pod.class, Serialization.unmarshal(pod(1, "True"), Pod.class));
        ObjectKey key = ObjectKey.of(first);
        store.put(key, first);

        store.put(key, read(Pod.class, Serialization.unmarshal(pod(1, "False"), Pod.class)));
        assertThat(store.objects().get(key)).isSameAs(first);

        Pod moved = read(
                Pod.class, Serialization.unmarshal(pod(1, "True").replace("192.168.0.7", "192.168.0.8"), Pod.class));
        store.put(key, moved);
        assertThat(store.objects().get(key)).isSameAs(moved);
    }

    @Test
    void ten_thousand_pods_are_held_in_twenty_mebibytes() throws IOException {
        ObjectJson<Pod> json = new ObjectJson<>(Pod.class);
        VersionedStore<Pod> store = new VersionedStore<>(_ -> true);
        read(json, store, 0); // what is loaded once and stays
        long before = usedBytes();

        for (int page = 1; page <= PODS / 1_000; page++) {
            read(json, store, page * 1_000);
        }

        long perPod = (usedBytes() - before) / PODS;
        assertThat(store.objects()).hasSize(PODS + 1_000);
        assertThat(perPod).as("bytes for a pod").isBetween(100L, (long) MOST_BYTES);
    }

    private static void read(ObjectJson<Pod> json, VersionedStore<Pod> store, int from) throws IOException {
        String one = Serialization.asJson(Serialization.unmarshal(pod(123_456_789, "True"), Pod.class));
        List<String> items = new ArrayList<>();
        for (int i = from; i < from + 1_000; i++) {
            items.add(one.replace("123456789", String.format(Locale.ROOT, "%09d", i))
                    .replace("10.0.0.1", "10.0." + i / 250 + "." + (i % 250 + 1)));
        }
        String list = "{\"metadata\":{\"resourceVersion\":\"1\"},\"items\":[" + String.join(",", items) + "]}";
        json.page(list.getBytes(UTF_8)).items().forEach(pod -> store.put(ObjectKey.of(pod), pod));
    }

    /// What is left of the heap once nothing more can be freed.
    private static long usedBytes() {
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            used = Math.min(
                    used,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return used;
    }

    private static String pod(int number, String ready) {
        return """
            apiVersion: v1
            kind: Pod
            metadata:
              name: web-7d9c5b6f4-%1$d
              namespace: shop
              uid: 3b1c4d5e-0000-4000-8000-%1$012d
              resourceVersion: "%1$d"
              generateName: web-7d9c5b6f4-
              annotations: {checksum/config: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef}
              labels:
                app.kubernetes.io/name: web
                app.kubernetes.io/instance: shop
                app.kubernetes.io/version: "1.2.3"
                app.kubernetes.io/managed-by: Helm
                pod-template-hash: 7d9c5b6f4
                team: checkout
              ownerReferences:
              - {apiVersion: apps/v1, kind: ReplicaSet, name: web-7d9c5b6f4, uid: 3b1c4d5e-1111-4000-8000-000000000000}
            spec:
              nodeName: node-7
              serviceAccountName: default
              tolerations: [{key: node.kubernetes.io/not-ready, operator: Exists, effect: NoExecute, tolerationSeconds: 300}]
              volumes: [{name: data, emptyDir: {}}]
              initContainers:
              - {name: mesh, image: mesh, restartPolicy: Always, ports: [{name: mesh, containerPort: 15001}]}
              - {name: setup, image: setup, ports: [{name: once, containerPort: 1}]}
              containers:
              - name: web
                image: registry.example/shop/web:1.2.3
                args: [--verbose]
                env: [{name: A, value: b}]
                resources: {requests: {cpu: 100m, memory: 128Mi}}
                volumeMounts: [{name: data, mountPath: /data}]
                ports: [{name: http, containerPort: 8080, protocol: TCP}, {containerPort: 9090}]
              - {name: logs, image: logs}
            status:
              phase: Running
              hostIP: 192.168.0.7
              hostIPs: [{ip: 192.168.0.7}]
              podIP: 10.0.0.1
              podIPs: [{ip: 10.0.0.1}, {ip: "fd00::1"}]
              conditions: [{type: Ready, status: "%2$s", lastTransitionTime: "2026-01-01T00:00:00Z"}]
              containerStatuses: [{name: web, ready: true, restartCount: 0, image: web, imageID: sha256:0123}]
            """.formatted(number, ready);
    }

    private static <T extends HasMetadata> T read(Class<T> type, T whole) throws IOException {
        return new ObjectJson<>(type).object(Serialization.asJson(whole).getBytes(UTF_8));
    }

    private static Population population(Pod pod, Node node) {
        return Population.of(Snapshot.EMPTY.with(new PolicyObjects(
                PersistentMap.copyOf(Map.of(ObjectKey.of(pod), pod)),
                PersistentMap.copyOf(Map.of(ObjectKey.of(node), node)),
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                Enforcement.UNKNOWN)));
    }
}
