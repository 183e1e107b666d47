package dev.tidegate.e2e.cluster;

import dev.tidegate.e2e.TidegateProcess;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// All that the suite's tests share: a cluster, pods, and the account that Tidegate runs under.
final class TestBed implements AutoCloseable {

    private final Path folder = Folders.create();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicInteger count = new AtomicInteger();
    private final PodNetwork network;
    private final EchoPods pods;
    private final TestCluster cluster;
    private final TidegateAccount account;

    private TestBed(PodNetwork network, TestCluster cluster) {
        this.network = network;
        this.cluster = cluster;
        this.pods = EchoPods.start(network);
        this.account = TidegateAccount.create(cluster.admin());
    }

    static TestBed start() {
        PodNetwork network = PodNetwork.create();
        try {
            return new TestBed(network, TestCluster.start());
        } catch (RuntimeException | AssertionError failed) {
            network.close();
            throw failed;
        }
    }

    /// Can pods have IPv6 addresses here?
    boolean ipv6() {
        return network.ipv6();
    }

    TestCluster cluster() {
        return cluster;
    }

    TestNamespace namespace() {
        return namespace(Map.of());
    }

    TestNamespace namespace(Map<String, String> labels) {
        return TestNamespace.create(cluster, pods, labels);
    }

    /// Makes another account of Tidegate's, with no rights yet but those in its own namespace.
    void account(String name) {
        account.another(name);
    }

    /// Binds a ClusterRole to Tidegate's account, in all namespaces, until that is closed.
    TidegateAccount.Binding bindEverywhere(String clusterRole) {
        return account.bindEverywhere(clusterRole);
    }

    /// Tidegate as a process, reaching the cluster with its documented rights; ready to serve.
    TidegateProcess tidegate(String... flags) {
        return tidegateAs(TidegateAccount.NAME, flags);
    }

    /// Deletes the Lease that a killed leader has left, which the next one would wait for.
    void forgetLeader() {
        lease().delete();
    }

    /// Whom the Lease names; empty if nobody.
    String leader() {
        Lease lease = lease().get();
        return lease == null || lease.getSpec().getHolderIdentity() == null
                ? ""
                : lease.getSpec().getHolderIdentity();
    }

    Resource<Lease> lease() {
        return cluster.admin()
                .resources(Lease.class)
                .inNamespace(TidegateAccount.NAMESPACE)
                .withName("tidegate-leader");
    }

    /// The same, told that it runs in the pod of this name.
    TidegateProcess tidegateIn(String pod, String... flags) {
        return tidegateIn(pod, account.kubeconfig(kubeconfigFile(), TidegateAccount.NAME), flags);
    }

    /// The same by another account of its namespace, with whatever rights that one has.
    TidegateProcess tidegateAs(String name, String... flags) {
        return tidegateBy(account.kubeconfig(kubeconfigFile(), name), flags);
    }

    /// To reach the cluster as Tidegate's account does; to be made while the API server is there.
    record Kubeconfig(Path file) {}

    Kubeconfig kubeconfig() {
        return new Kubeconfig(account.kubeconfig(kubeconfigFile(), TidegateAccount.NAME));
    }

    TidegateProcess tidegateBy(Kubeconfig kubeconfig, String... flags) {
        return tidegateBy(kubeconfig.file(), flags);
    }

    private Path kubeconfigFile() {
        return folder.resolve("kubeconfig-" + count.incrementAndGet());
    }

    private TidegateProcess tidegateBy(Path kubeconfig, String... flags) {
        return tidegateIn("tidegate-" + count.incrementAndGet(), kubeconfig, flags);
    }

    private static TidegateProcess tidegateIn(String pod, Path kubeconfig, String... flags) {
        List<String> arguments = new ArrayList<>(List.of("--kubeconfig", kubeconfig.toString()));
        arguments.addAll(List.of("--event-loops", "1"));
        arguments.addAll(List.of(flags));
        return TidegateProcess.run(
                Map.of("POD_NAMESPACE", TidegateAccount.NAMESPACE, "POD_NAME", pod), List.of("-Xmx256m"), arguments);
    }

    /// Once; more calls do nothing.
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        pods.close();
        network.close();
        cluster.close();
        Folders.delete(folder);
    }
}
