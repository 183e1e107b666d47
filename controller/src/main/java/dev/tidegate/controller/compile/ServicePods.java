package dev.tidegate.controller.compile;

import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The pods behind a Service, whatever its ports are.
///
/// Source: EndpointSlice v1 `endpoints[].targetRef`; an endpoint that is no pod, or whose address no endpoint may
/// have, is passed over. A pod with several addresses counts once, by its first slice in order of name.
public final class ServicePods {

    private ServicePods() {}

    /// Shape: what is known, a Service, whether addresses may be loopback → its pods in order of name.
    public static List<ServicePod> of(Snapshot snapshot, ObjectKey service, boolean loopback) {
        return of(snapshot.endpointSlices().getOrDefault(service, List.of()), new EndpointAddresses(loopback));
    }

    static List<ServicePod> of(List<EndpointSlice> slices, EndpointAddresses addresses) {
        Map<String, ServicePod> pods = new TreeMap<>();
        slices.stream()
                .sorted((a, b) ->
                        a.getMetadata().getName().compareTo(b.getMetadata().getName()))
                .flatMap(slice -> Lists.of(slice.getEndpoints()).stream())
                .forEach(endpoint -> add(endpoint, addresses, pods));
        return List.copyOf(pods.values());
    }

    private static void add(Endpoint endpoint, EndpointAddresses addresses, Map<String, ServicePod> pods) {
        ObjectReference target = endpoint.getTargetRef();
        List<String> texts = Lists.of(endpoint.getAddresses());
        if (target == null
                || !"Pod".equals(target.getKind())
                || target.getName() == null
                || texts.isEmpty()
                || addresses.problem(texts.getFirst()).isPresent()) {
            return;
        }
        boolean ready = endpoint.getConditions() == null
                || endpoint.getConditions().getReady() == null
                || endpoint.getConditions().getReady();
        pods.putIfAbsent(target.getName(), new ServicePod(target.getName(), texts.getFirst(), ready));
    }
}
