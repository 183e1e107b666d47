package dev.tidegate.e2e.cluster;

import dev.tidegate.e2e.cluster.EchoPods.Pod;
import dev.tidegate.tls.TestCertificate;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointPortBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Objects as a cluster's own controllers write them, of which there are none here.
final class KubeObjects {

    /// Of every Service, as in the upstream suite.
    static final int SERVICE_PORT = 8080;

    private KubeObjects() {}

    /// `portName`: of its one port; may be empty.
    static Service service(String name, String portName) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .addNewPort()
                .withName(portName.isEmpty() ? null : portName)
                .withPort(SERVICE_PORT)
                .withNewTargetPort(EchoPods.PORT)
                .endPort()
                .endSpec()
                .build();
    }

    static Secret tlsSecret(String name, TestCertificate certificate) {
        return tlsSecret(name, certificate.certificates(), certificate.key());
    }

    static Secret tlsSecret(String name, String certificates, String key) {
        return new SecretBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withType("kubernetes.io/tls")
                .addToData("tls.crt", base64(certificates))
                .addToData("tls.key", base64(key))
                .build();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// An Ingress that has the name of its one host, and sends all of it to that Service. `className`: none if null.
    static Ingress ingress(String host, String service, @Nullable String className) {
        return new IngressBuilder()
                .withNewMetadata()
                .withName(host)
                .endMetadata()
                .withNewSpec()
                .withIngressClassName(className)
                .addNewRule()
                .withHost(host)
                .withNewHttp()
                .addNewPath()
                .withPath("/")
                .withPathType("Prefix")
                .withNewBackend()
                .withNewService()
                .withName(service)
                .withNewPort()
                .withNumber(SERVICE_PORT)
                .endPort()
                .endService()
                .endBackend()
                .endPath()
                .endHttp()
                .endRule()
                .endSpec()
                .build();
    }

    /// The same with HTTPS, by a Secret.
    static Ingress tlsIngress(String host, String service, @Nullable String className, String secret) {
        return new IngressBuilder(ingress(host, service, className))
                .editSpec()
                .addNewTl()
                .withHosts(host)
                .withSecretName(secret)
                .endTl()
                .endSpec()
                .build();
    }

    /// One slice with all of these pods, ready; as the EndpointSlice controller makes it.
    static EndpointSlice slice(Service service, List<Pod> pods) {
        List<Endpoint> endpoints = pods.stream().map(KubeObjects::ready).toList();
        return slice(service, pods.getFirst().port(), endpoints);
    }

    static EndpointSlice sliceOf(Service service, List<Endpoint> endpoints) {
        return slice(service, EchoPods.PORT, endpoints);
    }

    static EndpointSlice named(String name, EndpointSlice slice) {
        slice.getMetadata().setName(name);
        return slice;
    }

    private static EndpointSlice slice(Service service, int port, List<Endpoint> endpoints) {
        String name = service.getMetadata().getName();
        String portName = service.getSpec().getPorts().getFirst().getName();
        return new EndpointSliceBuilder()
                .withNewMetadata()
                .withName(name + "-1")
                .addToLabels("kubernetes.io/service-name", name)
                .addToLabels("endpointslice.kubernetes.io/managed-by", "endpointslice-controller.k8s.io")
                .withOwnerReferences(new OwnerReferenceBuilder()
                        .withApiVersion("v1")
                        .withKind("Service")
                        .withName(name)
                        .withUid(service.getMetadata().getUid())
                        .withController(true)
                        .withBlockOwnerDeletion(true)
                        .build())
                .endMetadata()
                .withAddressType(familyOf(endpoints))
                .withEndpoints(endpoints)
                .withPorts(new EndpointPortBuilder()
                        .withName(portName == null ? "" : portName)
                        .withPort(port)
                        .withProtocol("TCP")
                        .build())
                .build();
    }

    /// A slice has addresses of one family.
    private static String familyOf(List<Endpoint> endpoints) {
        return endpoints.stream().flatMap(it -> it.getAddresses().stream()).anyMatch(address -> address.contains(":"))
                ? "IPv6"
                : "IPv4";
    }

    /// The same endpoint, hinted for that zone.
    static Endpoint hintedFor(String zone, Endpoint endpoint) {
        return new EndpointBuilder(endpoint)
                .withZone(zone)
                .withNewHints()
                .addNewForZone(zone)
                .endHints()
                .build();
    }

    /// By the condition's name: `ready`, `unready` or `terminating`.
    static Endpoint in(String condition, Pod pod) {
        return switch (condition) {
            case "ready" -> ready(pod);
            case "unready" -> unready(pod);
            case "terminating" -> terminating(pod);
            default -> throw new AssertionError(condition + ": no such condition");
        };
    }

    static Endpoint ready(Pod pod) {
        return endpoint(pod, true, true, false);
    }

    /// A pod that is being deleted and still answers its probe.
    static Endpoint terminating(Pod pod) {
        return endpoint(pod, false, true, true);
    }

    /// A pod that runs and does not answer its probe.
    static Endpoint unready(Pod pod) {
        return endpoint(pod, false, false, false);
    }

    private static Endpoint endpoint(Pod pod, boolean ready, boolean serving, boolean terminating) {
        return new EndpointBuilder()
                .withAddresses(pod.address())
                .withNewConditions()
                .withReady(ready)
                .withServing(serving)
                .withTerminating(terminating)
                .endConditions()
                .withNodeName("node-1")
                .withTargetRef(new ObjectReferenceBuilder()
                        .withKind("Pod")
                        .withNamespace(pod.namespace())
                        .withName(pod.name())
                        .build())
                .build();
    }

    /// A policy for all pods of its namespace that denies nothing.
    static NetworkPolicy letEverybodyIn() {
        return new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName("let-everybody-in")
                .endMetadata()
                .withNewSpec()
                .withNewPodSelector()
                .endPodSelector()
                .addNewIngress()
                .endIngress()
                .endSpec()
                .build();
    }
}
