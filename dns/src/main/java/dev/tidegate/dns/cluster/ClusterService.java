package dev.tidegate.dns.cluster;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/// A Service, as far as its names go.
public record ClusterService(String namespace, String name, Shape shape) {

    /// What its name leads to.
    public sealed interface Shape {}

    /// To addresses of its own, one of a family. Ports are those of the Service.
    public record Virtual(List<InetAddress> addresses, List<Port> ports) implements Shape {
        public Virtual {
            addresses = List.copyOf(addresses);
            ports = List.copyOf(ports);
        }
    }

    /// To its endpoints: `clusterIP: None`; or a Service that nobody has given an address yet, as in a folder of
    /// manifests. `ready`: those whose condition says so, unready ones among them if they are to be published.
    public record Headless(List<Endpoint> ready) implements Shape {
        public Headless {
            ready = List.copyOf(ready);
        }
    }

    /// To a name elsewhere.
    public record External(String target) implements Shape {
        public External {
            requireNonNull(target);
        }
    }

    /// `name`: empty for a single port without one, which has no record. `protocol`: `TCP`, `UDP`, `SCTP`.
    public record Port(String name, String protocol, int number) {
        public Port {
            requireNonNull(name);
            requireNonNull(protocol);
        }
    }

    /// `ports`: those of the endpoint itself, which may differ from one to the next.
    public record Endpoint(InetAddress address, Optional<String> hostname, List<Port> ports) {
        public Endpoint {
            requireNonNull(address);
            requireNonNull(hostname);
            ports = List.copyOf(ports);
        }
    }

    public ClusterService {
        requireNonNull(namespace);
        requireNonNull(name);
        requireNonNull(shape);
    }
}
