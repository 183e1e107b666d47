package dev.tidegate.e2e.helm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `values.schema.json`: which keys there are, and beside which others.
final class ChartSchema {

    private final Map<String, Object> root;

    private ChartSchema(Map<String, Object> root) {
        this.root = root;
    }

    static ChartSchema read() {
        return new ChartSchema(Chart.parse(Chart.text("values.schema.json")));
    }

    /// A key of a place that has no others but these. `parents`: the way there.
    record Key(List<String> parents, String name, Set<String> siblings) {

        String path() {
            return parents.isEmpty() ? name : String.join(".", parents) + "." + name;
        }
    }

    /// All keys, in the schema's order.
    List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        collect(root, List.of(), keys);
        return keys;
    }

    /// Places that have keys of their own and let any other pass.
    List<String> openPlaces() {
        List<String> open = new ArrayList<>();
        collectOpen(root, List.of(), open);
        return open;
    }

    private void collectOpen(Map<String, Object> schema, List<String> way, List<String> open) {
        Map<String, Map<String, Object>> properties = properties(schema);
        if (!properties.isEmpty() && !isStrict(schema)) {
            open.add(String.join(".", way));
        }
        properties.forEach((name, child) -> collectOpen(resolved(child), including(way, name), open));
    }

    /// Whether a value may stand there, whatever it may be.
    boolean has(String path) {
        Optional<Map<String, Object>> here = Optional.of(root);
        for (String name : path.split("\\.")) {
            here = here.flatMap(it -> child(it, name));
        }
        return here.isPresent();
    }

    private Optional<Map<String, Object>> child(Map<String, Object> schema, String name) {
        if (!isStrict(schema)) {
            return Optional.of(Map.of());
        }
        return Optional.ofNullable(properties(schema).get(name)).map(this::resolved);
    }

    private void collect(Map<String, Object> schema, List<String> parents, List<Key> keys) {
        Map<String, Map<String, Object>> properties = properties(schema);
        properties.forEach((name, child) -> {
            if (isStrict(schema)) {
                keys.add(new Key(parents, name, properties.keySet()));
            }
            collect(resolved(child), including(parents, name), keys);
        });
    }

    private static List<String> including(List<String> way, String name) {
        List<String> longer = new ArrayList<>(way);
        longer.add(name);
        return longer;
    }

    private static boolean isStrict(Map<String, Object> schema) {
        return Boolean.FALSE.equals(schema.get("additionalProperties"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> properties(Map<String, Object> schema) {
        return (Map<String, Map<String, Object>>) schema.getOrDefault("properties", Map.of());
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> resolved(Map<String, Object> schema) {
        if (!(schema.get("$ref") instanceof String ref)) {
            return schema;
        }
        Map<String, Object> definitions = (Map<String, Object>) root.getOrDefault("$defs", Map.of());
        return (Map<String, Object>) definitions.getOrDefault(ref.substring("#/$defs/".length()), Map.of());
    }
}
