package dev.tidegate.controller.compile;

import dev.tidegate.address.AddressLiteral;
import dev.tidegate.gateway.table.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointConditions;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointPort;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The endpoints of one backend with what its slices say of them, taken or not.
final class EndpointStates {

    private EndpointStates() {}

    static List<EndpointState> of(Backends.Resolved resolved) {
        Map<Endpoint, EndpointState> states = new TreeMap<>();
        List<Endpoint> taken = resolved.backend().endpoints();
        for (EndpointSlice slice : resolved.slices()) {
            for (EndpointPort port : Lists.of(slice.getPorts())) {
                if (isPort(resolved, port)) {
                    add(slice, port.getPort(), taken, states);
                }
            }
        }
        taken.forEach(endpoint -> states.putIfAbsent(
                endpoint, new EndpointState(endpoint, EndpointState.Condition.READY, true, "", Optional.empty())));
        resolved.reach()
                .denied()
                .forEach(denied -> states.computeIfPresent(
                        denied.endpoint(),
                        (endpoint, it) -> new EndpointState(
                                endpoint, it.condition(), it.taken(), it.pod(), Optional.of(denied))));
        return List.copyOf(states.values());
    }

    private static boolean isPort(Backends.Resolved resolved, EndpointPort port) {
        String name = port.getName() == null ? "" : port.getName();
        return port.getPort() != null
                && port.getPort() >= 1
                && port.getPort() <= 65535
                && BackendResolution.portName(resolved.ref(), resolved.service())
                        .filter(name::equals)
                        .isPresent();
    }

    private static void add(EndpointSlice slice, int port, List<Endpoint> taken, Map<Endpoint, EndpointState> states) {
        for (var each : Lists.of(slice.getEndpoints())) {
            List<String> texts = Lists.of(each.getAddresses());
            if (!texts.isEmpty() && AddressLiteral.parse(texts.getFirst()) != null) {
                Endpoint endpoint = new Endpoint(texts.getFirst().toLowerCase(Locale.ROOT), port);
                String pod = each.getTargetRef() != null
                                && "Pod".equals(each.getTargetRef().getKind())
                        ? String.valueOf(each.getTargetRef().getName())
                        : "";
                EndpointState state = new EndpointState(
                        endpoint, condition(each.getConditions()), taken.contains(endpoint), pod, Optional.empty());
                states.merge(endpoint, state, (a, b) -> a.condition().compareTo(b.condition()) <= 0 ? a : b);
            }
        }
    }

    private static EndpointState.Condition condition(EndpointConditions conditions) {
        if (conditions == null || conditions.getReady() == null || conditions.getReady()) {
            return EndpointState.Condition.READY;
        }
        boolean serving = conditions.getServing() == null || conditions.getServing();
        return serving && Boolean.TRUE.equals(conditions.getTerminating())
                ? EndpointState.Condition.TERMINATING
                : EndpointState.Condition.NOT_READY;
    }
}
