package dev.tidegate.controller.source.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidegate.controller.diagnostic.Severity;
import dev.tidegate.controller.source.manifest.ObjectShape.Fault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Does to an object what an API server does when it stores one, as far as it matters for routing. So that what comes
/// after cannot tell whether an object came from a folder or from a cluster.
///
/// Source: Kubernetes `pkg/apis/core/v1/defaults.go` and `pkg/apis/discovery/v1/defaults.go` (v1.34); the Secret's
/// `stringData` as in its API reference: write-only, merged into `data`, and stronger.
final class ServerDefaults {

    private ServerDefaults() {}

    /// Changes `tree`, which is the caller's own, and returns what is wrong with it.
    static List<Fault> apply(ReadKind kind, ObjectNode tree) {
        return switch (kind) {
            case SERVICE -> service(tree);
            case ENDPOINT_SLICE -> endpointSlice(tree);
            case SECRET -> secret(tree);
            case CONFIG_MAP -> base64(tree, "binaryData");
            case INGRESS,
                    INGRESS_CLASS,
                    NAMESPACE,
                    POD,
                    NODE,
                    NETWORK_POLICY,
                    ADMIN_NETWORK_POLICY,
                    BASELINE_ADMIN_NETWORK_POLICY,
                    CLUSTER_NETWORK_POLICY -> List.of();
        };
    }

    private static List<Fault> service(ObjectNode tree) {
        if (tree.get("spec") instanceof ObjectNode spec) {
            absent(spec, "type", "ClusterIP");
            boolean external = spec.path("type").asText().equals("ExternalName");
            if (!external) {
                absent(spec, "sessionAffinity", "None");
            }
            for (JsonNode each : spec.path("ports")) {
                ObjectNode port = (ObjectNode) each;
                absent(port, "protocol", "TCP");
                if (!port.has("targetPort") && port.has("port") && !external) {
                    port.set("targetPort", port.get("port"));
                }
            }
        }
        return List.of();
    }

    private static List<Fault> endpointSlice(ObjectNode tree) {
        for (JsonNode each : tree.path("ports")) {
            ObjectNode port = (ObjectNode) each;
            absent(port, "name", "");
            absent(port, "protocol", "TCP");
        }
        return List.of();
    }

    private static List<Fault> secret(ObjectNode tree) {
        absent(tree, "type", "Opaque");
        List<Fault> faults = base64(tree, "data");
        if (tree.remove("stringData") instanceof ObjectNode plain) {
            ObjectNode data = tree.withObject("/data");
            plain.properties()
                    .forEach(entry -> data.put(
                            entry.getKey(), encoded(entry.getValue().asText().getBytes(StandardCharsets.UTF_8))));
        }
        return faults;
    }

    /// Line breaks within are let pass, as Go's decoder lets them.
    private static List<Fault> base64(ObjectNode tree, String field) {
        List<Fault> faults = new ArrayList<>();
        if (tree.get(field) instanceof ObjectNode data) {
            List.copyOf(data.properties()).forEach(entry -> {
                String text = entry.getValue().asText().replace("\n", "").replace("\r", "");
                try {
                    data.put(entry.getKey(), encoded(Base64.getDecoder().decode(text)));
                } catch (IllegalArgumentException notBase64) {
                    FieldPath path = FieldPath.ROOT.field(field).field(entry.getKey());
                    faults.add(new Fault(
                            Severity.ERROR,
                            path,
                            "not base64 (expected: base64, or the text itself in "
                                    + (field.equals("data") ? "stringData)" : "data)")));
                }
            });
        }
        return faults;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static void absent(ObjectNode node, String field, String value) {
        if (!node.has(field)) {
            node.put(field, value);
        }
    }
}
