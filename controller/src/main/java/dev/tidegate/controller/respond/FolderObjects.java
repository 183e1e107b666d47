package dev.tidegate.controller.respond;

import dev.tidegate.address.AddressLiteral;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.dns.cluster.ClusterPod;
import dev.tidegate.dns.cluster.ClusterService;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointPort;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The Services and Pods of a folder, as far as names go.
///
/// Nobody gives addresses to the Services of a folder. One that has none written down is taken for headless, so that
/// its name leads to its endpoints.
///
/// Threads: any; pure. Fails: never; an address that is none is passed over, as diagnostics tell of it.
///
/// Source: Kubernetes DNS-Based Service Discovery, schema 1.1.0, §2; EndpointSlice v1 (`ready` absent means ready).
record FolderObjects(List<ClusterService> services, List<ClusterPod> pods) {

    private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

    FolderObjects {
        services = List.copyOf(services);
        pods = List.copyOf(pods);
    }

    static FolderObjects of(Snapshot snapshot) {
        List<ClusterService> services = new ArrayList<>();
        snapshot.services()
                .forEach((key, service) -> services.add(new ClusterService(
                        key.namespace(),
                        key.name(),
                        shape(service, snapshot.endpointSlices().getOrDefault(key, List.of())))));
        List<ClusterPod> pods = new ArrayList<>();
        snapshot.policyObjects().pods().forEach((key, pod) -> named(key, pod).forEach(pods::add));
        return new FolderObjects(services, pods);
    }

    private static ClusterService.Shape shape(Service service, List<EndpointSlice> slices) {
        var spec = service.getSpec();
        if (spec == null) {
            return new ClusterService.Headless(List.of());
        }
        if ("ExternalName".equals(spec.getType())) {
            return new ClusterService.External(spec.getExternalName() == null ? "" : spec.getExternalName());
        }
        List<InetAddress> own = Stream.concat(Stream.ofNullable(spec.getClusterIP()), all(spec.getClusterIPs()))
                .flatMap(FolderObjects::address)
                .distinct()
                .toList();
        return own.isEmpty()
                ? new ClusterService.Headless(
                        endpoints(slices, Boolean.TRUE.equals(spec.getPublishNotReadyAddresses())))
                : new ClusterService.Virtual(own, ports(spec.getPorts()));
    }

    private static List<ClusterService.Port> ports(@Nullable List<ServicePort> ports) {
        return all(ports)
                .filter((ServicePort port) -> port.getPort() != null)
                .map(port ->
                        new ClusterService.Port(text(port.getName()), protocol(port.getProtocol()), port.getPort()))
                .toList();
    }

    private static List<ClusterService.Endpoint> endpoints(List<EndpointSlice> slices, boolean unreadyToo) {
        return slices.stream()
                .flatMap(slice -> all(slice.getEndpoints())
                        .filter(endpoint -> unreadyToo || ready(endpoint))
                        .flatMap(endpoint -> endpoints(endpoint, ports(slice))))
                .toList();
    }

    private static Stream<ClusterService.Endpoint> endpoints(Endpoint endpoint, List<ClusterService.Port> ports) {
        Optional<String> hostname = Optional.ofNullable(endpoint.getHostname()).filter(it -> !it.isEmpty());
        return all(endpoint.getAddresses())
                .flatMap(FolderObjects::address)
                .map(address -> new ClusterService.Endpoint(address, hostname, ports));
    }

    private static boolean ready(Endpoint endpoint) {
        return endpoint.getConditions() == null
                || !Boolean.FALSE.equals(endpoint.getConditions().getReady());
    }

    private static List<ClusterService.Port> ports(EndpointSlice slice) {
        return all(slice.getPorts())
                .filter((EndpointPort port) -> port.getPort() != null)
                .map(port ->
                        new ClusterService.Port(text(port.getName()), protocol(port.getProtocol()), port.getPort()))
                .toList();
    }

    private static Stream<ClusterPod> named(ObjectKey key, Pod pod) {
        var status = pod.getStatus();
        if (status == null || (status.getPhase() != null && ENDED.contains(status.getPhase()))) {
            return Stream.empty();
        }
        return Stream.concat(
                        Stream.ofNullable(status.getPodIP()),
                        all(status.getPodIPs()).map(it -> text(it.getIp())))
                .flatMap(FolderObjects::address)
                .distinct()
                .map(address -> new ClusterPod(key.namespace(), address));
    }

    private static Stream<InetAddress> address(String text) {
        return AddressLiteral.parse(text) == null ? Stream.empty() : Stream.of(InetAddress.ofLiteral(text));
    }

    private static String text(@Nullable String written) {
        return written == null ? "" : written;
    }

    private static String protocol(@Nullable String written) {
        return written == null ? "TCP" : written;
    }

    private static <T> Stream<T> all(@Nullable List<T> list) {
        return list == null ? Stream.empty() : list.stream();
    }
}
