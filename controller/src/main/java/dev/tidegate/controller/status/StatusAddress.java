package dev.tidegate.controller.status;

import static java.util.Objects.requireNonNull;

import dev.tidegate.address.AddressLiteral;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressLoadBalancerIngress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressLoadBalancerIngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressPortStatus;
import io.fabric8.kubernetes.api.model.networking.v1.IngressPortStatusBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// One address at which clients reach this controller: an IP address or a host name, never one in the place of the
/// other. `ports`: where they are not 80 and 443.
///
/// Source: Ingress v1 `status.loadBalancer.ingress`.
public record StatusAddress(boolean ip, String value, List<Port> ports) implements Comparable<StatusAddress> {

    private static final Comparator<StatusAddress> ORDER = Comparator.comparing(StatusAddress::ip)
            .reversed()
            .thenComparing(StatusAddress::value)
            .thenComparing(address -> address.ports().toString());

    /// `protocol`: `TCP` or `UDP`.
    public record Port(int number, String protocol) {
        public Port {
            requireNonNull(protocol);
        }
    }

    public StatusAddress {
        requireNonNull(value);
        ports = List.copyOf(ports);
    }

    /// Shape: an address or a name → what it is.
    public static StatusAddress of(String text) {
        boolean ip = AddressLiteral.parse(text) != null;
        return new StatusAddress(ip, ip ? text : text.toLowerCase(Locale.ROOT), List.of());
    }

    public StatusAddress withPorts(List<Port> ports) {
        return new StatusAddress(ip, value, ports);
    }

    /// What stands in an Ingress, in order; empty if nothing does.
    static List<StatusAddress> in(Ingress ingress) {
        if (ingress.getStatus() == null || ingress.getStatus().getLoadBalancer() == null) {
            return List.of();
        }
        return sorted(Stream.ofNullable(ingress.getStatus().getLoadBalancer().getIngress())
                .flatMap(List::stream)
                .flatMap(StatusAddress::of));
    }

    /// In order, and once each.
    static List<StatusAddress> sorted(Stream<StatusAddress> addresses) {
        return addresses.distinct().sorted().toList();
    }

    private static Stream<StatusAddress> of(IngressLoadBalancerIngress entry) {
        List<IngressPortStatus> listed = entry.getPorts() == null ? List.of() : entry.getPorts();
        List<Port> ports = listed.stream()
                .map(port -> new Port(port.getPort(), port.getProtocol()))
                .toList();
        return Stream.concat(
                present(entry.getIp()).map(ip -> new StatusAddress(true, ip, ports)),
                present(entry.getHostname()).map(name -> new StatusAddress(false, name, ports)));
    }

    static Stream<String> present(String text) {
        return Stream.ofNullable(text).filter(it -> !it.isBlank());
    }

    IngressLoadBalancerIngress entry() {
        IngressLoadBalancerIngressBuilder entry = new IngressLoadBalancerIngressBuilder();
        List<IngressPortStatus> listed = ports.stream()
                .map(port -> new IngressPortStatusBuilder()
                        .withPort(port.number())
                        .withProtocol(port.protocol())
                        .build())
                .toList();
        return (ip ? entry.withIp(value) : entry.withHostname(value))
                .withPorts(listed)
                .build();
    }

    @Override
    public int compareTo(StatusAddress other) {
        return ORDER.compare(this, other);
    }
}
