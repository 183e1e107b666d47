package dev.tidegate.e2e.cluster;

import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;

/// A network plug-in as its DaemonSet shows it, of which no pod runs; gone when closed.
record PluginDaemon(KubernetesClient admin, DaemonSet daemonSet) implements AutoCloseable {

    /// `container`: its name, which the DaemonSet has too.
    static PluginDaemon create(TestBed bed, String container, String image) {
        KubernetesClient admin = bed.cluster().admin();
        return new PluginDaemon(
                admin,
                admin.resource(daemonSet(container, image)).forceConflicts().serverSideApply());
    }

    private static DaemonSet daemonSet(String container, String image) {
        return new DaemonSetBuilder()
                .withNewMetadata()
                .withNamespace("kube-system")
                .withName(container)
                .endMetadata()
                .withNewSpec()
                .withNewSelector()
                .addToMatchLabels("app", container)
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", container)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName(container)
                .withImage(image)
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    @Override
    public void close() {
        admin.resource(daemonSet).delete();
    }
}
