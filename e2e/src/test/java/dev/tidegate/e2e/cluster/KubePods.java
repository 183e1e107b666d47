package dev.tidegate.e2e.cluster;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;

/// Pod objects as scheduler and kubelet leave them: running, with an address.
final class KubePods {

    private KubePods() {}

    /// Shape: where, which labels and which address → the object, created and running.
    static Pod running(
            KubernetesClient admin, String namespace, String name, Map<String, String> labels, String address) {
        admin.resource(account(namespace)).forceConflicts().serverSideApply();
        Pod made = admin.resource(new PodBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName(name)
                        .withLabels(labels)
                        .endMetadata()
                        .withNewSpec()
                        .withAutomountServiceAccountToken(false)
                        .addNewContainer()
                        .withName("main")
                        .withImage("example.com/main")
                        .endContainer()
                        .endSpec()
                        .build())
                .create();
        return admin.resource(new PodBuilder(made)
                        .withNewStatus()
                        .withPhase("Running")
                        .withPodIP(address)
                        .addNewPodIP(address)
                        .endStatus()
                        .build())
                .updateStatus();
    }

    /// That of all pods that name none, which a controller makes where there is one.
    private static ServiceAccount account(String namespace) {
        return new ServiceAccountBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName("default")
                .endMetadata()
                .build();
    }
}
