package dev.tidegate.controller.policy;

import dev.tidegate.address.IpAddress;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.persistent.PersistentMap;
import dev.tidegate.policy.traffic.Namespace;
import dev.tidegate.policy.traffic.Node;
import dev.tidegate.policy.traffic.Outside;
import dev.tidegate.policy.traffic.Party;
import dev.tidegate.policy.traffic.Pod;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The pods and nodes of a snapshot, as policies see them. Immutable; made from the one before, it costs what changed.
///
/// `byAddress`: who says of himself that he has an address, in order. `seen`: the objects that it was made of. Whether
/// anything that matters has changed is told by `pods` and `nodes`: they stay the same instances until then.
public record Population(
        PersistentMap<String, Node> nodes,
        PersistentMap<ObjectKey, Pod> pods,
        PersistentMap<IpAddress, List<ObjectKey>> byAddress,
        Seen seen) {

    /// Held part by part, so that nothing else of an old snapshot stays in memory.
    record Seen(
            PersistentMap<ObjectKey, io.fabric8.kubernetes.api.model.Pod> pods,
            PersistentMap<ObjectKey, io.fabric8.kubernetes.api.model.Node> nodes,
            PersistentMap<String, io.fabric8.kubernetes.api.model.Namespace> namespaces) {

        static Seen of(Snapshot snapshot) {
            return new Seen(
                    snapshot.policyObjects().pods(), snapshot.policyObjects().nodes(), snapshot.namespaces());
        }

        @SuppressWarnings("ReferenceEquality") // the same instance is the question: what is unchanged is reused
        boolean isSameAs(Seen other) {
            return pods == other.pods && nodes == other.nodes && namespaces == other.namespaces;
        }
    }

    public static final Population NONE = new Population(
            PersistentMap.empty(), PersistentMap.empty(), PersistentMap.empty(), Seen.of(Snapshot.EMPTY));

    public static Population of(Snapshot snapshot) {
        return NONE.next(snapshot);
    }

    @SuppressWarnings("ReferenceEquality") // the same instance is the question: what is unchanged is reused
    public Population next(Snapshot snapshot) {
        Seen now = Seen.of(snapshot);
        if (now.isSameAs(seen)) {
            return this;
        }
        PersistentMap<String, Node> nextNodes = nodes(now);
        Set<ObjectKey> suspects = new HashSet<>();
        now.pods().changesSince(seen.pods(), (key, _, _) -> suspects.add(key));
        Set<String> namespaces = new HashSet<>();
        now.namespaces().changesSince(seen.namespaces(), (name, before, after) -> {
            if (!PodReader.namespace(name, before).equals(PodReader.namespace(name, after))) {
                namespaces.add(name);
            }
        });
        boolean nodesChanged = nextNodes != nodes;
        if (nodesChanged || !namespaces.isEmpty()) {
            pods.keySet().stream()
                    .filter(key -> nodesChanged || namespaces.contains(key.namespace()))
                    .forEach(suspects::add);
        }
        Population next = new Population(nextNodes, pods, byAddress, now);
        for (ObjectKey key : suspects) {
            next = next.withPod(key);
        }
        return next;
    }

    private PersistentMap<String, Node> nodes(Seen now) {
        Set<ObjectKey> changed = new HashSet<>();
        now.nodes().changesSince(seen.nodes(), (key, _, _) -> changed.add(key));
        PersistentMap<String, Node> next = nodes;
        for (ObjectKey key : changed) {
            var object = now.nodes().get(key);
            if (object == null) {
                next = next.without(key.name());
                continue;
            }
            Node node = PodReader.node(object);
            if (!node.equals(next.get(key.name()))) {
                next = next.with(key.name(), node);
            }
        }
        return next;
    }

    private Population withPod(ObjectKey key) {
        var object = seen.pods().get(key);
        Pod before = pods.get(key);
        Pod now = object == null ? null : PodReader.pod(key, object, namespace(key.namespace()), nodes);
        if (now == null ? before == null : now.equals(before)) {
            return this;
        }
        PersistentMap<IpAddress, List<ObjectKey>> addresses = byAddress;
        for (IpAddress address : found(before)) {
            List<ObjectKey> left =
                    owners(addresses, address).filter(it -> !it.equals(key)).toList();
            addresses = left.isEmpty() ? addresses.without(address) : addresses.with(address, left);
        }
        for (IpAddress address : found(now)) {
            addresses = addresses.with(
                    address,
                    Stream.concat(owners(addresses, address), Stream.of(key))
                            .sorted()
                            .toList());
        }
        return new Population(nodes, now == null ? pods.without(key) : pods.with(key, now), addresses, seen);
    }

    /// Under which addresses a pod is found: one on its node's network is found under none.
    private static List<IpAddress> found(@Nullable Pod pod) {
        return pod == null || pod.hostNetwork() ? List.of() : pod.addresses();
    }

    private static Stream<ObjectKey> owners(PersistentMap<IpAddress, List<ObjectKey>> addresses, IpAddress address) {
        return addresses.getOrDefault(address, List.of()).stream();
    }

    /// A namespace that we were not shown is known by its name.
    public Namespace namespace(String name) {
        return PodReader.namespace(name, seen.namespaces().get(name));
    }

    public Optional<Pod> pod(ObjectKey key) {
        return Optional.ofNullable(pods.get(key));
    }

    /// In order of namespace and name.
    public List<Pod> inOrder() {
        return pods.values().stream().sorted(Comparator.comparing(Pod::path)).toList();
    }

    /// Whoever has this address: a pod with a network of its own, else a node, else somebody outside.
    public Party at(IpAddress address) {
        List<ObjectKey> owners = byAddress.getOrDefault(address, List.of());
        if (!owners.isEmpty()) {
            return pod(owners.getFirst()).orElseThrow();
        }
        for (Node node : nodes.values()) {
            if (node.addresses().contains(address)) {
                return node;
            }
        }
        return new Outside(address);
    }
}
