package dev.tidegate.e2e.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidegate.e2e.cluster.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// The image as it was written: what a registry would be given.
@ImageTest
class LayoutIT {

    private final ImageLayout image = ImageLayout.made();

    @Test
    void the_same_commit_gives_the_same_digest_from_another_folder_and_another_time() {
        assertThat(ImageLayout.madeAgain().image().path("digest"))
                .isEqualTo(image.image().path("digest"));
        assertThat(ImageLayout.madeAgain().index()).isEqualTo(image.index());
    }

    @Test
    void each_blob_is_what_its_digest_and_its_size_say_and_none_is_left_over() throws IOException {
        List<JsonNode> descriptors = Stream.of(
                        image.index().path("manifests").valueStream(), parts(image.manifest()), parts(image.referrer()))
                .flatMap(each -> each)
                .toList();
        for (JsonNode descriptor : descriptors) {
            byte[] blob = image.blob(descriptor);
            assertThat(ImageLayout.digest(blob))
                    .isEqualTo(descriptor.path("digest").asText());
            assertThat((long) blob.length).isEqualTo(descriptor.path("size").asLong());
        }
        try (Stream<Path> blobs = Files.list(image.folder().resolve("blobs/sha256"))) {
            assertThat(blobs)
                    .containsExactlyInAnyOrderElementsOf(
                            Set.copyOf(descriptors.stream().map(image::file).toList()));
        }
    }

    private static Stream<JsonNode> parts(JsonNode manifest) {
        return Stream.concat(
                Stream.of(manifest.path("config")), manifest.path("layers").valueStream());
    }

    @Test
    void the_configuration_names_the_layers_as_they_are_unpacked() throws Exception {
        List<String> unpacked =
                image.layers().stream().map(LayoutIT::unpackedDigest).toList();
        assertThat(image.config().path("rootfs").path("diff_ids").valueStream().map(JsonNode::asText))
                .containsExactlyElementsOf(unpacked);
    }

    private static String unpackedDigest(Path layer) {
        try (var plain = new GZIPInputStream(Files.newInputStream(layer))) {
            return ImageLayout.digest(plain.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void it_runs_as_nobody_in_particular_and_takes_tidegates_own_arguments() {
        JsonNode config = image.config().path("config");
        assertThat(config.path("User").asText()).isEqualTo("65532:65532");
        assertThat(config.path("Entrypoint").path(0).asText()).isEqualTo("/opt/java/bin/java");
        assertThat(config.path("Cmd")).hasToString("[\"run\"]");
        assertThat(config.path("ExposedPorts").properties())
                .extracting(port -> port.getKey())
                .containsExactlyInAnyOrder("8080/tcp", "8443/tcp", "9443/tcp", "10254/tcp");
        assertThat(image.manifest()
                        .path("annotations")
                        .path("org.opencontainers.image.revision")
                        .asText())
                .matches("[0-9a-f]{40}");
    }

    @Test
    void an_upgrade_of_tidegate_moves_the_last_layer_only() {
        List<Path> layers = image.layers();
        assertThat(layers).hasSize(4);
        assertThat(listed(layers.get(3)))
                .contains("opt/tidegate/tidegate.jar", "opt/tidegate/classes.jsa", "opt/tidegate/jvm-flags");
        assertThat(layers.subList(0, 3))
                .allSatisfy(layer -> assertThat(listed(layer)).noneMatch(name -> name.contains("tidegate.jar")));
    }

    @Test
    void licences_are_inside_and_no_shell_is() {
        List<String> files =
                image.layers().stream().flatMap(layer -> listed(layer).stream()).toList();
        assertThat(files)
                .contains(
                        "usr/share/doc/libc6/copyright",
                        "usr/share/common-licenses/LGPL-2.1",
                        "opt/java/legal/java.base/LICENSE");
        assertThat(files).noneMatch(name -> name.matches("(usr/)?s?bin/.*"));
    }

    @Test
    void the_bill_of_materials_is_of_this_image_and_names_java_debian_and_each_dependency() {
        assertThat(image.referrer().path("subject").path("digest"))
                .isEqualTo(image.image().path("digest"));
        JsonNode bill = image.billOfMaterials();
        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(bill.path("components")
                        .valueStream()
                        .map(part -> part.path("name").asText()))
                .contains("openjdk", "libc6", "base-files", "tidegate-controller", "tidegate-gateway", "vertx-core")
                .contains("netty-handler", "netty-tcnative-boringssl-static", "kubernetes-client", "bcprov-jdk18on");
        assertThat(bill.path("components").valueStream())
                .allSatisfy(part -> assertThat(part.path("version").asText()).isNotBlank());
    }

    private static List<String> listed(Path layer) {
        return Command.run("tar", "-tzf", layer.toString()).lines().toList();
    }
}
