package dev.tidegate.controller.annotation;

import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.gateway.table.ResourceRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The families that are honoured, in the order in which their policies stand on a route.
public final class AnnotationFamilies {

    private static final List<AnnotationFamily> ALL = List.of(
            new GlobalAccessFamily(),
            new RedirectFamily(),
            new RewriteFamily(),
            new TimeoutFamily(),
            new BodyFamily(),
            new BackendProtocolFamily(),
            new BalancingFamily(),
            new CanaryFamily(),
            new NetworkPolicyFamily());

    private static final Set<String> HONOURED = names(ALL);

    private static final Set<String> ON_CANARY =
            names(ALL.stream().filter(AnnotationFamily::countsOnCanary).toList());

    private static final UnhonouredNames UNHONOURED =
            new UnhonouredNames(KnownNames.ANNOTATIONS, DiagnosticReason.UNSUPPORTED_ANNOTATION);

    private AnnotationFamilies() {}

    /// Shape: one Ingress's annotations, the prefixes that count (the stronger first) and the global defaults → what
    /// the Ingress asks for, and what is wrong with it. Total and pure.
    public static IngressPolicies read(
            ResourceRef ingress, Map<String, String> annotations, List<String> prefixes, Settings settings) {
        ValueReader reader = ValueReader.ofAnnotations(ingress, annotations, prefixes);
        if (CanaryFamily.isCanary(reader)) {
            return ofCanary(reader, settings);
        }
        List<Effect> effects = new ArrayList<>();
        for (AnnotationFamily family : ALL) {
            effects.addAll(family.read(reader, settings));
        }
        for (String name : UNHONOURED.report(reader, HONOURED)) {
            effects.add(new Effect.CloseAccess("the annotation " + name));
        }
        return IngressPolicies.of(effects, reader.findings());
    }

    /// A canary takes requests that its primary has let in, rewritten and bounded by then.
    private static IngressPolicies ofCanary(ValueReader reader, Settings settings) {
        List<Effect> effects = new ArrayList<>();
        for (AnnotationFamily family : ALL) {
            if (family.countsOnCanary()) {
                effects.addAll(family.read(reader, settings));
            }
        }
        for (String name : reader.names()) {
            if (!ON_CANARY.contains(name)) {
                reader.warning(
                        name,
                        DiagnosticReason.UNSUPPORTED_ANNOTATION,
                        name + " says nothing on a canary (expected: it on the primary, whose annotations count)");
            }
        }
        return IngressPolicies.of(effects, reader.findings());
    }

    /// Does this annotation say who may come in, be it honoured or not?
    static boolean decidesAccess(String name, String value) {
        return UNHONOURED.decidesAccess(name, value)
                || ALL.stream()
                        .anyMatch(family ->
                                family.decidesAccess() && family.names().contains(name));
    }

    static Set<String> honouredNames() {
        return HONOURED;
    }

    private static Set<String> names(List<AnnotationFamily> families) {
        Set<String> names = new HashSet<>();
        families.forEach(family -> names.addAll(family.names()));
        return Set.copyOf(names);
    }
}
