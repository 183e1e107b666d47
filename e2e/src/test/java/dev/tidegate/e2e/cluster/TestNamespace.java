package dev.tidegate.e2e.cluster;

import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.cluster.EchoPods.Pod;
import dev.tidegate.tls.TestCertificate;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressList;
import io.fabric8.kubernetes.api.model.networking.v1.IngressLoadBalancerIngress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressStatus;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// A namespace of one test's own, with pods and the objects that lead to them.
///
/// Closing deletes it in the background, as deleting a namespace does; so the next test may find its Ingresses for
/// another moment.
final class TestNamespace implements AutoCloseable {

    private final TestCluster cluster;
    private final EchoPods pods;
    private final String name;
    private final List<Pod> opened = new CopyOnWriteArrayList<>();

    private TestNamespace(TestCluster cluster, EchoPods pods, String name) {
        this.cluster = cluster;
        this.pods = pods;
        this.name = name;
    }

    static TestNamespace create(TestCluster cluster, EchoPods pods, Map<String, String> labels) {
        Namespace made = cluster.admin()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withGenerateName("test-")
                        .withLabels(labels)
                        .endMetadata()
                        .build())
                .create();
        return new TestNamespace(cluster, pods, made.getMetadata().getName());
    }

    String name() {
        return name;
    }

    KubernetesClient admin() {
        return cluster.admin();
    }

    /// Creates it here. Shape: an object → the one that the server made of it.
    <T extends HasMetadata> T create(T object) {
        return cluster.admin().resource(object).inNamespace(name).create();
    }

    Ingress ingress(String yaml) {
        return create(Serialization.unmarshal(yaml, Ingress.class));
    }

    /// A Service on port 8080 with as many pods, all ready.
    List<Pod> service(String service, int replicas) {
        return service(service, "", replicas);
    }

    List<Pod> service(String service, String portName, int replicas) {
        List<Pod> all = Stream.generate(() -> pod(service)).limit(replicas).toList();
        Service made = create(KubeObjects.service(service, portName));
        create(KubeObjects.slice(made, all));
        return all;
    }

    Pod pod(String service) {
        return pod(service, EchoPods.PORT);
    }

    Pod pod(String service, int port) {
        return opened(pods.open(name, service, port));
    }

    /// One that answers every request by that one word.
    Pod pod(String service, int port, String word) {
        return opened(pods.open(name, service, port, word));
    }

    Pod pod6(String service) {
        return opened(pods.open6(name, service));
    }

    private Pod opened(Pod pod) {
        opened.add(pod);
        return pod;
    }

    /// Asks a pod to end: no new connections, and that long for the requests that it has.
    void drain(Pod pod, Duration grace) {
        opened.remove(pod);
        pods.drain(pod, grace);
    }

    /// Writes over the one of this name, whatever it says.
    void update(HasMetadata object) {
        cluster.admin().resource(object).inNamespace(name).forceConflicts().serverSideApply();
    }

    void editIngress(String ingress, UnaryOperator<Ingress> how) {
        ingresses().withName(ingress).edit(how);
    }

    /// A TLS Secret, and the right to read the Secrets of this namespace.
    void tlsSecret(String secret, TestCertificate certificate) {
        tlsSecret(secret, certificate.certificates(), certificate.key());
    }

    void tlsSecret(String secret, String certificates, String key) {
        bind("tidegate-secrets", TidegateAccount.NAME);
        create(KubeObjects.tlsSecret(secret, certificates, key));
    }

    /// Binds a ClusterRole to one of Tidegate's accounts, here only.
    void bind(String clusterRole, String account) {
        create(new RoleBindingBuilder()
                .withNewMetadata()
                .withName(clusterRole)
                .endMetadata()
                .withNewRoleRef()
                .withApiGroup("rbac.authorization.k8s.io")
                .withKind("ClusterRole")
                .withName(clusterRole)
                .endRoleRef()
                .addNewSubject()
                .withKind("ServiceAccount")
                .withNamespace(TidegateAccount.NAMESPACE)
                .withName(account)
                .endSubject()
                .build());
        TidegateAccount.awaitInForce(admin(), clusterRole, account, name);
    }

    void label(String key, String value) {
        admin().namespaces()
                .withName(name)
                .edit(it -> new NamespaceBuilder(it)
                        .editMetadata()
                        .addToLabels(key, value)
                        .endMetadata()
                        .build());
    }

    NonNamespaceOperation<Ingress, IngressList, Resource<Ingress>> ingresses() {
        return admin().network().v1().ingresses().inNamespace(name);
    }

    /// What the status of an Ingress says about where it is served.
    List<IngressLoadBalancerIngress> addresses(String ingress) {
        return addresses(ingresses().withName(ingress).get());
    }

    static List<IngressLoadBalancerIngress> addresses(Ingress ingress) {
        IngressStatus status = ingress.getStatus();
        return status == null || status.getLoadBalancer() == null
                ? List.of()
                : status.getLoadBalancer().getIngress();
    }

    /// Waits until its status says where it is served; from then on a request must find it.
    void awaitAddress(String ingress) {
        Await.until(
                "Ingress " + name + "/" + ingress + " has an address",
                () -> !addresses(ingress).isEmpty());
    }

    /// The Events about an Ingress, as they stand now.
    List<Event> events(String ingress) {
        return admin().resources(Event.class).inNamespace(name).list().getItems().stream()
                .filter(event -> event.getRegarding().getName().equals(ingress))
                .toList();
    }

    /// Waits until there is one Event of this reason about an Ingress, told so many times.
    void awaitEvent(String ingress, String reason, int times) {
        Await.until(
                "Event " + reason + " about " + name + "/" + ingress + ", told " + times + " times",
                () -> events(ingress).stream()
                        .filter(event -> event.getReason().equals(reason))
                        .map(TestNamespace::times)
                        .toList()
                        .equals(List.of(times)));
    }

    private static int times(Event event) {
        return event.getSeries() == null ? 1 : event.getSeries().getCount();
    }

    /// Pods outlive the objects that lead to them, as they have time to end.
    @Override
    public void close() {
        Thread.ofVirtual().start(this::delete);
    }

    /// The next test may have killed the server meanwhile; what stayed would be in the way of all that follow.
    private void delete() {
        Awaitility.await(name + " is deleted")
                .atMost(Duration.ofMinutes(3))
                .pollDelay(Duration.ZERO)
                .ignoreExceptionsInstanceOf(KubernetesClientException.class)
                .untilAsserted(this::deleteObjects);
        opened.forEach(pods::close);
    }

    /// What the namespace controller does, where there is one.
    private void deleteObjects() {
        KubernetesClient admin = cluster.admin();
        admin.namespaces().withName(name).delete();
        if (cluster.server().isPresent()) {
            ingresses().delete();
            admin.services().inNamespace(name).delete();
            admin.discovery().v1().endpointSlices().inNamespace(name).delete();
            admin.secrets().inNamespace(name).delete();
            admin.rbac().roleBindings().inNamespace(name).delete();
            Namespace left = admin.namespaces().withName(name).get();
            if (left != null) {
                left.getSpec().setFinalizers(List.of());
                admin.raw("/api/v1/namespaces/" + name + "/finalize", "PUT", left);
            }
        }
    }
}
