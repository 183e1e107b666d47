package dev.tidegate.e2e.cluster;

import dev.tidegate.e2e.TidegateProcess;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// All that the suite's tests share: a cluster, pods, and the account that Tidegate runs under.
final class TestBed implements AutoCloseable {

    private final Path folder = Folders.create();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicInteger count = new AtomicInteger();
    private final PodNetwork network;
    private final EchoPods pods;
    private final TestCluster cluster;
    private @Nullable TidegateAccount account;
    private @Nullable Passage apiServer;

    private TestBed(PodNetwork network, TestCluster cluster) {
        this.network = network;
        this.cluster = cluster;
        this.pods = EchoPods.start(network);
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

    PodNetwork network() {
        return network;
    }

    /// Made for the first who asks: a release of the chart brings one of its own.
    synchronized TidegateAccount account() {
        TidegateAccount made = account;
        if (made == null) {
            made = TidegateAccount.create(cluster.admin());
            account = made;
        }
        return made;
    }

    /// The API server's port for pods, at our end of their network.
    synchronized int apiServerPortForPods() {
        Passage made = apiServer;
        if (made == null) {
            made = Passage.from(
                    InetAddress.ofLiteral(network.hostAddress()),
                    cluster.server().orElseThrow().port());
            apiServer = made;
        }
        return made.port();
    }

    TestNamespace namespace() {
        return namespace(Map.of());
    }

    TestNamespace namespace(Map<String, String> labels) {
        return TestNamespace.create(cluster, pods, labels);
    }

    /// Makes another account of Tidegate's, with no rights yet but those in its own namespace.
    void account(String name) {
        account().another(name);
    }

    /// Binds a ClusterRole to Tidegate's account, in all namespaces, until that is closed.
    TidegateAccount.Binding bindEverywhere(String clusterRole) {
        return account().bindEverywhere(clusterRole);
    }

    /// Tidegate as a process, reaching the cluster with its documented rights; ready to serve.
    TidegateProcess tidegate(String... flags) {
        return tidegateBy(kubeconfig(), flags);
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
        return tidegateWith(Map.of("POD_NAME", pod), flags);
    }

    /// The same with more in its environment.
    TidegateProcess tidegateWith(Map<String, String> environment, String... flags) {
        return tidegateBy(kubeconfig(), environment, flags);
    }

    /// The same by another account of its namespace, with whatever rights that one has.
    TidegateProcess tidegateAs(String name, String... flags) {
        return tidegateBy(kubeconfigOf(name), flags);
    }

    /// To reach the cluster as Tidegate's account does; to be made while the API server is there.
    record Kubeconfig(Path file) {}

    Kubeconfig kubeconfig() {
        return new Kubeconfig(account().kubeconfig(kubeconfigFile(), TidegateAccount.NAME));
    }

    /// The same as another account of its namespace.
    Kubeconfig kubeconfigOf(String name) {
        return new Kubeconfig(account().kubeconfig(kubeconfigFile(), name));
    }

    /// The same through that port of this machine, where somebody passes it on.
    Kubeconfig kubeconfigThrough(int port) {
        return new Kubeconfig(account().kubeconfigThrough(port, kubeconfigFile(), TidegateAccount.NAME));
    }

    /// The same by the token that stands in a file, whenever it is used.
    Kubeconfig kubeconfigByTokenIn(Path tokenFile) {
        return new Kubeconfig(account().kubeconfigByTokenIn(tokenFile, kubeconfigFile()));
    }

    /// A token of Tidegate's account.
    String token() {
        return account().token(TidegateAccount.NAME);
    }

    /// One that is valid as long as that Secret of its namespace is there.
    String tokenBoundTo(Secret secret) {
        return account().tokenBoundTo(secret);
    }

    TidegateProcess tidegateBy(Kubeconfig kubeconfig, String... flags) {
        return tidegateBy(kubeconfig, Map.of(), flags);
    }

    private Path kubeconfigFile() {
        return folder.resolve("kubeconfig-" + count.incrementAndGet());
    }

    private TidegateProcess tidegateBy(Kubeconfig kubeconfig, Map<String, String> more, String... flags) {
        List<String> arguments =
                new ArrayList<>(List.of("--kubeconfig", kubeconfig.file().toString()));
        arguments.addAll(List.of("--event-loops", "1"));
        arguments.addAll(List.of(flags));
        Map<String, String> environment = new HashMap<>(
                Map.of("POD_NAMESPACE", TidegateAccount.NAMESPACE, "POD_NAME", "tidegate-" + count.incrementAndGet()));
        environment.putAll(more);
        return TidegateProcess.run(environment, List.of("-Xmx256m"), arguments);
    }

    /// Once; more calls do nothing.
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        pods.close();
        closePassage();
        network.close();
        cluster.close();
        Folders.delete(folder);
    }

    private synchronized void closePassage() {
        if (apiServer != null) {
            apiServer.close();
        }
    }
}
