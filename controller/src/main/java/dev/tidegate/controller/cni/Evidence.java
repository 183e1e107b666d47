package dev.tidegate.controller.cni;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.snapshot.ObjectKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was seen of a cluster that tells of its network. `apiGroups`: those that are served. `policyKinds`: which kinds
/// of `policy.networking.k8s.io` are, by their plural. `settings`: ConfigMaps that decide. `unread`: what could not be
/// looked at, each with the reason, as `daemonsets.apps: forbidden`.
public record Evidence(
        List<NodeMarks> nodes,
        List<Daemon> daemons,
        Set<String> apiGroups,
        Set<String> policyKinds,
        Map<ObjectKey, Map<String, String>> settings,
        Map<String, String> unread) {

    public static final Evidence NONE = new Evidence(List.of(), List.of(), Set.of(), Set.of(), Map.of(), Map.of());

    public static final String DAEMON_SETS = "daemonsets.apps";
    public static final String NODES = "nodes";

    public Evidence {
        nodes = List.copyOf(nodes);
        daemons = List.copyOf(daemons);
        apiGroups = Set.copyOf(apiGroups);
        policyKinds = Set.copyOf(policyKinds);
        settings = Map.copyOf(settings);
        unread = Map.copyOf(unread);
    }

    /// The ConfigMaps whose content decides whether one of these enforces: what to ask for once they are known.
    public static List<ObjectKey> deciding(List<Daemon> daemons) {
        return daemons.stream()
                .flatMap(daemon -> daemon.programs().stream()
                        .flatMap(program -> Optional.ofNullable(KnownPlugins.SETTINGS.get(program.name())).stream())
                        .map(name -> new ObjectKey(daemon.key().namespace(), name)))
                .distinct()
                .toList();
    }

    Optional<String> setting(ObjectKey configMap, String key) {
        return Optional.ofNullable(settings.get(requireNonNull(configMap))).map(data -> data.get(key));
    }
}
