package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.annotation.AccessWishes;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.diagnostic.Severity;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.gateway.table.ResourceRef;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// That an Ingress was edited into something malformed, and is served as it last was good instead, as a whole.
///
/// Only what is wrong with the object itself leads here: a malformed field, an annotation's value that cannot be
/// read, a backend of a kind that is not served, a fault of ours while reading it. What may pass without an edit of
/// it does not: a Service or Secret that is missing, no endpoints, a conflict. Neither does what is merely not
/// honoured, nor an Ingress that never was good, of which the smallest malformed part is lost.
///
/// Access is never decided by a version that is not the current one: where the two differ in an annotation that
/// decides it, the current version is served, with what is malformed in it lost or closed.
///
/// `since`: when the first version that is not served was seen. `causes`: what is wrong with the last one.
public record Quarantine(Ingress lastGood, Ingress refused, Instant since, List<Diagnostic> causes) {

    private static final Set<DiagnosticReason> CAUSES = EnumSet.of(
            DiagnosticReason.INVALID_FIELD,
            DiagnosticReason.INVALID_ANNOTATION,
            DiagnosticReason.UNSUPPORTED_BACKEND_RESOURCE,
            DiagnosticReason.INTERNAL_FAULT);

    public Quarantine {
        requireNonNull(lastGood);
        requireNonNull(refused);
        requireNonNull(since);
        causes = List.copyOf(causes);
    }

    /// Which version is served: `generation 3 (resourceVersion 812)`, as far as the object says so.
    public String version() {
        ObjectMeta metadata = lastGood.getMetadata();
        String generation = metadata.getGeneration() == null ? "" : " generation " + metadata.getGeneration();
        String version =
                metadata.getResourceVersion() == null ? "" : " (resourceVersion " + metadata.getResourceVersion() + ")";
        return (generation + version).strip();
    }

    /// Is anything wrong with it that would not go away by itself?
    static boolean isMalformed(Declaration declaration) {
        return declaration.diagnostics().stream()
                .anyMatch(it -> it.severity() == Severity.ERROR && CAUSES.contains(it.reason()));
    }

    /// Shape: how Ingresses are read, a malformed one, and one that was served in its place or before it → what that
    /// one asks for, if it may stand in for it.
    static Optional<Declaration> standIn(IngressReader reader, ObjectKey key, Ingress malformed, Ingress earlier) {
        boolean sameObject = Objects.equals(
                malformed.getMetadata().getUid(), earlier.getMetadata().getUid());
        if (Same.instance(malformed, earlier)
                || !sameObject
                || !reader.classes().decide(earlier, IngressReader.ref(key)).ours()
                || !access(malformed, reader).equals(access(earlier, reader))) {
            return Optional.empty();
        }
        return Optional.of(Declarations.read(reader, key, earlier)).filter(it -> !isMalformed(it));
    }

    private static AccessWishes access(Ingress ingress, IngressReader reader) {
        Map<String, String> annotations = ingress.getMetadata().getAnnotations();
        return AccessWishes.of(annotations == null ? Map.of() : annotations, reader.annotationPrefixes());
    }

    Diagnostic diagnostic(ResourceRef source) {
        String version = version().isEmpty() ? "" : ", " + version() + ",";
        return Diagnostic.error(
                source,
                "",
                DiagnosticReason.QUARANTINED,
                "its last good version" + version + " is served since " + since
                        + " (expected: the errors told beside this mended)");
    }
}
