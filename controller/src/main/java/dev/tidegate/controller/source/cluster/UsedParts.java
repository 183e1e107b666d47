package dev.tidegate.controller.source.cluster;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeAddress;
import io.fabric8.kubernetes.api.model.NodeStatus;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is kept of a pod and of a node: what policies see of them. There may be tens of thousands, and the rest of each
/// is many times as large, and changes every few seconds. So they are kept without their version, too.
///
/// Shape: a whole object → a small one, with parts that are shared and not to be edited; one of another kind as it is.
final class UsedParts {

    private UsedParts() {}

    static HasMetadata of(HasMetadata object) {
        return switch (object) {
            case Pod pod -> pod(pod);
            case Node node -> node(node);
            default -> object;
        };
    }

    private static Pod pod(Pod whole) {
        Pod used = new Pod();
        used.setMetadata(metadata(whole.getMetadata()));
        used.setSpec(spec(whole.getSpec() == null ? new PodSpec() : whole.getSpec()));
        used.setStatus(status(whole.getStatus() == null ? new PodStatus() : whole.getStatus()));
        used.setAdditionalProperties(Map.of());
        return used;
    }

    private static PodSpec spec(PodSpec whole) {
        PodSpec used = new PodSpec();
        used.setNodeName(whole.getNodeName());
        used.setHostNetwork(whole.getHostNetwork());
        used.setContainers(containers(whole.getContainers()));
        used.setInitContainers(containers(whole.getInitContainers().stream()
                .filter(it -> "Always".equals(it.getRestartPolicy()))
                .toList()));
        used.setEphemeralContainers(List.of());
        used.setHostAliases(List.of());
        used.setImagePullSecrets(List.of());
        used.setNodeSelector(Map.of());
        used.setOverhead(Map.of());
        used.setReadinessGates(List.of());
        used.setResourceClaims(List.of());
        used.setSchedulingGates(List.of());
        used.setTolerations(List.of());
        used.setTopologySpreadConstraints(List.of());
        used.setVolumes(List.of());
        used.setAdditionalProperties(Map.of());
        return used;
    }

    /// Those with ports that have a name: a policy may call them by it.
    private static List<Container> containers(List<Container> whole) {
        return whole.stream()
                .filter(container -> container.getPorts().stream().anyMatch(port -> port.getName() != null))
                .map(UsedParts::container)
                .toList();
    }

    private static Container container(Container whole) {
        Container used = new Container();
        used.setRestartPolicy(whole.getRestartPolicy());
        used.setPorts(whole.getPorts().stream()
                .filter(port -> port.getName() != null)
                .map(UsedParts::port)
                .toList());
        used.setArgs(List.of());
        used.setCommand(List.of());
        used.setEnv(List.of());
        used.setEnvFrom(List.of());
        used.setResizePolicy(List.of());
        used.setRestartPolicyRules(List.of());
        used.setVolumeDevices(List.of());
        used.setVolumeMounts(List.of());
        used.setAdditionalProperties(Map.of());
        return used;
    }

    private static ContainerPort port(ContainerPort whole) {
        ContainerPort used = new ContainerPort();
        used.setName(whole.getName());
        used.setContainerPort(whole.getContainerPort());
        used.setProtocol(whole.getProtocol());
        used.setAdditionalProperties(Map.of());
        return used;
    }

    private static PodStatus status(PodStatus whole) {
        PodStatus used = new PodStatus();
        used.setPodIP(whole.getPodIP());
        used.setHostIP(whole.getHostIP());
        // The first of them is the one that stands by itself.
        used.setPodIPs(whole.getPodIPs().size() > 1 ? List.copyOf(whole.getPodIPs()) : List.of());
        used.setHostIPs(whole.getHostIPs().size() > 1 ? List.copyOf(whole.getHostIPs()) : List.of());
        used.setAllocatedResources(Map.of());
        used.setConditions(List.of());
        used.setContainerStatuses(List.of());
        used.setEphemeralContainerStatuses(List.of());
        used.setInitContainerStatuses(List.of());
        used.setNodeAllocatableResourceClaimStatuses(List.of());
        used.setResourceClaimStatuses(List.of());
        used.setAdditionalProperties(Map.of());
        return used;
    }

    private static Node node(Node whole) {
        NodeStatus status = new NodeStatus();
        status.setAddresses(addresses(whole.getStatus()));
        status.setAdditionalProperties(Map.of());
        Node used = new Node();
        used.setMetadata(metadata(whole.getMetadata()));
        used.setStatus(status);
        used.setAdditionalProperties(Map.of());
        return used;
    }

    private static List<NodeAddress> addresses(@Nullable NodeStatus whole) {
        return whole == null ? List.of() : List.copyOf(whole.getAddresses());
    }

    private static ObjectMeta metadata(ObjectMeta whole) {
        ObjectMeta used = new ObjectMeta();
        used.setNamespace(whole.getNamespace());
        used.setName(whole.getName());
        used.setLabels(whole.getLabels() == null ? Map.of() : Map.copyOf(whole.getLabels()));
        used.setAdditionalProperties(Map.of());
        LeanObjects.shareWhatIsEmpty(used);
        return used;
    }
}
