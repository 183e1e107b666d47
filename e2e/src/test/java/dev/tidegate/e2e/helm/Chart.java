package dev.tidegate.e2e.helm;

import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The files of the chart.
final class Chart {

    static final Path FOLDER = Path.of("../charts/tidegate");

    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    private Chart() {}

    static String text(String file) {
        return read(FOLDER.resolve(file));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
    }

    /// YAML or JSON → maps, lists and scalars.
    @SuppressWarnings("unchecked")
    static Map<String, Object> parse(String text) {
        return YAML.unmarshal(text, Map.class);
    }

    static String json(Object value) {
        return YAML.asJson(value);
    }
}
