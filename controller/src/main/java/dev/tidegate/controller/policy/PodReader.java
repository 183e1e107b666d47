package dev.tidegate.controller.policy;

import dev.tidegate.address.IpAddress;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.persistent.PersistentMap;
import dev.tidegate.policy.traffic.ContainerPort;
import dev.tidegate.policy.traffic.Namespace;
import dev.tidegate.policy.traffic.Node;
import dev.tidegate.policy.traffic.Pod;
import dev.tidegate.policy.traffic.Protocol;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// From pods, namespaces and nodes as the API server has them to what policies see of them. Total: what is missing or
/// malformed is taken for absent.
final class PodReader {

    private PodReader() {}

    static Namespace namespace(String name, io.fabric8.kubernetes.api.model.@Nullable Namespace namespace) {
        return new Namespace(name, namespace == null ? Map.of() : labels(namespace));
    }

    static Node node(io.fabric8.kubernetes.api.model.Node node) {
        List<IpAddress> addresses = node.getStatus() == null
                ? List.of()
                : addresses(node.getStatus().getAddresses().stream().map(it -> it.getAddress()));
        return new Node(node.getMetadata().getName(), labels(node), addresses);
    }

    /// A pod that has ended keeps its address in its status, while another may have it by now.
    static Pod pod(
            ObjectKey key,
            io.fabric8.kubernetes.api.model.Pod pod,
            Namespace namespace,
            PersistentMap<String, Node> nodes) {
        PodSpec spec = pod.getSpec() == null ? new PodSpec() : pod.getSpec();
        PodStatus status = pod.getStatus() == null ? new PodStatus() : pod.getStatus();
        boolean ended = "Succeeded".equals(status.getPhase()) || "Failed".equals(status.getPhase());
        return new Pod(
                namespace,
                key.name(),
                labels(pod),
                ended
                        ? List.of()
                        : addresses(Stream.concat(
                                Stream.ofNullable(status.getPodIP()),
                                status.getPodIPs().stream().map(it -> it.getIp()))),
                ports(spec),
                Optional.ofNullable(spec.getNodeName()).map(name -> nodeOf(name, status, nodes)),
                Boolean.TRUE.equals(spec.getHostNetwork()));
    }

    /// A node that we were not shown is known by what its pods say of it.
    private static Node nodeOf(String name, PodStatus status, PersistentMap<String, Node> nodes) {
        Node known = nodes.get(name);
        return known != null
                ? known
                : new Node(
                        name,
                        Map.of(),
                        addresses(Stream.concat(
                                Stream.ofNullable(status.getHostIP()),
                                status.getHostIPs().stream().map(it -> it.getIp()))));
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
        return List.copyOf(addresses);
    }

    private static Map<String, String> labels(HasMetadata object) {
        Map<String, String> labels = object.getMetadata().getLabels();
        return labels == null ? Map.of() : labels;
    }
}
