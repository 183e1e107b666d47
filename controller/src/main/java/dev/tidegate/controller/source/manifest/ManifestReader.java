package dev.tidegate.controller.source.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.source.manifest.ManifestReading.Empty;
import dev.tidegate.controller.source.manifest.ManifestReading.ObjectReading;
import dev.tidegate.controller.source.manifest.ManifestReading.Parsed;
import dev.tidegate.controller.source.manifest.ManifestReading.Unreadable;
import dev.tidegate.gateway.table.ResourceRef;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads the bytes of one manifest file.
///
/// Shape: a name to call the file by and its bytes → a [ManifestReading]. Total: whatever the bytes, it answers and
/// never throws. Pure; any thread.
///
/// Several documents a file (`---`) and lists (`kind: List`, `kind: IngressList`) are taken apart. Broken YAML spoils
/// the file, since nobody knows where the next document would begin; a wrong type spoils its object only.
public final class ManifestReader {

    /// More than any manifest has, and little enough to read at once.
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    private ManifestReader() {}

    public static ManifestReading read(String file, byte[] bytes) {
        try {
            String text = text(bytes);
            if (text.isBlank()) {
                return new Empty();
            }
            boolean json = file.toLowerCase(Locale.ROOT).endsWith(".json");
            List<ObjectReading> objects = new ArrayList<>();
            for (Document document : json ? JsonDocuments.parse(text) : YamlDocuments.parse(text)) {
                collect(file, document, document.tree(), FieldPath.ROOT, objects);
            }
            return new Parsed(objects);
        } catch (MalformedText malformed) {
            return unreadable(file, malformed.place(), malformed.problem());
        }
    }

    /// A file that cannot be read, for a reason outside of it.
    public static Unreadable unreadable(String file, String problem) {
        return unreadable(file, "", problem);
    }

    /// The whole of `file`, as the owner of findings that no object owns.
    public static ResourceRef ref(String file) {
        return ResourceRef.of("File", "", file);
    }

    private static Unreadable unreadable(String file, String place, String problem) {
        String where = place.isEmpty() ? "" : "line " + place.replace(":", ", column ") + ": ";
        return new Unreadable(Diagnostic.error(ref(file), "", DiagnosticReason.MALFORMED_OBJECT, where + problem));
    }

    private static String text(byte[] bytes) throws MalformedText {
        if (bytes.length > MAX_BYTES) {
            throw new MalformedText("", "more than %d MiB (expected: less)".formatted(MAX_BYTES >> 20));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new MalformedText("", "not UTF-8 (expected: text in UTF-8)");
        }
    }

    private static void collect(
            String file, Document document, JsonNode tree, FieldPath base, List<ObjectReading> objects) {
        JsonNode items = tree.path("items");
        String kind = tree.path("kind").asText();
        if (!kind.endsWith("List") || !items.isArray()) {
            new ObjectReader(file, document, base).read(tree).ifPresent(objects::add);
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            JsonNode item = typed(items.get(i), kind.substring(0, kind.length() - "List".length()), tree);
            collect(file, document, item, base.field("items").item(i), objects);
        }
    }

    /// Items of an `IngressList` need not say that they are Ingresses.
    private static JsonNode typed(JsonNode item, String kind, JsonNode list) {
        if (kind.isEmpty() || !item.isObject() || item.has("kind")) {
            return item;
        }
        return item.<ObjectNode>deepCopy()
                .put("kind", kind)
                .put("apiVersion", list.path("apiVersion").asText());
    }
}
