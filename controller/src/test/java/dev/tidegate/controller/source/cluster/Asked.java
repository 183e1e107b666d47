package dev.tidegate.controller.source.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a request to a [FakeApiServer] asks for. `from`: the version to go on from, 0 if from what is there.
record Asked(
        String path, boolean watch, boolean initial, long from, Optional<String> name, Map<String, String> labels) {

    static Asked of(URI uri) {
        Map<String, String> query = uri.getQuery() == null
                ? Map.of()
                : Arrays.stream(uri.getQuery().split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair.length > 1 ? pair[1] : ""));
        return new Asked(
                uri.getPath(),
                query.getOrDefault("watch", "").matches("1|true"),
                query.containsKey("sendInitialEvents"),
                Long.parseLong(query.getOrDefault("resourceVersion", "0")),
                Optional.ofNullable(query.get("fieldSelector")).map(field -> field.substring("metadata.name=".length())),
                Arrays.stream(query.getOrDefault("labelSelector", "").split(","))
                        .filter(label -> !label.isEmpty())
                        .map(label -> label.split("=", 2))
                        .collect(Collectors.toMap(label -> label[0], label -> label[1])));
    }

    /// A path with a name: `/api/v1/namespaces/a/secrets/cert`, `/apis/networking.k8s.io/v1/ingressclasses/tidegate`.
    boolean isOne() {
        String[] parts = path.split("/");
        int version = parts[1].equals("api") ? 2 : 3;
        boolean namespaced = parts.length > version + 3 && parts[version + 1].equals("namespaces");
        return parts.length > version + (namespaced ? 4 : 2);
    }

    /// Is this object's path within the collection that is asked for?
    boolean covers(String object) {
        String collection = object.substring(0, object.lastIndexOf('/'));
        return collection.equals(path) || collection.replaceFirst("/namespaces/[^/]+/", "/").equals(path);
    }

    boolean selects(JsonNode object) {
        return name.map(object.at("/metadata/name").asText()::equals).orElse(true)
                && labels.entrySet().stream()
                        .allMatch(label -> object.at("/metadata/labels")
                                .path(label.getKey())
                                .asText()
                                .equals(label.getValue()));
    }
}
