package dev.tidegate.controller.annotation;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.gateway.table.ResourceRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The families that are honoured, in the order in which their policies stand on a route.
public final class AnnotationFamilies {

    private static final List<AnnotationFamily> ALL = List.of(
            new GlobalAccessFamily(),
            new SourceRangeFamily(),
            new AppRootFamily(),
            new CorsFamily(),
            new LimitFamily(),
            new UpstreamHostFamily(),
            new AnswerRewriteFamily(),
            new AccessLogFamily(),
            new BufferFamily(),
            new FixedRedirectFamily(),
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
            ALL.stream().flatMap(family -> family.namesOnCanary().stream()).collect(Collectors.toUnmodifiableSet());

    private static final UnhonouredNames UNHONOURED = new UnhonouredNames(
            KnownNames.ANNOTATIONS, DiagnosticReason.UNSUPPORTED_ANNOTATION, AdviceBook.ANNOTATIONS);

    private AnnotationFamilies() {}

    /// Shape: one Ingress's annotations, the prefixes that count (the stronger first) and the global defaults → what
    /// the Ingress asks for, and what is wrong with it. Total and pure.
    public static IngressPolicies read(
            ResourceRef ingress, Map<String, String> annotations, List<String> prefixes, Settings settings) {
        ValueReader reader = ValueReader.ofAnnotations(ingress, annotations, prefixes);
        if (CanaryFamily.isCanary(reader)) {
            List<Effect> effects = ofCanary(reader, settings);
            return IngressPolicies.of(effects, findings(ingress, annotations, prefixes, reader));
        }
        List<Effect> effects = new ArrayList<>();
        for (AnnotationFamily family : ALL) {
            effects.addAll(family.read(reader, settings));
        }
        for (String name : UNHONOURED.report(reader, HONOURED)) {
            effects.add(new Effect.CloseAccess("the annotation " + name));
        }
        return IngressPolicies.of(effects, findings(ingress, annotations, prefixes, reader));
    }

    private static List<Diagnostic> findings(
            ResourceRef ingress, Map<String, String> annotations, List<String> prefixes, ValueReader reader) {
        List<Diagnostic> findings = new ArrayList<>(reader.findings());
        findings.addAll(UnreadPrefixes.report(ingress, annotations, prefixes));
        return findings;
    }

    /// A canary takes requests that its primary has let in, rewritten and bounded by then.
    private static List<Effect> ofCanary(ValueReader reader, Settings settings) {
        List<Effect> effects = new ArrayList<>();
        for (AnnotationFamily family : ALL) {
            if (!family.namesOnCanary().isEmpty()) {
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
        return effects;
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
