package dev.tidegate.controller.compile;

import dev.tidegate.controller.compile.Bystander.Why;
import dev.tidegate.gateway.table.ResourceRef;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import java.util.Map;

/// Why an Ingress is not ours, in words, and what would make it ours.
///
/// Source: as [IngressClasses], whose answer was no.
record ClassDispute(Why why, ResourceRef object, String field, String message) {

    static ClassDispute of(
            Ingress ingress, ResourceRef source, Map<String, IngressClass> classes, CompilerOptions options) {
        String name = IngressClasses.className(ingress);
        String legacy = IngressClasses.legacyClass(ingress);
        if (!name.isEmpty()) {
            return ofField(name, source, classes, options);
        }
        if (!legacy.isEmpty()) {
            return new ClassDispute(
                    Why.OTHER_CLASS,
                    source,
                    "metadata.annotations[" + IngressClasses.LEGACY + "]",
                    legacy + " (expected: " + options.ingressClass() + ", or spec.ingressClassName)");
        }
        return new ClassDispute(
                Why.NO_CLASS,
                source,
                "spec.ingressClassName",
                "none (expected: " + options.ingressClass()
                        + "); no IngressClass of ours is the default one, and --watch-ingress-without-class is not"
                        + " given");
    }

    private static ClassDispute ofField(
            String name, ResourceRef source, Map<String, IngressClass> classes, CompilerOptions options) {
        IngressClass object = classes.get(name);
        if (object == null) {
            return new ClassDispute(
                    Why.NO_SUCH_CLASS,
                    source,
                    "spec.ingressClassName",
                    name + ": there is no such IngressClass (expected: " + ours(classes, options) + ")");
        }
        String controller = object.getSpec() == null
                ? "none"
                : String.valueOf(object.getSpec().getController());
        if (name.equals(options.ingressClass())) {
            return new ClassDispute(
                    Why.OTHER_CONTROLLER,
                    ResourceRef.of("IngressClass", "", name),
                    "spec.controller",
                    controller + " (expected: " + options.controllerClass() + ")");
        }
        return new ClassDispute(
                Why.OTHER_CLASS,
                source,
                "spec.ingressClassName",
                name + " belongs to controller " + controller + " (expected: " + ours(classes, options) + ")");
    }

    private static String ours(Map<String, IngressClass> classes, CompilerOptions options) {
        String names = String.join(
                " or ",
                IngressClasses.of(classes, options).ours().stream().sorted().toList());
        return names.isEmpty()
                ? "an IngressClass with spec.controller " + options.controllerClass() + ", of which there is none"
                : names;
    }
}
