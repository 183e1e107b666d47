package dev.tidegate.dns.cluster;

import dev.tidegate.dns.zone.Authority;
import dev.tidegate.dns.zone.Names;
import dev.tidegate.dns.zone.Zone;
import dev.tidegate.dns.zone.Zones;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.xbill.DNS.Name;

/// Names Services and Pods as Kubernetes does.
///
/// Shape: what there is → the zone of the cluster and those of its addresses, and a line for each Service or Pod
/// that cannot be named; what of it could be named before that stays.
///
/// | object | name | records |
/// |---|---|---|
/// | the schema | `dns-version.Z` | TXT `1.1.0` |
/// | Service | `web.shop.svc.Z` | A and AAAA, the Service's addresses; PTR of each |
/// | its named port | `_http._tcp.web.shop.svc.Z` | SRV to `web.shop.svc.Z` |
/// | headless | `web.shop.svc.Z` | A and AAAA, one for each ready endpoint; with none there is no such name |
/// | its endpoint | `a-0.web.shop.svc.Z`, or `10-1-2-3.web.shop.svc.Z` without a hostname | A or AAAA, and PTR |
/// | its named port | `_http._tcp.web.shop.svc.Z` | SRV for each ready endpoint, with the endpoint's number |
/// | ExternalName | `web.shop.svc.Z` | CNAME |
/// | Pod | `10-1-2-3.shop.pod.Z` | A or AAAA, out of spec but as CoreDNS's `pods verified` |
///
/// Threads: any; pure. Fails: `IllegalArgumentException` for a domain that is no name.
///
/// Source: Kubernetes DNS-Based Service Discovery, schema 1.1.0, §2; CoreDNS where that leaves a choice.
public record ClusterZones(Zones zones, List<String> faults) {

    public static final String DOMAIN = "cluster.local";
    public static final Duration TTL = Duration.ofSeconds(5);

    private static final String SCHEMA = "1.1.0";
    private static final Duration SCHEMA_TTL = Duration.ofHours(8);

    public ClusterZones {
        faults = List.copyOf(faults);
    }

    /// `domain`: of the cluster. `servers`: the addresses of `ns.dns.Z`, which is this server.
    public static ClusterZones of(
            String domain,
            long serial,
            Collection<InetAddress> servers,
            Collection<ClusterService> services,
            Collection<ClusterPod> pods) {
        Naming naming = new Naming(Authority.of(domain, List.of("ns.dns." + domain), serial));
        naming.schema(servers);
        services.forEach(naming::service);
        pods.forEach(naming::pod);
        return naming.done();
    }

    private static final class Naming {

        private final Zone.Builder forward;
        private final ReverseZones reverse;
        private final Name domain;
        private final List<String> faults = new ArrayList<>();

        Naming(Authority authority) {
            domain = authority.origin();
            forward = Zone.builder(authority);
            reverse = new ReverseZones(authority, TTL);
        }

        void schema(Collection<InetAddress> servers) {
            forward.text(Names.below("dns-version", domain), SCHEMA, SCHEMA_TTL);
            Name server = Names.below("ns.dns", domain);
            servers.forEach(address -> forward.address(server, address, TTL));
        }

        void service(ClusterService service) {
            try {
                Name name = Names.below(service.name() + "." + service.namespace() + ".svc", domain);
                switch (service.shape()) {
                    case ClusterService.Virtual virtual -> virtual(name, virtual);
                    case ClusterService.Headless headless ->
                        headless.ready().forEach(endpoint -> endpoint(name, endpoint));
                    case ClusterService.External external ->
                        forward.alias(name, Names.absolute(external.target()), TTL);
                }
            } catch (IllegalArgumentException malformed) {
                faults.add("Service " + service.namespace() + "/" + service.name() + ": " + malformed.getMessage());
            }
        }

        private void virtual(Name name, ClusterService.Virtual virtual) {
            for (InetAddress address : virtual.addresses()) {
                forward.address(name, address, TTL);
                reverse.add(address, name);
            }
            ports(name, virtual.ports(), name);
        }

        private void endpoint(Name service, ClusterService.Endpoint endpoint) {
            Name name = Names.below(endpoint.hostname().orElseGet(() -> DashedAddress.of(endpoint.address())), service);
            forward.address(service, endpoint.address(), TTL);
            forward.address(name, endpoint.address(), TTL);
            reverse.add(endpoint.address(), name);
            ports(service, endpoint.ports(), name);
        }

        private void ports(Name service, List<ClusterService.Port> ports, Name target) {
            ports.stream()
                    .filter(port -> !port.name().isEmpty())
                    .forEach(port -> forward.service(
                            Names.below("_" + port.name() + "._" + port.protocol(), service),
                            target,
                            port.number(),
                            TTL));
        }

        void pod(ClusterPod pod) {
            try {
                String label = DashedAddress.of(pod.address());
                forward.address(Names.below(label + "." + pod.namespace() + ".pod", domain), pod.address(), TTL);
            } catch (IllegalArgumentException malformed) {
                faults.add("Pod " + pod.address().getHostAddress() + " in namespace '" + pod.namespace() + "': "
                        + malformed.getMessage());
            }
        }

        ClusterZones done() {
            return new ClusterZones(
                    Zones.of(Stream.concat(Stream.of(forward.build()), reverse.build().stream())
                            .toList()),
                    faults);
        }
    }
}
