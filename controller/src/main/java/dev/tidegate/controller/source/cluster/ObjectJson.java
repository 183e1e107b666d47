package dev.tidegate.controller.source.cluster;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.tidegate.controller.snapshot.ObjectKey;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what the API server says of objects of one type. What is never looked at is not read: field management is
/// often half of an object, and what kubectl last applied is the other.
///
/// Threads: any.
final class ObjectJson<T extends HasMetadata> {

    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
    private static final ObjectMapper MAPPER = mapper();

    private final Class<T> type;
    private final ObjectReader reader;

    /// A part of a list. `next`: how to ask for the following one; empty if there is none.
    record Page<T>(List<T> items, String version, String next) {}

    @JsonIgnoreProperties("managedFields")
    private interface WithoutManagedFields {}

    ObjectJson(Class<T> type) {
        this.type = type;
        this.reader = MAPPER.readerFor(type);
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper();
        KubernetesSerialization serialization = new KubernetesSerialization(mapper, false);
        serialization.getUnmatchedFieldTypeModule().setLogWarnings(false);
        return mapper.registerModule(new LeanObjects()).addMixIn(ObjectMeta.class, WithoutManagedFields.class);
    }

    /// Fails: [IOException] if it is none.
    T object(byte[] json) throws IOException {
        return whole(reader.readValue(json));
    }

    /// Item by item, so that no tree of a whole list is ever built.
    ///
    /// Fails: [IOException] if it is none.
    Page<T> page(byte[] json) throws IOException {
        List<T> items = new ArrayList<>();
        JsonNode metadata = MAPPER.createObjectNode();
        try (JsonParser parser = MAPPER.createParser(json)) {
            expect(parser.nextToken() == JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (field.equals("items") && value == JsonToken.START_ARRAY) {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        items.add(whole(reader.readValue(parser)));
                    }
                } else if (field.equals("metadata") && value == JsonToken.START_OBJECT) {
                    metadata = MAPPER.readTree(parser);
                } else {
                    parser.skipChildren();
                }
            }
        }
        expect(metadata.hasNonNull("resourceVersion"));
        return new Page<>(
                items,
                metadata.path("resourceVersion").asText(),
                metadata.path("continue").asText(""));
    }

    /// Shape: a line of a watch → the event; empty for one of a kind that means nothing to us.
    ///
    /// Fails: [IOException] if it is none.
    Optional<WatchEvent<T>> event(byte[] json) throws IOException {
        JsonNode event = MAPPER.readTree(json);
        JsonNode object = event.path("object");
        return switch (event.path("type").asText()) {
            case "ADDED", "MODIFIED" -> {
                T read = whole(reader.readValue(object));
                yield Optional.of(new WatchEvent.Present<>(ObjectKey.of(read), read, version(object)));
            }
            case "DELETED" -> Optional.of(new WatchEvent.Deleted<>(key(object), version(object)));
            case "BOOKMARK" -> Optional.of(new WatchEvent.Bookmark<>(version(object)));
            case "ERROR" -> Optional.of(new WatchEvent.Failed<>(setback(object)));
            default -> Optional.empty();
        };
    }

    private T whole(T object) throws IOException {
        ObjectMeta metadata = object.getMetadata();
        expect(metadata != null && metadata.getName() != null);
        if (metadata.getAnnotations() != null) {
            metadata.getAnnotations().remove(LAST_APPLIED);
        }
        LeanObjects.shareWhatIsEmpty(metadata);
        return type.cast(UsedParts.of(object));
    }

    private static void expect(boolean asItShould) throws IOException {
        if (!asItShould) {
            throw new IOException("an answer that is not what was asked for");
        }
    }

    private static ObjectKey key(JsonNode object) {
        return new ObjectKey(
                object.at("/metadata/namespace").asText(""),
                object.at("/metadata/name").asText());
    }

    private static Setback setback(JsonNode status) {
        JsonNode after = status.at("/details/retryAfterSeconds");
        return Setback.of(
                status.path("code").asInt(500),
                after.isInt() ? Optional.of(Duration.ofSeconds(after.asInt())) : Optional.empty());
    }

    private static String version(JsonNode object) {
        return object.at("/metadata/resourceVersion").asText("");
    }
}
