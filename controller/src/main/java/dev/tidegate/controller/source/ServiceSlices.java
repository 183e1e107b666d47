package dev.tidegate.controller.source;

import dev.tidegate.controller.snapshot.ObjectKey;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Groups EndpointSlices by the Service they belong to, each group in order of name.
///
/// Source: `discovery.k8s.io/v1`, label `kubernetes.io/service-name`. A slice without it is somebody else's.
public final class ServiceSlices {

    private static final String SERVICE_NAME = "kubernetes.io/service-name";

    private ServiceSlices() {}

    public static Map<ObjectKey, List<EndpointSlice>> group(Iterable<EndpointSlice> slices) {
        Map<ObjectKey, List<EndpointSlice>> groups = new HashMap<>();
        for (EndpointSlice slice : slices) {
            Map<String, String> labels = slice.getMetadata().getLabels();
            String service = labels == null ? null : labels.get(SERVICE_NAME);
            if (service != null && !service.isEmpty()) {
                String namespace = ObjectKey.of(slice).namespace();
                groups.computeIfAbsent(new ObjectKey(namespace, service), key -> new ArrayList<>())
                        .add(slice);
            }
        }
        groups.replaceAll((key, group) -> {
            group.sort(Comparator.comparing(slice -> slice.getMetadata().getName()));
            return List.copyOf(group);
        });
        return groups;
    }
}
