package dev.tidegate.e2e.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.File;
import java.util.Optional;

/// The cluster that the suite runs against: an API server of its own, or the one of `KUBECONFIG`.
///
/// `admin`: may do everything. `server`: to be killed and started again; empty for a cluster that is not ours.
record TestCluster(KubernetesClient admin, Optional<KubeApiServer> server) implements AutoCloseable {

    static TestCluster start() {
        return KubeBinaries.ofEnvironment()
                .map(KubeApiServer::start)
                .map(server -> new TestCluster(server.admin(), Optional.of(server)))
                .or(TestCluster::byKubeconfig)
                .orElseThrow(() -> new AssertionError("no API server: neither KUBEBUILDER_ASSETS nor KUBECONFIG is"
                        + " set (expected: run by e2e/cluster/run, which sees to it)"));
    }

    private static Optional<TestCluster> byKubeconfig() {
        return Optional.ofNullable(System.getenv("KUBECONFIG"))
                .map(file -> Config.fromKubeconfig(new File(file)))
                .map(config -> new KubernetesClientBuilder()
                        .withConfig(config)
                        .withHttpClientFactory(new JdkHttpClientFactory())
                        .build())
                .map(client -> new TestCluster(client, Optional.empty()));
    }

    @Override
    public void close() {
        server.ifPresentOrElse(KubeApiServer::close, admin::close);
    }
}
