package dev.tidegate.controller.policy;

import dev.tidegate.address.IpAddress;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.policy.traffic.ContainerPort;
import dev.tidegate.policy.traffic.Namespace;
import dev.tidegate.policy.traffic.Node;
import dev.tidegate.policy.traffic.Outside;
import dev.tidegate.policy.traffic.Party;
import dev.tidegate.policy.traffic.Pod;
import dev.tidegate.policy.traffic.Protocol;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The pods and nodes of a snapshot, as policies see them. Pure; what is missing or malformed in a pod is taken for
/// absent.
public final class Population {

    private final Map<String, Node> nodes = new HashMap<>();
    private final SortedMap<ObjectKey, Pod> pods = new TreeMap<>();

    private Population() {}

    public static Population of(Snapshot snapshot) {
        Population population = new Population();
        snapshot.policyObjects().nodes().forEach((key, node) -> population.nodes.put(key.name(), node(node)));
        Map<String, Namespace> namespaces = new HashMap<>();
        snapshot.policyObjects()
                .pods()
                .forEach((key, pod) -> population.pods.put(
                        key,
                        population.pod(
                                key, pod, namespaces.computeIfAbsent(key.namespace(), it -> namespace(it, snapshot)))));
        return population;
    }

    public Optional<Pod> pod(ObjectKey key) {
        return Optional.ofNullable(pods.get(key));
    }

    /// In order of namespace and name.
    public Collection<Pod> pods() {
        return pods.values();
    }

    /// Whoever has this address: a pod with a network of its own, else a node, else somebody outside.
    public Party at(IpAddress address) {
        Optional<Party> pod = pods.values().stream()
                .filter(it -> !it.hostNetwork() && it.addresses().contains(address))
                .map(Party.class::cast)
                .findFirst();
        return pod.or(() -> nodes.values().stream()
                        .filter(node -> node.addresses().contains(address))
                        .map(Party.class::cast)
                        .findFirst())
                .orElseGet(() -> new Outside(address));
    }

    private static Namespace namespace(String name, Snapshot snapshot) {
        io.fabric8.kubernetes.api.model.Namespace namespace =
                snapshot.namespaces().get(name);
        return new Namespace(name, namespace == null ? Map.of() : labels(namespace));
    }

    private static Node node(io.fabric8.kubernetes.api.model.Node node) {
        List<IpAddress> addresses = node.getStatus() == null
                ? List.of()
                : addresses(node.getStatus().getAddresses().stream().map(it -> it.getAddress()));
        return new Node(node.getMetadata().getName(), labels(node), addresses);
    }

    private Pod pod(ObjectKey key, io.fabric8.kubernetes.api.model.Pod pod, Namespace namespace) {
        PodSpec spec = pod.getSpec() == null ? new PodSpec() : pod.getSpec();
        PodStatus status = pod.getStatus() == null ? new PodStatus() : pod.getStatus();
        return new Pod(
                namespace,
                key.name(),
                labels(pod),
                addresses(Stream.concat(
                        Stream.ofNullable(status.getPodIP()),
                        status.getPodIPs().stream().map(it -> it.getIp()))),
                ports(spec),
                Optional.ofNullable(spec.getNodeName()).map(name -> nodeOf(name, status)),
                Boolean.TRUE.equals(spec.getHostNetwork()));
    }

    /// A node that we were not shown is known by what its pods say of it.
    private Node nodeOf(String name, PodStatus status) {
        return nodes.getOrDefault(
                name,
                new Node(
                        name,
                        Map.of(),
                        addresses(Stream.concat(
                                Stream.ofNullable(status.getHostIP()),
                                status.getHostIPs().stream().map(it -> it.getIp())))));
    }

    /// Containers that run beside the others may have a named port too: those that are started first and stay.
    private static List<ContainerPort> ports(PodSpec spec) {
        Stream<Container> sidecars =
                spec.getInitContainers().stream().filter(it -> "Always".equals(it.getRestartPolicy()));
        return Stream.concat(spec.getContainers().stream(), sidecars)
                .flatMap(container -> container.getPorts().stream())
                .filter(port -> port.getName() != null && port.getContainerPort() != null)
                .flatMap(port -> protocol(port.getProtocol())
                        .map(protocol -> new ContainerPort(port.getName(), port.getContainerPort(), protocol))
                        .stream())
                .toList();
    }

    private static Optional<Protocol> protocol(@Nullable String protocol) {
        return switch (protocol) {
            case null -> Optional.of(Protocol.TCP);
            case "TCP" -> Optional.of(Protocol.TCP);
            case "UDP" -> Optional.of(Protocol.UDP);
            case "SCTP" -> Optional.of(Protocol.SCTP);
            default -> Optional.empty();
        };
    }

    private static List<IpAddress> addresses(Stream<String> texts) {
        Set<IpAddress> addresses = new LinkedHashSet<>();
        texts.forEach(text -> IpAddress.parse(text).ifPresent(addresses::add));
        return new ArrayList<>(addresses);
    }

    private static Map<String, String> labels(HasMetadata object) {
        Map<String, String> labels = object.getMetadata().getLabels();
        return labels == null ? Map.of() : labels;
    }
}
