package dev.tidegate.controller.respond;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.source.folder.ManifestFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of Services and Pods, as they stand in a file.
class FolderObjectsTest {

    private static final String SLICE = """
        ---
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: web-1, namespace: shop, labels: {kubernetes.io/service-name: web}}
        addressType: IPv4
        ports: [{name: http, port: 8080}, {name: all}]
        endpoints:
          - {addresses: [10.1.0.1], hostname: a-0, conditions: {ready: true}}
          - {addresses: [10.1.0.2], conditions: {ready: false}}
          - {addresses: [10.1.0.3]}
        """;

    @TempDir
    Path folder;

    private FolderObjects read(String manifests) throws IOException {
        Files.writeString(folder.resolve("all.yaml"), manifests);
        return FolderObjects.of(ManifestFolder.read(List.of(folder)));
    }

    private String shape(String spec) throws IOException {
        return read("apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {" + spec + "}\n"
                        + SLICE)
                .services()
                .getFirst()
                .shape()
                .toString()
                .replaceAll("hostname=Optional(\\.empty|\\[(.*?)])", "$2")
                .replace(" ", "");
    }

    @Test
    void one_without_an_address_leads_to_what_is_ready() throws IOException {
        String ready =
                "Headless[ready=[Endpoint[address=/10.1.0.1,a-0,ports=[Port[name=http,protocol=TCP,number=8080]]],"
                        + "Endpoint[address=/10.1.0.3,,ports=[Port[name=http,protocol=TCP,number=8080]]]]]";
        assertThat(shape("ports: [{port: 80}]")).isEqualTo(ready);
        assertThat(shape("clusterIP: None, ports: [{port: 80}]")).isEqualTo(ready);
        assertThat(shape("clusterIP: none-at-all, ports: [{port: 80}]")).isEqualTo(ready);
    }

    @Test
    void unready_endpoints_count_where_they_are_to_be_published() throws IOException {
        assertThat(shape("clusterIP: None, publishNotReadyAddresses: true"))
                .contains("/10.1.0.1", "/10.1.0.2", "/10.1.0.3");
    }

    @Test
    void one_with_addresses_leads_there_by_each_family() throws IOException {
        assertThat(shape("clusterIP: 10.96.0.7, clusterIPs: [10.96.0.7, 'fd00::7'], ports: [{name: dns, port:"
                        + " 53, protocol: UDP}]"))
                .isEqualTo("Virtual[addresses=[/10.96.0.7,/fd00:0:0:0:0:0:0:7],"
                        + "ports=[Port[name=dns,protocol=UDP,number=53]]]");
    }

    @Test
    void a_name_elsewhere() throws IOException {
        assertThat(shape("type: ExternalName, externalName: api.example.com"))
                .isEqualTo("External[target=api.example.com]");
    }

    @Test
    void a_pod_has_a_name_for_each_address_until_it_has_ended() throws IOException {
        String pod = """
            apiVersion: v1
            kind: Pod
            metadata: {name: NAME, namespace: shop}
            spec: {containers: [{name: c, image: c}]}
            status: {phase: PHASE, podIP: 10.1.0.1, podIPs: [{ip: 10.1.0.1}, {ip: 'fd00::1'}]}
            """;
        assertThat(read(pod.replace("NAME", "web").replace("PHASE", "Running")).pods())
                .extracting(it -> it.namespace() + " " + it.address().getHostAddress())
                .containsExactly("shop 10.1.0.1", "shop fd00:0:0:0:0:0:0:1");
        assertThat(read(pod.replace("NAME", "job").replace("PHASE", "Succeeded"))
                        .pods())
                .isEmpty();
    }
}
