package dev.tidegate.controller.doctor;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.snapshot.ObjectKey;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A Service through which clients reach us.
record FrontService(ObjectKey key, ServiceSpec spec, Service service) {

    private static final Set<String> FROM_OUTSIDE = Set.of("LoadBalancer", "NodePort");

    FrontService {
        requireNonNull(key);
        requireNonNull(spec);
        requireNonNull(service);
    }

    /// That which the flag names, else those that select our pods and are reached from outside.
    static List<FrontService> of(Patient patient) {
        return patient.sight().snapshot().services().entrySet().stream()
                .filter(it -> it.getValue().getSpec() != null)
                .map(it -> new FrontService(it.getKey(), it.getValue().getSpec(), it.getValue()))
                .filter(it -> patient.service().isPresent()
                        ? patient.service().get().equals(it.key)
                        : it.fromOutside() && it.selectsOurs(patient.own()))
                .sorted((a, b) -> a.key.path().compareTo(b.key.path()))
                .toList();
    }

    boolean fromOutside() {
        return FROM_OUTSIDE.contains(type());
    }

    String type() {
        return spec.getType() == null ? "ClusterIP" : spec.getType();
    }

    boolean balanced() {
        return type().equals("LoadBalancer");
    }

    private boolean selectsOurs(OwnPods own) {
        Map<String, String> selector = spec.getSelector();
        return selector != null
                && !selector.isEmpty()
                && own.pods().stream()
                        .anyMatch(pod -> pod.namespace().name().equals(key.namespace())
                                && pod.labels().entrySet().containsAll(selector.entrySet()));
    }

    String text() {
        return "Service " + key.path();
    }
}
