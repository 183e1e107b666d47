package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

import dev.tidegate.gateway.table.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointHints;
import io.fabric8.kubernetes.api.model.discovery.v1.ForNode;
import io.fabric8.kubernetes.api.model.discovery.v1.ForZone;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which of a Service's ready endpoints are to be preferred, as hints say who should use each of them.
///
/// Source: EndpointSlice v1 `hints`, and how kube-proxy takes them: those for our node if there is one, and if
/// every endpoint has a hint for nodes; else the same with zones; else all. One endpoint without a hint turns hints
/// off, for then they are being worked out.
final class Nearness {

    /// A ready endpoint, and the nodes and zones that should use it.
    record Hinted(Endpoint endpoint, Set<String> nodes, Set<String> zones) {
        Hinted {
            requireNonNull(endpoint);
            nodes = Set.copyOf(nodes);
            zones = Set.copyOf(zones);
        }

        static Hinted of(Endpoint endpoint, @Nullable EndpointHints hints) {
            Set<String> nodes = new HashSet<>();
            Set<String> zones = new HashSet<>();
            if (hints != null) {
                Lists.of(hints.getForNodes()).stream().map(ForNode::getName).forEach(nodes::add);
                Lists.of(hints.getForZones()).stream().map(ForZone::getName).forEach(zones::add);
            }
            nodes.remove(null);
            zones.remove(null);
            return new Hinted(endpoint, nodes, zones);
        }

        /// The same endpoint from two slices: one spelling, the hints of both.
        Hinted with(Hinted other) {
            Set<String> bothNodes = new HashSet<>(nodes);
            bothNodes.addAll(other.nodes);
            Set<String> bothZones = new HashSet<>(zones);
            bothZones.addAll(other.zones);
            Endpoint lesser = endpoint.compareTo(other.endpoint) <= 0 ? endpoint : other.endpoint;
            return new Hinted(lesser, bothNodes, bothZones);
        }
    }

    private Nearness() {}

    static List<Endpoint> prefer(Collection<Hinted> ready, Locality here) {
        List<Endpoint> near = hintedFor(here.node(), ready, Hinted::nodes);
        if (near.isEmpty()) {
            near = hintedFor(here.zone(), ready, Hinted::zones);
        }
        return near.isEmpty() ? ready.stream().map(Hinted::endpoint).toList() : near;
    }

    private static List<Endpoint> hintedFor(
            String here, Collection<Hinted> ready, Function<Hinted, Set<String>> hints) {
        if (here.isEmpty() || ready.stream().anyMatch(it -> hints.apply(it).isEmpty())) {
            return List.of();
        }
        return ready.stream()
                .filter(it -> hints.apply(it).contains(here))
                .map(Hinted::endpoint)
                .toList();
    }
}
