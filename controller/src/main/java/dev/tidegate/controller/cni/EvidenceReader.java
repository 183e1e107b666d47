package dev.tidegate.controller.cni;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidegate.controller.cni.Daemon.Program;
import dev.tidegate.controller.snapshot.ObjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.StreamSupport;

/// Objects as JSON → what of them is evidence. Total: what is missing or has another type is taken for absent. Pure.
public final class EvidenceReader {

    private static final String POLICY_GROUP = "policy.networking.k8s.io";

    private final List<NodeMarks> nodes = new ArrayList<>();
    private final List<Daemon> daemons = new ArrayList<>();
    private final Set<String> groups = new HashSet<>();
    private final Set<String> policyKinds = new HashSet<>();
    private final Map<ObjectKey, Map<String, String>> settings = new HashMap<>();
    private final Map<String, String> unread = new HashMap<>();

    /// One object with its `kind`; one that is no evidence changes nothing.
    public void add(JsonNode object) {
        switch (object.path("kind").asText()) {
            case "Node" -> nodes.add(node(object));
            case "DaemonSet" -> daemons.add(daemon(object));
            case "ConfigMap" -> settings.put(key(object), texts(object.path("data")));
            case "CustomResourceDefinition" ->
                served(
                        object.at("/spec/group").asText(),
                        object.at("/spec/names/plural").asText());
            default -> {
                // Whatever else stands in a folder.
            }
        }
    }

    /// A kind that the API server serves. `plural`: empty for just the group.
    public void served(String group, String plural) {
        groups.add(group);
        if (group.equals(POLICY_GROUP) && !plural.isEmpty()) {
            policyKinds.add(plural);
        }
    }

    /// `resource`: as a role calls it.
    public void unread(String resource, String why) {
        unread.put(resource, why);
    }

    public List<Daemon> daemons() {
        return List.copyOf(daemons);
    }

    public Evidence evidence() {
        return new Evidence(nodes, daemons, groups, policyKinds, settings, unread);
    }

    public static ObjectKey key(JsonNode object) {
        return new ObjectKey(
                object.at("/metadata/namespace").asText("default"),
                object.at("/metadata/name").asText());
    }

    private static NodeMarks node(JsonNode object) {
        return new NodeMarks(
                object.at("/metadata/name").asText(),
                texts(object.at("/metadata/labels")),
                texts(object.at("/metadata/annotations")),
                object.at("/spec/providerID").asText(""));
    }

    /// The containers of a DaemonSet, a Deployment or whatever else has a template of pods.
    public static List<Program> programs(JsonNode workload) {
        List<Program> programs = new ArrayList<>();
        workload.at("/spec/template/spec/containers").forEach(it -> programs.add(program(it)));
        return programs;
    }

    /// A status that no controller has written yet has zeros in it.
    private static Daemon daemon(JsonNode object) {
        boolean looked = object.at("/status/observedGeneration").asLong() > 0;
        return new Daemon(
                key(object),
                programs(object),
                looked ? number(object.at("/status/desiredNumberScheduled")) : OptionalInt.empty(),
                looked ? number(object.at("/status/numberReady")) : OptionalInt.empty());
    }

    private static Program program(JsonNode container) {
        List<String> arguments = new ArrayList<>();
        container.path("command").forEach(it -> arguments.add(it.asText()));
        container.path("args").forEach(it -> arguments.add(it.asText()));
        Map<String, String> environment = new HashMap<>();
        StreamSupport.stream(container.path("env").spliterator(), false)
                .filter(it -> it.path("value").isValueNode())
                .forEach(it -> environment.put(
                        it.path("name").asText(), it.path("value").asText()));
        return new Program(
                container.path("name").asText(), container.path("image").asText(), arguments, environment);
    }

    private static OptionalInt number(JsonNode number) {
        return number.isInt() ? OptionalInt.of(number.asInt()) : OptionalInt.empty();
    }

    private static Map<String, String> texts(JsonNode map) {
        Map<String, String> texts = new HashMap<>();
        map.properties().forEach(it -> texts.put(it.getKey(), it.getValue().asText()));
        return texts;
    }
}
