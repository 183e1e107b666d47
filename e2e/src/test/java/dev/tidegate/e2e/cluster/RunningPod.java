package dev.tidegate.e2e.cluster;

import dev.tidegate.e2e.Answer;
import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.HttpConnection;
import dev.tidegate.e2e.TidegateProcess;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A pod of Tidegate's, made of a Deployment's or DaemonSet's template and run as kubelet would: with the token of its
/// account bound to it, probed as it says, and ended as it says.
///
/// Threads: any, one at a time.
final class RunningPod implements AutoCloseable {

    private static final int TIMEOUT_MS = 2_000;

    private final KubernetesClient admin;
    private final Pod pod;
    private final String address;
    private final Path folder;
    private final TidegateProcess process;

    private RunningPod(TestBed bed, Pod pod) {
        this.admin = bed.cluster().admin();
        this.pod = pod;
        this.address = bed.network().address();
        this.folder = Folders.create();
        mountAccount(bed);
        this.process = TidegateProcess.start(new PodSandbox(pod, address, folder)
                .command(
                        bed.network(),
                        Map.of(
                                "KUBERNETES_SERVICE_HOST",
                                KubeApiServer.NAME_IN_CLUSTER,
                                "KUBERNETES_SERVICE_PORT",
                                String.valueOf(bed.apiServerPortForPods()))));
    }

    /// Creates the object on that node, as scheduler and controllers would, and starts its process.
    static RunningPod start(TestBed bed, String namespace, PodTemplateSpec template, String node) {
        return new RunningPod(
                bed,
                bed.cluster().admin().resource(of(namespace, template, node)).create());
    }

    static Pod of(String namespace, PodTemplateSpec template, String node) {
        return new PodBuilder()
                .withMetadata(template.getMetadata())
                .editMetadata()
                .withNamespace(namespace)
                .withGenerateName("tidegate-")
                .endMetadata()
                .withSpec(template.getSpec())
                .editSpec()
                .withNodeName(node)
                .endSpec()
                .build();
    }

    private void mountAccount(TestBed bed) {
        Path account = folder.resolve("serviceaccount");
        try {
            Files.createDirectory(account);
            Files.copy(bed.cluster().server().orElseThrow().authorityFile(), account.resolve("ca.crt"));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
        Folders.write(account.resolve("token"), token());
        Folders.write(account.resolve("namespace"), pod.getMetadata().getNamespace());
        Folders.write(
                folder.resolve("hosts"),
                "127.0.0.1 localhost\n" + bed.network().hostAddress() + " " + KubeApiServer.NAME_IN_CLUSTER + "\n");
    }

    private String token() {
        return admin.serviceAccounts()
                .inNamespace(pod.getMetadata().getNamespace())
                .withName(pod.getSpec().getServiceAccountName())
                .tokenRequest(new TokenRequestBuilder()
                        .withNewSpec()
                        .withNewBoundObjectRef(
                                "v1",
                                "Pod",
                                pod.getMetadata().getName(),
                                pod.getMetadata().getUid())
                        .endSpec()
                        .build())
                .getStatus()
                .getToken();
    }

    String address() {
        return address;
    }

    String name() {
        return pod.getMetadata().getName();
    }

    TidegateProcess process() {
        return process;
    }

    int port(String name) {
        return container().getPorts().stream()
                .filter(port -> port.getName().equals(name))
                .map(ContainerPort::getContainerPort)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the pod has no port " + name));
    }

    private Container container() {
        return pod.getSpec().getContainers().getFirst();
    }

    /// Does its readiness probe succeed now?
    boolean ready() {
        return succeeds(container().getReadinessProbe());
    }

    boolean healthy() {
        return succeeds(container().getLivenessProbe());
    }

    /// And tells the server so.
    void awaitReady() {
        try {
            Await.untilStarted(name() + " is ready", () -> {
                if (!process.alive()) {
                    throw new AssertionError("it has ended");
                }
                return ready();
            });
        } catch (RuntimeException | AssertionError never) {
            throw new AssertionError(name() + " did not become ready; it said:\n" + process.stderr(), never);
        }
        admin.resource(pod)
                .editStatus(now -> new PodBuilder(now)
                        .editOrNewStatus()
                        .withPhase("Running")
                        .withPodIP(address)
                        .addNewCondition()
                        .withType("Ready")
                        .withStatus("True")
                        .endCondition()
                        .endStatus()
                        .build());
    }

    private boolean succeeds(Probe probe) {
        HTTPGetAction get = probe.getHttpGet();
        int port = Optional.ofNullable(get.getPort().getIntVal())
                .orElseGet(() -> port(get.getPort().getStrVal()));
        try {
            return ask(port, "localhost", get.getPath()).status() < 400;
        } catch (IOException notYet) {
            return false;
        }
    }

    /// One request to one of its ports.
    Answer ask(int port, String host, String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral(address), port)) {
            socket.setSoTimeout(TIMEOUT_MS);
            return HttpConnection.over(socket).get(host, path);
        }
    }

    /// As kubelet ends a pod: its hook, the signal, and the kill if its time is over. Shape: the exit code; empty if it
    /// had to be killed.
    Optional<Integer> end() {
        long graceEnd =
                System.nanoTime() + TimeUnit.SECONDS.toNanos(pod.getSpec().getTerminationGracePeriodSeconds());
        preStop();
        process.terminate();
        boolean ended = process.awaitExitUntil(graceEnd);
        close();
        return ended ? Optional.of(process.awaitExit()) : Optional.empty();
    }

    private void preStop() {
        if (container().getLifecycle() != null) {
            try {
                TimeUnit.SECONDS.sleep(
                        container().getLifecycle().getPreStop().getSleep().getSeconds());
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// At once, and its object with it.
    @Override
    public void close() {
        process.close();
        admin.resource(pod).withGracePeriod(0).delete();
        Folders.delete(folder);
    }
}
