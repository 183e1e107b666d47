package dev.tidegate.e2e.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// An OCI image layout on disk, read as a registry's client does (image-spec 1.1, image-layout.md).
record ImageLayout(Path folder) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REF_NAME = "org.opencontainers.image.ref.name";

    /// Where `e2e/image/run` has put it.
    static ImageLayout made() {
        return at("tidegate.image");
    }

    /// The same commit's, made a second time from a copy of the tree.
    static ImageLayout madeAgain() {
        return at("tidegate.image.again");
    }

    private static ImageLayout at(String property) {
        String folder = System.getProperty(property);
        if (folder == null) {
            throw new AssertionError(property + ": not set (expected: a layout; e2e/image/run makes it)");
        }
        return new ImageLayout(Path.of(folder));
    }

    JsonNode index() {
        return json(read(folder.resolve("index.json")));
    }

    /// What the index says of the image itself: the one manifest with a name.
    JsonNode image() {
        return Stream.of(index().path("manifests"))
                .flatMap(all -> all.valueStream())
                .filter(each -> each.path("annotations").has(REF_NAME))
                .findFirst()
                .orElseThrow();
    }

    JsonNode manifest() {
        return json(blob(image()));
    }

    JsonNode config() {
        return json(blob(manifest().path("config")));
    }

    List<Path> layers() {
        return manifest().path("layers").valueStream().map(this::file).toList();
    }

    /// The manifest whose subject is the image.
    JsonNode referrer() {
        return index().path("manifests")
                .valueStream()
                .map(each -> json(blob(each)))
                .filter(each -> each.has("subject"))
                .findFirst()
                .orElseThrow();
    }

    JsonNode billOfMaterials() {
        return json(blob(referrer().path("layers").path(0)));
    }

    Path file(JsonNode descriptor) {
        return folder.resolve("blobs")
                .resolve(descriptor.path("digest").asText().replace(':', '/'));
    }

    byte[] blob(JsonNode descriptor) {
        return read(file(descriptor));
    }

    static String digest(byte[] content) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static JsonNode json(byte[] content) {
        try {
            return JSON.readTree(content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
