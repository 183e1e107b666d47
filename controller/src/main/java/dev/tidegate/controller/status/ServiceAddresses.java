package dev.tidegate.controller.status;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.status.StatusAddress.Port;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.stream.Stream;

/// `--publish-service`: the addresses of the Service in front of this controller.
///
/// LoadBalancer: those in its status, and its external IPs. ExternalName: that name. NodePort: its external IPs, else
/// the nodes that run us, with its node ports. ClusterIP: its external IPs, else its cluster IPs.
///
/// Source: Service v1.
public final class ServiceAddresses implements AddressSource {

    private final KubernetesClient client;
    private final ObjectKey key;
    private final AddressSource nodes;

    /// `nodes`: the addresses of the nodes that run this controller.
    public ServiceAddresses(KubernetesClient client, ObjectKey key, AddressSource nodes) {
        this.client = requireNonNull(client);
        this.key = requireNonNull(key);
        this.nodes = requireNonNull(nodes);
    }

    @Override
    public List<StatusAddress> read() {
        Service service = client.services()
                .inNamespace(key.namespace())
                .withName(key.name())
                .get();
        return service == null || service.getSpec() == null
                ? List.of()
                : StatusAddress.sorted(of(service, service.getSpec()));
    }

    private Stream<StatusAddress> of(Service service, ServiceSpec spec) {
        List<StatusAddress> external = external(spec);
        String type = spec.getType() == null ? "ClusterIP" : spec.getType();
        return switch (type) {
            case "LoadBalancer" -> Stream.concat(balanced(service), external.stream());
            case "ExternalName" -> StatusAddress.present(spec.getExternalName()).map(StatusAddress::of);
            case "NodePort" -> external.isEmpty() ? onNodes(spec) : external.stream();
            default -> external.isEmpty() ? inside(spec) : external.stream();
        };
    }

    private static List<StatusAddress> external(ServiceSpec spec) {
        return Stream.ofNullable(spec.getExternalIPs())
                .flatMap(List::stream)
                .map(StatusAddress::of)
                .toList();
    }

    /// Some clouds write an IP address where a host name belongs.
    private static Stream<StatusAddress> balanced(Service service) {
        if (service.getStatus() == null || service.getStatus().getLoadBalancer() == null) {
            return Stream.empty();
        }
        return Stream.ofNullable(service.getStatus().getLoadBalancer().getIngress())
                .flatMap(List::stream)
                .flatMap(entry ->
                        Stream.concat(StatusAddress.present(entry.getIp()), StatusAddress.present(entry.getHostname())))
                .map(StatusAddress::of);
    }

    private Stream<StatusAddress> onNodes(ServiceSpec spec) {
        List<Port> ports = Stream.ofNullable(spec.getPorts())
                .flatMap(List::stream)
                .filter(port -> port.getNodePort() != null)
                .map(ServiceAddresses::nodePort)
                .toList();
        return nodes.read().stream().map(address -> address.withPorts(ports));
    }

    private static Port nodePort(ServicePort port) {
        return new Port(port.getNodePort(), port.getProtocol() == null ? "TCP" : port.getProtocol());
    }

    /// A headless Service has the word `None` here.
    private static Stream<StatusAddress> inside(ServiceSpec spec) {
        return Stream.concat(
                        StatusAddress.present(spec.getClusterIP()),
                        Stream.ofNullable(spec.getClusterIPs()).flatMap(List::stream))
                .map(StatusAddress::of)
                .filter(StatusAddress::ip);
    }

    @Override
    public String describe() {
        return "--publish-service " + key.path();
    }
}
