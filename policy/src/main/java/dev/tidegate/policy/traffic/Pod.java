package dev.tidegate.policy.traffic;

import static java.util.Objects.requireNonNull;

import dev.tidegate.address.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A pod, as far as policies care.
///
/// `node`: where it runs, if that is known. `hostNetwork`: it shares its node's network, so that its traffic is the
/// node's: policies neither apply to it nor find it by labels.
public record Pod(
        Namespace namespace,
        String name,
        Map<String, String> labels,
        List<IpAddress> addresses,
        List<ContainerPort> ports,
        Optional<Node> node,
        boolean hostNetwork)
        implements Party {

    public Pod {
        requireNonNull(namespace);
        requireNonNull(name);
        labels = Map.copyOf(labels);
        addresses = List.copyOf(addresses);
        ports = List.copyOf(ports);
        requireNonNull(node);
    }

    public boolean isSameAs(Pod other) {
        return name.equals(other.name) && namespace.name().equals(other.namespace.name());
    }

    /// `shop/web-0`
    public String path() {
        return namespace.name() + "/" + name;
    }

    @Override
    public String text() {
        return "pod " + path();
    }
}
