package dev.tidegate.controller.compile;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.gateway.table.ResourceRef;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which Ingresses are ours.
///
/// `ours`: names of the IngressClass objects that are ours. `legacyValue`: what the annotation
/// `kubernetes.io/ingress.class` has to say. `classless`: whether an Ingress that names no class is ours. Equal by
/// value, so that an IngressClass that changed in nothing that matters re-reads no Ingress.
///
/// Source: Ingress v1 `ingressClassName`, IngressClass v1 `spec.controller`; the field beats the annotation.
record IngressClasses(Set<String> ours, String legacyValue, boolean classless) {

    static final String LEGACY = "kubernetes.io/ingress.class";
    private static final String DEFAULT = "ingressclass.kubernetes.io/is-default-class";

    IngressClasses {
        ours = Set.copyOf(ours);
    }

    /// Whether an Ingress is ours, and what is odd about how it says so.
    record Decision(boolean ours, List<Diagnostic> diagnostics) {
        Decision {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    static IngressClasses of(Map<String, IngressClass> classes, CompilerOptions options) {
        Set<String> ours = classes.entrySet().stream()
                .filter(it -> isOurs(it.getKey(), it.getValue(), options))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new IngressClasses(
                ours,
                options.ingressClass(),
                options.watchIngressWithoutClass() || defaultIsOurs(classes.values(), ours));
    }

    Decision decide(Ingress ingress, ResourceRef source) {
        String field = className(ingress);
        String annotation = legacyClass(ingress);
        if (field.isEmpty()) {
            return new Decision(annotation.isEmpty() ? classless : annotation.equals(legacyValue), List.of());
        }
        boolean served = ours.contains(field);
        boolean agree = annotation.isEmpty() || annotation.equals(field) || annotation.equals(legacyValue) == served;
        boolean concernsUs = served || annotation.equals(legacyValue);
        if (agree || !concernsUs) {
            return new Decision(served, List.of());
        }
        return new Decision(
                served,
                List.of(Diagnostic.warning(
                        source,
                        "spec.ingressClassName",
                        DiagnosticReason.CLASS_CONFLICT,
                        field + " decides; the annotation " + LEGACY + " says " + annotation
                                + " (expected: one class)")));
    }

    private static boolean isOurs(String name, IngressClass object, CompilerOptions options) {
        String controller = object.getSpec() == null ? null : object.getSpec().getController();
        return options.controllerClass().equals(controller)
                || (options.ingressClassByName() && name.equals(options.ingressClass()));
    }

    /// Of several default classes the newest counts, as the API server's admission has it.
    private static boolean defaultIsOurs(Collection<IngressClass> classes, Set<String> ours) {
        return classes.stream()
                .filter(it -> "true"
                        .equals(annotations(it.getMetadata().getAnnotations()).get(DEFAULT)))
                .min(Comparator.comparing((IngressClass it) -> Age.of(it.getMetadata()))
                        .reversed()
                        .thenComparing(it -> it.getMetadata().getName()))
                .map(it -> ours.contains(it.getMetadata().getName()))
                .orElse(false);
    }

    static String className(Ingress ingress) {
        String name = ingress.getSpec() == null ? null : ingress.getSpec().getIngressClassName();
        return name == null ? "" : name;
    }

    static String legacyClass(Ingress ingress) {
        String value = annotations(ingress.getMetadata().getAnnotations()).get(LEGACY);
        return value == null ? "" : value;
    }

    private static Map<String, String> annotations(Map<String, String> annotations) {
        return annotations == null ? Map.of() : annotations;
    }
}
