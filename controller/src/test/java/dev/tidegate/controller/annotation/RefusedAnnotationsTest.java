package dev.tidegate.controller.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.gateway.table.ResourceRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusedAnnotationsTest {

    @Test
    void known_names_are_counted_one_by_one_and_all_others_as_one() {
        assertThat(RefusedAnnotations.byName(List.of(
                        refused("a", "nginx.ingress.kubernetes.io/server-snippet"),
                        refused("b", "tidegate.dev/server-snippet"),
                        refused("b", "nginx.ingress.kubernetes.io/secure-backends"),
                        refused("b", "nginx.ingress.kubernetes.io/whatever"),
                        refused("b", "nginx.ingress.kubernetes.io/\"} 1\nup{x=\"/y"),
                        refused("c", "nothing"))))
                .isEqualTo(Map.of("server-snippet", 2, "secure-backends", 1, "other", 3));
    }

    @Test
    void what_is_wrong_otherwise_is_not_counted() {
        assertThat(RefusedAnnotations.byName(List.of(
                        Diagnostic.error(web("a"), "spec", DiagnosticReason.UNSUPPORTED_ANNOTATION, "x"),
                        Diagnostic.error(
                                web("a"),
                                "metadata.annotations[nginx.ingress.kubernetes.io/proxy-body-size]",
                                DiagnosticReason.INVALID_ANNOTATION,
                                "x"))))
                .isEmpty();
    }

    private static Diagnostic refused(String ingress, String key) {
        return Diagnostic.warning(
                web(ingress), "metadata.annotations[" + key + "]", DiagnosticReason.UNSUPPORTED_ANNOTATION, "x");
    }

    private static ResourceRef web(String name) {
        return ResourceRef.of("Ingress", "default", name);
    }
}
