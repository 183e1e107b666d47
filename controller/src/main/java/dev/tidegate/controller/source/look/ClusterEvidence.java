package dev.tidegate.controller.source.look;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidegate.controller.cni.Evidence;
import dev.tidegate.controller.cni.EvidenceReader;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.source.look.ApiQuestions.Answer;
import dev.tidegate.controller.source.look.ApiQuestions.Items;
import java.util.ArrayList;
import java.util.List;

/// What a cluster tells of its network plug-in, by some questions that are bounded. Every account may ask which API
/// groups there are; DaemonSets, nodes and single ConfigMaps take a right each, without which the rest still counts.
///
/// Fails: [dev.tidegate.controller.source.SourceRefused] if the API server does not answer.
final class ClusterEvidence {

    private static final int DAEMON_SETS = 2_000;
    private static final String POLICY_GROUP = "policy.networking.k8s.io";
    private static final ObjectKey AMAZON = new ObjectKey("kube-system", "amazon-vpc-cni");

    private ClusterEvidence() {}

    /// `nodes`: so many at most; they are alike in what counts here.
    static Evidence read(ApiQuestions api, int nodes) {
        EvidenceReader reader = new EvidenceReader();
        groups(api, reader);
        add(api.list("/apis/apps/v1/daemonsets", "apps/v1", "DaemonSet", DAEMON_SETS), Evidence.DAEMON_SETS, reader);
        add(api.list("/api/v1/nodes", "v1", "Node", nodes), Evidence.NODES, reader);
        List<ObjectKey> deciding = new ArrayList<>(Evidence.deciding(reader.daemons()));
        if (reader.evidence().nodes().stream().anyMatch(it -> it.labels().containsKey("eks.amazonaws.com/compute-type"))
                && !deciding.contains(AMAZON)) {
            deciding.add(AMAZON);
        }
        deciding.forEach(key -> configMap(api, key, reader));
        return reader.evidence();
    }

    private static void add(Items items, String resource, EvidenceReader reader) {
        items.items().forEach(reader::add);
        if (!items.refused().isEmpty()) {
            reader.unread(resource, items.refused());
        }
    }

    private static void configMap(ApiQuestions api, ObjectKey key, EvidenceReader reader) {
        switch (api.get("/api/v1/namespaces/" + key.namespace() + "/configmaps/" + key.name())) {
            case Answer.Read read -> {
                if (read.json() instanceof ObjectNode object) {
                    reader.add(object.put("kind", "ConfigMap"));
                }
            }
            case Answer.Refused refused -> reader.unread("configmaps " + key.path(), refused.why());
            case Answer.Absent _ -> {
                // Then its defaults count.
            }
        }
    }

    private static void groups(ApiQuestions api, EvidenceReader reader) {
        switch (api.get("/apis")) {
            case Answer.Read read -> read.json().path("groups").forEach(group -> group(api, group, reader));
            case Answer.Refused refused -> reader.unread("API groups", refused.why());
            case Answer.Absent _ -> reader.unread("API groups", "not served");
        }
    }

    private static void group(ApiQuestions api, JsonNode group, EvidenceReader reader) {
        String name = group.path("name").asText();
        reader.served(name, "");
        if (!name.equals(POLICY_GROUP)) {
            return;
        }
        for (JsonNode version : group.path("versions")) {
            if (api.get("/apis/" + version.path("groupVersion").asText()) instanceof Answer.Read read) {
                read.json()
                        .path("resources")
                        .forEach(it -> reader.served(name, it.path("name").asText()));
            }
        }
    }
}
