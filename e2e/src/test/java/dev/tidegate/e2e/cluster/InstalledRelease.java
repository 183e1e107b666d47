package dev.tidegate.e2e.cluster;

import dev.tidegate.e2e.Await;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A release of the chart in the cluster, and what a cluster's own machinery does about it: a node, pods of its
/// workload, and a load balancer whose address leads to those of them that are ready.
///
/// The release and its namespace are both called `tidegate`, as the documentation has it.
final class InstalledRelease implements AutoCloseable {

    static final String NAME = TidegateAccount.NAMESPACE;

    private static final String NODE = "node-of-the-release";

    private final TestBed bed;
    private final KubernetesClient admin;
    private final Helm helm;
    private final String notes;
    private final Node node;
    private final String address;
    private final PodProcess services;

    private InstalledRelease(TestBed bed, Helm helm, String notes) {
        this.bed = bed;
        this.admin = bed.cluster().admin();
        this.helm = helm;
        this.notes = notes;
        this.node = admin.resource(node()).create();
        admin.resource(defaultAccount()).forceConflicts().serverSideApply();
        this.address = bed.network().address();
        this.services = PodProcess.start(bed.network(), ServiceSwitch.class);
    }

    /// `more`: arguments of `helm install`.
    static InstalledRelease install(TestBed bed, Helm helm, String... more) {
        return new InstalledRelease(bed, helm, helm.install(NAME, more));
    }

    /// The same where these lines of a shell do it.
    static InstalledRelease installBy(TestBed bed, Helm helm, String lines) {
        return new InstalledRelease(bed, helm, helm.shell(lines));
    }

    private static Node node() {
        return new NodeBuilder()
                .withNewMetadata()
                .withName(NODE)
                .addToLabels("topology.kubernetes.io/zone", "zone-1")
                .endMetadata()
                .withNewStatus()
                .addNewAddress("192.0.2.7", "ExternalIP")
                .addNewAddress("10.0.0.7", "InternalIP")
                .endStatus()
                .build();
    }

    /// As a controller makes it in each namespace.
    private static ServiceAccount defaultAccount() {
        return new ServiceAccountBuilder()
                .withNewMetadata()
                .withNamespace(NAME)
                .withName("default")
                .endMetadata()
                .build();
    }

    String notes() {
        return notes;
    }

    /// Of the load balancer that its Service got.
    String address() {
        return address;
    }

    /// Has Pod Security hold its namespace to that level.
    void enforce(String level) {
        admin.namespaces()
                .withName(NAME)
                .edit(it -> new NamespaceBuilder(it)
                        .editMetadata()
                        .addToLabels("pod-security.kubernetes.io/enforce", level)
                        .endMetadata()
                        .build());
    }

    /// Of its one Deployment or DaemonSet.
    PodTemplateSpec template() {
        Stream<PodTemplateSpec> deployments = admin.apps().deployments().inNamespace(NAME).list().getItems().stream()
                .map(Deployment::getSpec)
                .map(spec -> spec.getTemplate());
        Stream<PodTemplateSpec> daemonSets = admin.apps().daemonSets().inNamespace(NAME).list().getItems().stream()
                .map(DaemonSet::getSpec)
                .map(spec -> spec.getTemplate());
        List<PodTemplateSpec> templates = Stream.concat(deployments, daemonSets).toList();
        if (templates.size() != 1) {
            throw new AssertionError(templates.size() + " workloads (expected: one Deployment or DaemonSet)");
        }
        return templates.getFirst();
    }

    RunningPod startPod() {
        return RunningPod.start(bed, NAME, template(), NODE);
    }

    /// Asks the server what it would say to a pod of that template.
    void tryPod(PodTemplateSpec template) {
        admin.resource(RunningPod.of(NAME, template, NODE)).dryRun().create();
    }

    Optional<Service> service() {
        return Optional.ofNullable(
                admin.services().inNamespace(NAME).withName(NAME).get());
    }

    /// As a cloud does it: the Service gets an address, by which its ports are served.
    void balanceLoad() {
        admin.resource(service().orElseThrow())
                .editStatus(it -> new ServiceBuilder(it)
                        .editOrNewStatus()
                        .editOrNewLoadBalancer()
                        .addNewIngress()
                        .withIp(address)
                        .endIngress()
                        .endLoadBalancer()
                        .endStatus()
                        .build());
    }

    /// From now on new connections to its ports go to these pods.
    void route(List<RunningPod> ready) {
        for (ServicePort port : service().orElseThrow().getSpec().getPorts()) {
            String target = port.getTargetPort().getStrVal();
            services.tell(
                    "endpoints",
                    address,
                    String.valueOf(port.getPort()),
                    ready.isEmpty()
                            ? "none"
                            : String.join(
                                    ",",
                                    ready.stream()
                                            .map(pod -> pod.address() + ":" + pod.port(target))
                                            .toList()));
        }
    }

    /// The real one, led to the load balancer's address whatever host it asks for. Shape: → head and body.
    String curl(String... more) {
        List<String> command = new ArrayList<>(
                List.of("curl", "--silent", "--show-error", "--include", "--connect-to", "::" + address + ":"));
        command.addAll(List.of(more));
        return Program.run(Map.of(), command.toArray(String[]::new));
    }

    /// `helm test`, whose pod is run here. Shape: → what the pod said, then what Helm did.
    String test() {
        StringBuilder said = new StringBuilder();
        Thread kubelet = Thread.ofVirtual().start(() -> said.append(runTestPod()));
        String helmSaid = helm.run("test", NAME, "--namespace", NAME, "--timeout", "60s");
        try {
            kubelet.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return said + "\n" + helmSaid;
    }

    private String runTestPod() {
        Resource<Pod> resource = admin.pods().inNamespace(NAME).withName(NAME + "-test");
        Await.until("Helm has created its test pod", () -> resource.get() != null);
        Path folder = Folders.create();
        Folders.write(folder.resolve("hosts"), address + " " + NAME + "." + NAME + "\n");
        Program.Outcome outcome = Program.call(
                Map.of(),
                new PodSandbox(resource.get(), bed.network().address(), folder).command(bed.network(), Map.of()));
        Folders.delete(folder);
        resource.editStatus(it -> new PodBuilder(it)
                .editOrNewStatus()
                .withPhase(outcome.exitCode() == 0 ? "Succeeded" : "Failed")
                .endStatus()
                .build());
        return outcome.said();
    }

    @Override
    public void close() {
        services.close();
        admin.resource(node).delete();
        if (admin.secrets().inNamespace(NAME).withLabel("owner", "helm").list().getItems().stream()
                .findAny()
                .isPresent()) {
            helm.uninstall(NAME);
        }
    }
}
