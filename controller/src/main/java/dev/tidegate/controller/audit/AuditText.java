package dev.tidegate.controller.audit;

import dev.tidegate.controller.annotation.AnnotationVerdict;
import dev.tidegate.controller.annotation.AnnotationVerdict.Outcome;
import dev.tidegate.controller.diagnostic.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// An audit for a terminal. Each line is one, whatever objects hold.
public final class AuditText {

    private final List<String> lines = new ArrayList<>();

    private AuditText() {}

    public static List<String> of(Audit audit) {
        AuditText text = new AuditText();
        audit.ingresses().forEach(text::ingress);
        if (!audit.surprises().isEmpty()) {
            text.line("What surprises about ingress-nginx, and what relies on it here:");
            text.line("");
            audit.surprises().forEach(text::surprise);
        }
        text.others(audit);
        text.line(summary(audit));
        return text.lines;
    }

    private void ingress(Audit.Judged it) {
        line("Ingress " + it.ingress().path() + hosts(it.hosts()) + ": "
                + it.outcome().word());
        it.verdicts().stream()
                .filter(verdict -> verdict.outcome() != Outcome.SAME)
                .forEach(verdict ->
                        line("  " + verdict.outcome().word() + " " + verdict.name() + ": " + withoutName(verdict)));
        String same = it.verdicts().stream()
                .filter(verdict -> verdict.outcome() == Outcome.SAME)
                .map(AnnotationVerdict::name)
                .collect(Collectors.joining(", "));
        if (!same.isEmpty()) {
            line("  same " + same);
        }
        line("");
    }

    private static String hosts(List<String> hosts) {
        return hosts.isEmpty() ? "" : " (" + String.join(", ", hosts) + ")";
    }

    /// `not honoured: canary: requests …` says the name once more than is needed.
    private static String withoutName(AnnotationVerdict verdict) {
        return verdict.how().replaceFirst(": " + Pattern.quote(verdict.name()) + "(?=: |;|$)", "");
    }

    private void surprise(Surprise it) {
        line(it.id() + ": " + it.behaviour());
        line("  To do: " + it.check());
        it.where().forEach(where -> line("  - " + where));
        line("");
    }

    private void others(Audit audit) {
        if (!audit.others().isEmpty()) {
            line("Not looked at, being of other classes: "
                    + audit.others().entrySet().stream()
                            .map(it -> other(it.getKey(), it.getValue()))
                            .collect(Collectors.joining(", ")));
            line("");
        }
    }

    static String other(String name, int count) {
        return count + (name.isEmpty() ? " without a class" : " of " + name);
    }

    static String summary(Audit audit) {
        return audit.alike() + " of " + counted(audit.ingresses().size(), "Ingress", "Ingresses")
                + " as with ingress-nginx; annotations: " + audit.count(Outcome.SAME) + " same, "
                + audit.count(Outcome.DIFFERS) + " differ, " + audit.count(Outcome.REFUSED) + " refused; "
                + counted(audit.surprises().size(), "surprising behaviour", "surprising behaviours");
    }

    private static String counted(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private void line(String text) {
        lines.add(OneLine.of(text));
    }
}
