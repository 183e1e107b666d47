package dev.tidegate.controller.source.manifest;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidegate.controller.crd.ClusterNetworkPolicy;
import dev.tidegate.controller.diagnostic.Severity;
import dev.tidegate.controller.diagnostic.Spelling;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Holds the tree of one object against the fields and types that its kind has.
///
/// As strict as an API server, which is what the manifests are for: a number where a string belongs is an error,
/// also where it could be turned into one. All faults are found, not only the first. Fields of value `null` are
/// dropped, as an API server drops them, and so are fields that the kind does not have, with a warning.
///
/// Threads: one instance serves one walk.
final class ObjectShape {

    /// One thing that is wrong at one place; `message` holds the value only where it is no secret.
    record Fault(Severity severity, FieldPath path, String message) {}

    private static final JsonMapper MAPPER = mapper();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<JavaType, Map<String, JavaType>> FIELDS = new ConcurrentHashMap<>();
    private static final int LONGEST_VALUE = 60;
    private static final String OUR_KINDS = ClusterNetworkPolicy.class.getPackageName() + ".";

    private final boolean secret;
    private final List<Fault> faults = new ArrayList<>();

    /// `secret`: values are not to be told.
    ObjectShape(boolean secret) {
        this.secret = secret;
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /// The tree without what an API server would drop; meaningful only if no fault is an error.
    ObjectNode fit(Class<? extends HasMetadata> type, ObjectNode tree) {
        return bean(MAPPER.constructType(type), tree, FieldPath.ROOT);
    }

    static <T extends HasMetadata> T object(Class<T> type, ObjectNode tree) {
        return MAPPER.convertValue(tree, type);
    }

    private JsonNode fit(JavaType type, JsonNode node, FieldPath path) {
        Class<?> raw = type.getRawClass();
        if (raw == String.class) {
            return expect(node.isTextual(), node, path, node.isContainerNode() ? "a string" : "a string, in quotes");
        } else if (raw == Integer.class || raw == int.class) {
            return expect(node.isIntegralNumber() && node.canConvertToInt(), node, path, "an integer");
        } else if (raw == Long.class || raw == long.class) {
            return expect(node.isIntegralNumber() && node.canConvertToLong(), node, path, "an integer");
        } else if (raw == Boolean.class || raw == boolean.class) {
            return expect(node.isBoolean(), node, path, "true or false");
        } else if (raw == IntOrString.class) {
            boolean integer = node.isIntegralNumber() && node.canConvertToInt();
            return expect(integer || node.isTextual(), node, path, "an integer or a string");
        } else if (type.isMapLikeType()) {
            return node instanceof ObjectNode map
                    ? map(type.getContentType(), map, path)
                    : expect(false, node, path, "an object");
        } else if (type.isCollectionLikeType() || type.isArrayType()) {
            return node instanceof ArrayNode list
                    ? list(type.getContentType(), list, path)
                    : expect(false, node, path, "a list");
        } else if (HasFields.in(type)) {
            return node instanceof ObjectNode bean ? bean(type, bean, path) : expect(false, node, path, "an object");
        }
        return node;
    }

    private ObjectNode bean(JavaType type, ObjectNode node, FieldPath path) {
        Map<String, JavaType> fields = FIELDS.computeIfAbsent(type, HasFields::of);
        ObjectNode out = JSON.objectNode();
        node.properties().forEach(entry -> {
            String name = entry.getKey();
            JavaType field = fields.get(name);
            if (field == null) {
                unknown(type.getRawClass(), name, fields, path);
            } else if (!entry.getValue().isNull() && !name.equals("managedFields")) {
                out.set(name, fit(field, entry.getValue(), path.field(name)));
            }
        });
        return out;
    }

    private void unknown(Class<?> type, String name, Map<String, JavaType> fields, FieldPath path) {
        Optional<String> instead = RetiredFields.instead(type, name);
        if (instead.isPresent()) {
            faults.add(new Fault(
                    Severity.WARNING,
                    path.field(name),
                    "retired with v1beta1 (expected: " + instead.get() + "); it has no effect"));
            return;
        }
        String meant = Spelling.nearest(name, fields.keySet())
                .map(known -> "expected: " + known)
                .orElse("expected: a field of this object");
        faults.add(new Fault(Severity.WARNING, path.field(name), "no such field (" + meant + "); it has no effect"));
    }

    private ObjectNode map(JavaType content, ObjectNode node, FieldPath path) {
        ObjectNode out = JSON.objectNode();
        node.properties().forEach(entry -> {
            boolean none = entry.getValue().isNull();
            if (none && content.hasRawClass(String.class)) {
                out.put(entry.getKey(), "");
            } else if (!none) {
                out.set(entry.getKey(), fit(content, entry.getValue(), path.field(entry.getKey())));
            }
        });
        return out;
    }

    private ArrayNode list(JavaType content, ArrayNode node, FieldPath path) {
        ArrayNode out = JSON.arrayNode(node.size());
        for (int i = 0; i < node.size(); i++) {
            JsonNode item = node.get(i);
            out.add(item.isNull() ? expect(false, item, path.item(i), "a value") : fit(content, item, path.item(i)));
        }
        return out;
    }

    private JsonNode expect(boolean met, JsonNode node, FieldPath path, String expected) {
        if (!met) {
            faults.add(new Fault(Severity.ERROR, path, told(node) + " (expected: " + expected + ")"));
        }
        return node;
    }

    private String told(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case NULL -> "null";
            case STRING -> secret ? "a string" : shortened(node.toString());
            case NUMBER -> secret ? "a number" : shortened(node.toString());
            case BOOLEAN -> secret ? "a boolean" : node.toString();
            case BINARY, MISSING, POJO -> "nothing that JSON knows";
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }

    private static JsonMapper mapper() {
        JsonMapper mapper = new JsonMapper();
        new KubernetesSerialization(mapper, false).getUnmatchedFieldTypeModule().setLogWarnings(false);
        return mapper;
    }

    /// What the model's classes say about the fields of a kind.
    private static final class HasFields {

        static boolean in(JavaType type) {
            String name = type.getRawClass().getName();
            return (name.startsWith("io.fabric8.kubernetes.api.model.") || name.startsWith(OUR_KINDS))
                    && !FIELDS.computeIfAbsent(type, HasFields::of).isEmpty();
        }

        static Map<String, JavaType> of(JavaType type) {
            BeanDescription description = MAPPER.getDeserializationConfig().introspect(type);
            Map<String, JavaType> fields = new HashMap<>();
            for (BeanPropertyDefinition property : description.findProperties()) {
                if (property.couldDeserialize()) {
                    fields.put(property.getName(), property.getPrimaryType());
                }
            }
            return Map.copyOf(fields);
        }
    }
}
