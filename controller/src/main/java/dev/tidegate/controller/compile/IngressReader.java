package dev.tidegate.controller.compile;

import dev.tidegate.controller.annotation.AnnotationFamilies;
import dev.tidegate.controller.annotation.IngressPolicies;
import dev.tidegate.controller.annotation.Settings;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.dns.record.AnnotatedWishes;
import dev.tidegate.dns.record.AnnotationFault;
import dev.tidegate.gateway.table.HostPolicies;
import dev.tidegate.gateway.table.ResourceRef;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressSpec;
import java.util.List;
import java.util.Map;

/// Reads one Ingress on its own: is it ours, is it well formed, what does it claim?
///
/// Shape: Ingress → [Declaration]. Whatever is malformed costs the smallest part that holds it, a path or a rule, and
/// is told with its field. Source: Ingress v1 as the API server validates it.
///
/// `records`: whether what external-dns's annotations ask for is looked at too.
record IngressReader(IngressClasses classes, Settings settings, List<String> annotationPrefixes, boolean records) {

    IngressReader {
        annotationPrefixes = List.copyOf(annotationPrefixes);
    }

    static ResourceRef ref(ObjectKey key) {
        return ResourceRef.of("Ingress", key.namespace(), key.name());
    }

    Declaration read(ObjectKey key, Ingress ingress) {
        ResourceRef source = ref(key);
        IngressClasses.Decision decision = classes.decide(ingress, source);
        return decision.ours()
                ? readOurs(key, ingress, decision)
                : Declaration.ofNothing(source, decision.diagnostics());
    }

    /// What an Ingress of another class would ask for.
    Declaration readAsOurs(ObjectKey key, Ingress ingress) {
        return readOurs(key, ingress, new IngressClasses.Decision(true, List.of()));
    }

    private Declaration readOurs(ObjectKey key, Ingress ingress, IngressClasses.Decision decision) {
        ResourceRef source = ref(key);
        Findings findings = new Findings(source);
        findings.addAll(decision.diagnostics());
        if (!Age.isReadable(ingress.getMetadata())) {
            findings.warning(
                    "metadata.creationTimestamp",
                    DiagnosticReason.INVALID_FIELD,
                    ingress.getMetadata().getCreationTimestamp() + " (expected: a time as 2026-01-31T12:00:00Z)");
        }
        Map<String, String> annotations = ingress.getMetadata().getAnnotations();
        IngressPolicies policies = AnnotationFamilies.read(
                source, annotations == null ? Map.of() : annotations, annotationPrefixes, settings);
        findings.addAll(policies.diagnostics());
        if (records && annotations != null) {
            AnnotatedWishes.read(annotations).faults().forEach(fault -> tell(fault, findings));
        }
        IngressSpec spec = ingress.getSpec();
        if (spec == null || (Lists.of(spec.getRules()).isEmpty() && spec.getDefaultBackend() == null)) {
            findings.error("spec", DiagnosticReason.INVALID_FIELD, "no rules (expected: rules or a defaultBackend)");
            return Declaration.ofNothing(source, findings.list());
        }
        BackendReader backends = new BackendReader(key, policies, findings);
        RuleReader rules = new RuleReader(key, policies, backends, findings);
        rules.read(spec);
        TlsReader tls = new TlsReader(key, rules.hosts().keySet(), findings);
        boolean ownTls = policies.canary().isEmpty(); // a canary's hosts are its primary's
        if (ownTls) {
            tls.read(spec);
        }
        return new Declaration(
                source,
                Age.of(ingress.getMetadata()),
                rules.hosts(),
                ownTls && !Lists.of(spec.getTls()).isEmpty(),
                new HostPolicies(policies.appRoot().orElse(""), policies.sourceRanges()),
                tls.claims(),
                backends.uses(),
                findings.list());
    }

    private static void tell(AnnotationFault fault, Findings findings) {
        DiagnosticReason reason = fault.kind() == AnnotationFault.Kind.NOT_HONOURED
                ? DiagnosticReason.UNSUPPORTED_ANNOTATION
                : DiagnosticReason.INVALID_ANNOTATION;
        findings.warning("metadata.annotations[" + fault.key() + "]", reason, fault.message());
    }
}
