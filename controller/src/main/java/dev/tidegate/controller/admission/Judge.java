package dev.tidegate.controller.admission;

import dev.tidegate.controller.compile.PathConflict;
import dev.tidegate.controller.compile.Trial;
import dev.tidegate.controller.compile.Trials;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.diagnostic.OneLine;
import dev.tidegate.controller.diagnostic.Severity;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Decides about one review.
///
/// Shape: a review, and all other Ingresses as they were last compiled → a [Verdict]. Pure; threads: any.
///
/// Denied is what is wrong with the Ingress itself, or would take or want a path that another has. What hangs on
/// other objects, which may yet come, is a warning; and so is what was wrong before an update: an edit is not refused
/// for what it did not do, as a label that some controller puts on. A fault of our own is a warning too.
///
/// `namespaces`: those that are watched, or all if empty.
public record Judge(Set<String> namespaces) {

    public Judge {
        namespaces = Set.copyOf(namespaces);
    }

    /// `now`: how old an Ingress is that is being created and does not say so.
    public Verdict decide(Review review, Trials trials, Instant now) {
        Ingress ingress = review.ingress().orElse(null);
        if (ingress == null || isBeingDeleted(ingress) || !isWatched(review)) {
            return Verdict.NOTHING_TO_SAY;
        }
        Trial after = trials.of(review.key(), dated(ingress, now));
        if (!after.ours()) {
            return Verdict.NOTHING_TO_SAY;
        }
        return review.before()
                .map(before -> verdict(after, trials.of(review.key(), before)))
                .orElseGet(() -> verdict(after, new Trial(false, List.of(), List.of(), List.of())));
    }

    private boolean isWatched(Review review) {
        return namespaces.isEmpty() || namespaces.contains(review.key().namespace());
    }

    private static Ingress dated(Ingress ingress, Instant now) {
        return ingress.getMetadata().getCreationTimestamp() != null
                ? ingress
                : new IngressBuilder(ingress)
                        .editMetadata()
                        .withCreationTimestamp(now.toString())
                        .endMetadata()
                        .build();
    }

    private static boolean isBeingDeleted(Ingress ingress) {
        return ingress.getMetadata().getDeletionTimestamp() != null;
    }

    private static Verdict verdict(Trial after, Trial before) {
        List<String> denials = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (Diagnostic diagnostic : after.own()) {
            boolean denied = diagnostic.severity() == Severity.ERROR
                    && diagnostic.reason() != DiagnosticReason.INTERNAL_FAULT
                    && !before.own().contains(diagnostic);
            (denied ? denials : warnings).add(text(diagnostic));
        }
        for (PathConflict conflict : after.conflicts()) {
            boolean old = before.conflicts().stream().anyMatch(conflict::isAbout);
            (old ? warnings : denials).add(text(conflict.diagnostic()));
        }
        after.missing().forEach(it -> warnings.add(text(it)));
        return new Verdict(denials, warnings);
    }

    /// Without the object, which whoever writes knows.
    private static String text(Diagnostic diagnostic) {
        String where = diagnostic.field().isEmpty() ? "" : diagnostic.field() + ": ";
        return OneLine.of(
                where + diagnostic.message() + " (" + diagnostic.reason().camelCase() + ")");
    }
}
