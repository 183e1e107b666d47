package dev.tidegate.controller.annotation;

import dev.tidegate.controller.annotation.AnnotationVerdict.Outcome;
import dev.tidegate.controller.annotation.KnownNames.Known;
import dev.tidegate.controller.annotation.KnownNames.Rule;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.diagnostic.OneLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Beside ingress-nginx: which annotations of an object do the same, which differ, and which are refused. It hangs on
/// what the compiler said of them, so that an audit cannot say otherwise than what is served.
public final class AnnotationVerdicts {

    private static final int LONGEST_VALUE = 80;

    private AnnotationVerdicts() {}

    /// Shape: an object's annotations, the prefixes that count, and all that is wrong with the object → a verdict for
    /// each annotation that concerns an Ingress controller, in order of name. Blank values count as absent.
    public static List<AnnotationVerdict> of(
            Map<String, String> annotations, List<String> prefixes, Collection<Diagnostic> said) {
        List<AnnotationVerdict> verdicts = new ArrayList<>();
        new TreeMap<>(annotations).forEach((key, value) -> {
            boolean read = prefixes.stream().anyMatch(prefix -> key.startsWith(prefix + "/"));
            if (value != null && !value.isBlank() && (read || UnreadPrefixes.isUnread(key, prefixes))) {
                List<Diagnostic> about = said.stream()
                        .filter(it -> it.field().equals(OneLine.of("metadata.annotations[" + key + "]")))
                        .toList();
                verdicts.add(verdict(key.substring(key.indexOf('/') + 1), value.trim(), about));
            }
        });
        return verdicts;
    }

    private static AnnotationVerdict verdict(String name, String value, List<Diagnostic> about) {
        String line = OneLine.of(value);
        String shown = line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "…";
        boolean refused = about.stream().anyMatch(it -> it.reason() == DiagnosticReason.UNSUPPORTED_ANNOTATION);
        if (!about.isEmpty()) {
            String how = about.stream().map(Diagnostic::message).collect(Collectors.joining("; "));
            return new AnnotationVerdict(OneLine.of(name), shown, refused ? Outcome.REFUSED : Outcome.DIFFERS, how);
        }
        Optional<String> difference = isHonoured(name) ? Differences.ofUntold(name) : Optional.empty();
        return new AnnotationVerdict(
                OneLine.of(name),
                shown,
                difference.isPresent() ? Outcome.DIFFERS : Outcome.SAME,
                difference.orElse(""));
    }

    private static boolean isHonoured(String name) {
        return KnownNames.ANNOTATIONS
                .find(name)
                .map(Known::rule)
                .filter(rule -> rule == Rule.HONOURED)
                .isPresent();
    }

    /// What annotations say under the names without prefix; under two prefixes, the stronger one (the earlier) counts.
    public static Map<String, String> byName(Map<String, String> annotations, List<String> prefixes) {
        Map<String, String> values = new TreeMap<>();
        for (String prefix : prefixes) {
            annotations.forEach((key, value) -> {
                if (key.startsWith(prefix + "/") && value != null && !value.isBlank()) {
                    values.putIfAbsent(key.substring(prefix.length() + 1), value.trim());
                }
            });
        }
        return values;
    }
}
