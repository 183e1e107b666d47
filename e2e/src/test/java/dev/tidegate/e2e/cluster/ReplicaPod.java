package dev.tidegate.e2e.cluster;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;

/// The objects of one replica of Tidegate, as scheduler and kubelet would have them: its pod, ready, on a node of its
/// own. Closing deletes both.
final class ReplicaPod implements AutoCloseable {

    private final KubernetesClient admin;
    private final Node node;
    private final Pod pod;

    private ReplicaPod(KubernetesClient admin, Node node, Pod pod) {
        this.admin = admin;
        this.node = node;
        this.pod = pod;
    }

    /// `address`: the external one of its node.
    static ReplicaPod create(TestBed bed, String name, String address) {
        KubernetesClient admin = bed.cluster().admin();
        Node node = admin.resource(node("node-of-" + name, address)).create();
        Pod pod = admin.resource(pod(name, node.getMetadata().getName())).create();
        admin.resource(ready(pod)).updateStatus();
        return new ReplicaPod(admin, node, pod);
    }

    private static Node node(String name, String address) {
        return new NodeBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewStatus()
                .addNewAddress(address, "ExternalIP")
                .addNewAddress("10.0.0.1", "InternalIP")
                .endStatus()
                .build();
    }

    private static Pod pod(String name, String node) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace(TidegateAccount.NAMESPACE)
                .withName(name)
                .addToLabels("app.kubernetes.io/name", "tidegate")
                .endMetadata()
                .withNewSpec()
                .withServiceAccountName(TidegateAccount.NAME)
                .withNodeName(node)
                .addNewContainer()
                .withName("tidegate")
                .withImage("example.com/tidegate")
                .endContainer()
                .endSpec()
                .build();
    }

    private static Pod ready(Pod pod) {
        return new PodBuilder(pod)
                .withNewStatus()
                .withPhase("Running")
                .addNewCondition()
                .withType("Ready")
                .withStatus("True")
                .endCondition()
                .endStatus()
                .build();
    }

    /// At once, as nobody is there who would end it. Idempotent.
    void delete() {
        admin.resource(pod).withGracePeriod(0).delete();
        admin.resource(node).delete();
    }

    @Override
    public void close() {
        delete();
    }
}
