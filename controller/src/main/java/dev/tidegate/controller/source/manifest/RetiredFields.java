package dev.tidegate.controller.source.manifest;

import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressSpec;
import java.util.Map;
import java.util.Optional;

/// Fields that an older version of a kind had, and where what they said is said today.
///
/// Source: the Kubernetes deprecation guide, v1.22: Ingress.
final class RetiredFields {

    private static final Map<Class<?>, Map<String, String>> INSTEAD = Map.of(
            IngressBackend.class,
            Map.of(
                    "serviceName", "service.name",
                    "servicePort", "service.port.number, or service.port.name"),
            IngressSpec.class,
            Map.of("backend", "defaultBackend"));

    private RetiredFields() {}

    static Optional<String> instead(Class<?> type, String field) {
        return Optional.ofNullable(INSTEAD.getOrDefault(type, Map.of()).get(field));
    }
}
