package dev.tidegate.controller.source.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads what the API server says of Secrets, and keeps of each only what is used: ten thousand of them are held, and
/// labels, annotations, field management, key stores and the like are often the larger part of one.
///
/// Threads: any.
final class SecretReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// For TLS, for a client's certificate authority, for passwords.
    private static final List<String> USED = List.of("tls.crt", "tls.key", "ca.crt", "ca.crl", "auth");

    private SecretReader() {}

    /// Shape: the body of an answer to GET → the Secret.
    ///
    /// Fails: [IOException] if it is none.
    static Secret secret(byte[] json) throws IOException {
        return secret(JSON.readTree(json));
    }

    /// Shape: a line of a watch → the event; empty for one of a kind that means nothing to us.
    ///
    /// Fails: [IOException] if it is none.
    static Optional<SecretEvent> event(byte[] json) throws IOException {
        JsonNode event = JSON.readTree(json);
        JsonNode object = event.path("object");
        return switch (event.path("type").asText()) {
            case "ADDED", "MODIFIED" -> Optional.of(new SecretEvent.Present(secret(object), version(object)));
            case "DELETED" -> Optional.of(new SecretEvent.Deleted(version(object)));
            case "BOOKMARK" -> Optional.of(new SecretEvent.Bookmark(version(object)));
            case "ERROR" -> Optional.of(new SecretEvent.Failed(setback(object)));
            default -> Optional.empty();
        };
    }

    private static Secret secret(JsonNode object) throws IOException {
        JsonNode metadata = object.path("metadata");
        if (!metadata.hasNonNull("name")) {
            throw new IOException("not a Secret");
        }
        return new SecretBuilder()
                .withApiVersion("v1")
                .withKind("Secret")
                .withNewMetadata()
                .withNamespace(text(metadata, "namespace"))
                .withName(text(metadata, "name"))
                .withUid(text(metadata, "uid"))
                .withResourceVersion(text(metadata, "resourceVersion"))
                .endMetadata()
                .withType(text(object, "type"))
                .withData(data(object.path("data")))
                .build();
    }

    private static Map<String, String> data(JsonNode data) {
        Map<String, String> used = HashMap.newHashMap(2);
        for (String key : USED) {
            String value = text(data, key);
            if (value != null) {
                used.put(key, value);
            }
        }
        return used;
    }

    private static Setback setback(JsonNode status) {
        JsonNode after = status.path("details").path("retryAfterSeconds");
        return Setback.of(
                status.path("code").asInt(500),
                after.isInt() ? Optional.of(Duration.ofSeconds(after.asInt())) : Optional.empty());
    }

    private static String version(JsonNode object) {
        return object.path("metadata").path("resourceVersion").asText("");
    }

    private static @Nullable String text(JsonNode object, String field) {
        JsonNode value = object.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }
}
