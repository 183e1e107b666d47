package dev.tidegate.controller.annotation;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.gateway.table.ResourceRef;
import dev.tidegate.gateway.table.RoutePolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Annotations as a test writes them, `affinity: cookie; affinity-mode: persistent`, and what becomes of them.
record Reading(IngressPolicies policies) {

    private static final String PREFIX = "nginx.ingress.kubernetes.io";

    static Reading of(String annotations) {
        return of(annotations, Settings.DEFAULT);
    }

    static Reading of(String annotations, Settings settings) {
        Map<String, String> byName = new HashMap<>();
        for (String annotation : annotations.split(";")) {
            int colon = annotation.indexOf(':');
            if (colon > 0) {
                byName.put(
                        PREFIX + "/" + annotation.substring(0, colon).strip(),
                        annotation.substring(colon + 1).strip());
            }
        }
        return new Reading(AnnotationFamilies.read(
                ResourceRef.of("Ingress", "default", "web"), byName, List.of(PREFIX), settings));
    }

    <T extends RoutePolicy> Optional<T> policy(Class<T> kind) {
        return policies.policies().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    /// What was said, without the field.
    List<String> said() {
        return policies.diagnostics().stream().map(Diagnostic::message).toList();
    }
}
