package dev.tidegate.controller.compile;

import dev.tidegate.address.AddressLiteral;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.ResourceRef;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointConditions;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointPort;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which endpoints of a Service's slices take new requests for one of its ports.
///
/// All that are ready, or those of them that are near; if none is ready, those that still serve while they
/// terminate; of one address family. A pod that stands in several slices counts once, and is ready if any of them
/// says so. The port's number is each slice's own.
///
/// Source: EndpointSlice v1 (`conditions`: absent `ready` and `serving` mean true), KEP-1669.
final class EndpointSelection {

    private static final List<String> FAMILIES = List.of("IPv4", "IPv6");

    /// Endpoints by canonical address and port, so that two spellings of one address are one.
    private static final class Family {
        private final Map<String, Nearness.Hinted> ready = new TreeMap<>();
        private final Map<String, Endpoint> terminating = new TreeMap<>();
    }

    private final EndpointRules rules;
    private final Map<String, Family> families = new TreeMap<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private EndpointSelection(EndpointRules rules) {
        this.rules = rules;
    }

    record Selected(List<Endpoint> endpoints, List<Diagnostic> diagnostics) {}

    /// Shape: slices in any order, the Service port's name (empty for an unnamed one), the family to prefer →
    /// endpoints in their order, without duplicates.
    static Selected select(List<EndpointSlice> slices, String portName, String preferredFamily, EndpointRules rules) {
        EndpointSelection selection = new EndpointSelection(rules);
        for (EndpointSlice slice : slices) {
            if (slice.getAddressType() == null || FAMILIES.contains(slice.getAddressType())) {
                selection.port(slice, portName).ifPresent(port -> selection.add(slice, port));
            }
        }
        return new Selected(
                selection.choose(preferredFamily).stream().sorted().toList(), List.copyOf(selection.diagnostics));
    }

    private Optional<Integer> port(EndpointSlice slice, String name) {
        List<EndpointPort> ports = Lists.of(slice.getPorts());
        for (int i = 0; i < ports.size(); i++) {
            EndpointPort port = ports.get(i);
            boolean named = name.equals(port.getName() == null ? "" : port.getName());
            boolean tcp = port.getProtocol() == null || port.getProtocol().equals("TCP");
            if (named && tcp && port.getPort() != null) {
                if (port.getPort() >= 1 && port.getPort() <= 65535) {
                    return Optional.of(port.getPort());
                }
                refuse(slice, "ports[" + i + "].port", port.getPort() + " (expected: 1 to 65535)");
            }
        }
        return Optional.empty();
    }

    private void refuse(EndpointSlice slice, String field, String message) {
        diagnostics.add(Diagnostic.error(ref(slice), field, DiagnosticReason.INVALID_FIELD, message));
    }

    private void add(EndpointSlice slice, int port) {
        var endpoints = Lists.of(slice.getEndpoints());
        for (int i = 0; i < endpoints.size(); i++) {
            List<String> texts = Lists.of(endpoints.get(i).getAddresses());
            String text = texts.isEmpty() ? null : texts.getFirst();
            Optional<String> problem = rules.addresses().problem(text);
            if (problem.isPresent()) {
                refuse(slice, "endpoints[" + i + "].addresses[0]", problem.get());
            } else if (text != null) {
                add(text, port, endpoints.get(i));
            }
        }
    }

    private void add(String text, int port, io.fabric8.kubernetes.api.model.discovery.v1.Endpoint described) {
        EndpointConditions conditions = described.getConditions();
        byte[] address = AddressLiteral.parse(text);
        if (address == null) {
            return;
        }
        Family family = families.computeIfAbsent(address.length == 4 ? "IPv4" : "IPv6", _ -> new Family());
        Endpoint endpoint = new Endpoint(text.toLowerCase(Locale.ROOT), port);
        String canonical = AddressLiteral.text(address) + " " + port;
        if (conditions == null || isTrueOrAbsent(conditions.getReady())) {
            family.ready.merge(canonical, Nearness.Hinted.of(endpoint, described.getHints()), Nearness.Hinted::with);
        } else if (isTrueOrAbsent(conditions.getServing()) && Boolean.TRUE.equals(conditions.getTerminating())) {
            family.terminating.merge(canonical, endpoint, EndpointSelection::lesser);
        }
    }

    private Collection<Endpoint> choose(String preferred) {
        List<Family> inOrder = families.entrySet().stream()
                .sorted((a, b) ->
                        Boolean.compare(b.getKey().equals(preferred), a.getKey().equals(preferred)))
                .map(Map.Entry::getValue)
                .toList();
        for (Family family : inOrder) {
            if (!family.ready.isEmpty()) {
                return Nearness.prefer(family.ready.values(), rules.locality());
            }
        }
        for (Family family : inOrder) {
            if (!family.terminating.isEmpty()) {
                return family.terminating.values();
            }
        }
        return List.of();
    }

    private static Endpoint lesser(Endpoint a, Endpoint b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static boolean isTrueOrAbsent(@Nullable Boolean condition) {
        return condition == null || condition;
    }

    private static ResourceRef ref(EndpointSlice slice) {
        String namespace = slice.getMetadata().getNamespace();
        return ResourceRef.of(
                "EndpointSlice",
                namespace == null ? "" : namespace,
                slice.getMetadata().getName());
    }
}
