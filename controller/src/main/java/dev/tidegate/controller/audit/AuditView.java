package dev.tidegate.controller.audit;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.annotation.AnnotationVerdict;
import dev.tidegate.controller.annotation.AnnotationVerdict.Outcome;
import dev.tidegate.gateway.table.ResourceRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An audit as JSON. `totals`: how many annotations are `same`, `differs` and `refused`. `otherClasses`: Ingresses that
/// were not looked at, by class.
public record AuditView(
        String summary,
        Map<String, Long> totals,
        Map<String, Integer> refusedNames,
        List<Item> ingresses,
        List<Surprise> surprises,
        Map<String, Integer> otherClasses) {

    /// One Ingress. `verdict`: that of its worst annotation.
    public record Item(ResourceRef ingress, List<String> hosts, String verdict, List<Verdict> annotations) {
        public Item {
            requireNonNull(ingress);
            requireNonNull(verdict);
            hosts = List.copyOf(hosts);
            annotations = List.copyOf(annotations);
        }
    }

    /// `how`: what differs, or why it is refused and what to say instead; empty if it is the same.
    public record Verdict(String name, String value, String verdict, String how) {
        private static Verdict of(AnnotationVerdict it) {
            return new Verdict(it.name(), it.value(), it.outcome().word(), it.how());
        }
    }

    public AuditView {
        requireNonNull(summary);
        ingresses = List.copyOf(ingresses);
        surprises = List.copyOf(surprises);
    }

    public static AuditView of(Audit audit) {
        Map<String, Long> totals = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            totals.put(outcome.word(), audit.count(outcome));
        }
        return new AuditView(
                AuditText.summary(audit),
                totals,
                audit.refusedNames(),
                audit.ingresses().stream()
                        .map(it -> new Item(
                                it.ingress(),
                                it.hosts(),
                                it.outcome().word(),
                                it.verdicts().stream().map(Verdict::of).toList()))
                        .toList(),
                audit.surprises(),
                audit.others());
    }
}
