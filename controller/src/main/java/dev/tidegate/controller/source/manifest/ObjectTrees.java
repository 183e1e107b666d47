package dev.tidegate.controller.source.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The objects of a manifest as they stand there, of whatever kind: for whoever looks at more than what is routed by.
///
/// Shape: a file's name and its bytes → its objects, lists taken apart; none if it cannot be read, which
/// [ManifestReader] tells. Total. Pure; any thread.
public final class ObjectTrees {

    private ObjectTrees() {}

    public static List<JsonNode> of(String file, byte[] bytes) {
        List<JsonNode> objects = new ArrayList<>();
        if (bytes.length > ManifestReader.MAX_BYTES) {
            return objects;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean json = file.toLowerCase(Locale.ROOT).endsWith(".json");
        try {
            for (Document document : json ? JsonDocuments.parse(text) : YamlDocuments.parse(text)) {
                collect(document.tree(), objects);
            }
        } catch (MalformedText unreadable) {
            return List.of();
        }
        return objects;
    }

    private static void collect(JsonNode tree, List<JsonNode> objects) {
        String kind = tree.path("kind").asText();
        if (!kind.endsWith("List") || !tree.path("items").isArray()) {
            objects.add(tree);
            return;
        }
        for (JsonNode item : tree.path("items")) {
            collect(typed(item, kind.substring(0, kind.length() - "List".length())), objects);
        }
    }

    private static JsonNode typed(JsonNode item, String kind) {
        return kind.isEmpty() || item.has("kind") || !item.isObject()
                ? item
                : item.<ObjectNode>deepCopy().put("kind", kind);
    }
}
