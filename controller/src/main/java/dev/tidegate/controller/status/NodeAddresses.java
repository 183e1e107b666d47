package dev.tidegate.controller.status;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.snapshot.ObjectKey;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeAddress;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The addresses of the nodes that run ready pods of this controller: those with the labels of our own pod, in its
/// namespace. A node's external addresses, or its internal ones if that is asked for or it has no others.
public final class NodeAddresses implements AddressSource {

    /// Which change from one version of a workload to the next.
    private static final List<String> OF_ONE_VERSION =
            List.of("pod-template-hash", "controller-revision-hash", "pod-template-generation");

    private final KubernetesClient client;
    private final Optional<ObjectKey> ownPod;
    private final boolean internal;

    /// `ownPod`: empty if it is not known; then there are no addresses. `internal`: internal addresses only.
    public NodeAddresses(KubernetesClient client, Optional<ObjectKey> ownPod, boolean internal) {
        this.client = requireNonNull(client);
        this.ownPod = requireNonNull(ownPod);
        this.internal = internal;
    }

    @Override
    public List<StatusAddress> read() {
        return StatusAddress.sorted(pods().stream()
                .filter(NodeAddresses::serves)
                .map(pod -> pod.getSpec().getNodeName())
                .filter(Objects::nonNull)
                .distinct()
                .map(name -> client.nodes().withName(name).get())
                .filter(Objects::nonNull)
                .flatMap(this::addresses));
    }

    /// Ours and those like it; none if our own is not known.
    private List<Pod> pods() {
        if (ownPod.isEmpty()) {
            return List.of();
        }
        var pods = client.pods().inNamespace(ownPod.get().namespace());
        Pod own = pods.withName(ownPod.get().name()).get();
        if (own == null) {
            return List.of();
        }
        Map<String, String> labels =
                new HashMap<>(Optional.ofNullable(own.getMetadata().getLabels()).orElse(Map.of()));
        OF_ONE_VERSION.forEach(labels::remove);
        return labels.isEmpty() ? List.of(own) : pods.withLabels(labels).list().getItems();
    }

    /// Does another pod like ours run, or is that not known?
    public boolean others() {
        List<Pod> pods = pods();
        return pods.isEmpty()
                || pods.stream()
                        .anyMatch(pod -> pod.getMetadata().getDeletionTimestamp() == null
                                && !pod.getMetadata()
                                        .getName()
                                        .equals(ownPod.orElseThrow().name()));
    }

    private static boolean serves(Pod pod) {
        return pod.getMetadata().getDeletionTimestamp() == null && pod.getSpec() != null && Readiness.isPodReady(pod);
    }

    private Stream<StatusAddress> addresses(Node node) {
        List<StatusAddress> external = of(node, "ExternalIP");
        return (internal || external.isEmpty() ? of(node, "InternalIP") : external).stream();
    }

    private static List<StatusAddress> of(Node node, String type) {
        if (node.getStatus() == null || node.getStatus().getAddresses() == null) {
            return List.of();
        }
        return node.getStatus().getAddresses().stream()
                .filter(address -> type.equals(address.getType()))
                .map(NodeAddress::getAddress)
                .map(StatusAddress::of)
                .filter(StatusAddress::ip)
                .toList();
    }

    @Override
    public String describe() {
        return ownPod.map(pod -> "the nodes that run the pods like " + pod.path())
                .orElse("no flag, and the pod is not known (expected: --publish-service,"
                        + " --publish-status-address, or POD_NAME and POD_NAMESPACE)");
    }
}
