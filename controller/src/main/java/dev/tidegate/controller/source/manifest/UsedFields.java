package dev.tidegate.controller.source.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is read of the kinds of which little is: the rest of a Pod is its own business, and what is wrong in it no
/// finding of ours. It is not held in memory either.
final class UsedFields {

    /// The fields that are kept of an object, each with what is kept of it; nothing named means all of it.
    private record Kept(Map<String, Kept> fields) {

        static final Kept ALL = new Kept(Map.of());

        static Kept all(String... names) {
            Map<String, Kept> fields = new HashMap<>();
            List.of(names).forEach(name -> fields.put(name, ALL));
            return new Kept(fields);
        }

        Kept and(String name, Kept of) {
            Map<String, Kept> more = new HashMap<>(fields);
            more.put(name, of);
            return new Kept(more);
        }
    }

    private static final Kept METADATA =
            Kept.all("name", "namespace", "labels", "uid", "resourceVersion", "creationTimestamp");

    private static final Kept HEAD = Kept.all("apiVersion", "kind").and("metadata", METADATA);

    private static final Kept CONTAINERS = Kept.all("name", "ports", "restartPolicy");

    private static final Kept POD = HEAD.and(
                    "spec",
                    Kept.all("hostNetwork", "nodeName")
                            .and("containers", CONTAINERS)
                            .and("initContainers", CONTAINERS))
            .and("status", Kept.all("phase", "podIP", "podIPs", "hostIP", "hostIPs"));

    private static final Kept NODE = HEAD.and("status", Kept.all("addresses"));

    private static final Kept POLICY = Kept.all("apiVersion", "kind", "metadata", "spec");

    private UsedFields() {}

    /// The tree itself where all of it is used; else a new one.
    static ObjectNode of(ReadKind kind, ObjectNode tree) {
        return switch (kind) {
            case POD -> object(POD, tree);
            case NODE -> object(NODE, tree);
            case ADMIN_NETWORK_POLICY, BASELINE_ADMIN_NETWORK_POLICY, CLUSTER_NETWORK_POLICY -> object(POLICY, tree);
            case INGRESS, INGRESS_CLASS, SERVICE, ENDPOINT_SLICE, SECRET, CONFIG_MAP, NAMESPACE, NETWORK_POLICY -> tree;
        };
    }

    private static ObjectNode object(Kept kept, ObjectNode tree) {
        ObjectNode out = tree.objectNode();
        tree.properties().forEach(entry -> {
            Kept field = kept.fields().get(entry.getKey());
            if (field != null) {
                out.set(entry.getKey(), node(field, entry.getValue()));
            }
        });
        return out;
    }

    /// What has not the shape that it should have is kept, so that it is found.
    private static JsonNode node(Kept kept, JsonNode node) {
        if (kept.fields().isEmpty()) {
            return node;
        }
        return switch (node) {
            case ObjectNode object -> object(kept, object);
            case ArrayNode list -> {
                ArrayNode out = list.arrayNode();
                list.forEach(item -> out.add(node(kept, item)));
                yield out;
            }
            default -> node;
        };
    }
}
