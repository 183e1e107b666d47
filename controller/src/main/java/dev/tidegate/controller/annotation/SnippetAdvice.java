package dev.tidegate.controller.annotation;

import dev.tidegate.controller.annotation.Snippet.Directive;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What to say instead of a snippet: for each directive in it the typed setting that does the same, or that there is
/// none. See `directives.advice`.
final class SnippetAdvice {

    private static final String NO_COUNTERPART = "no counterpart here";

    /// A line of a log has an end; who wrote more than this has to read the snippet anyway.
    private static final int MOST = 6;

    private static final List<Line> LINES = DataFile.rows("directives.advice", 3).stream()
            .map(row -> new Line(row.get(0), row.get(1), NamedSettings.spelledOut(row.get(2))))
            .toList();

    /// `name`: of a directive, or with a star how it begins or what is in it. `word`: how one of its words begins;
    /// empty for any.
    private record Line(String name, String word, String instead) {

        boolean covers(Directive directive) {
            return directive.name().filter(this::isNamed).isPresent()
                    && (word.isEmpty() || directive.words().stream().anyMatch(it -> it.startsWith(word)));
        }

        private boolean isNamed(String directive) {
            if (!name.endsWith("*")) {
                return name.equals(directive);
            }
            String part = name.replace("*", "");
            return name.startsWith("*") ? directive.contains(part) : directive.startsWith(part);
        }
    }

    private SnippetAdvice() {}

    /// `more_set_headers, add_header: custom-headers; return: permanent-redirect`
    static String of(String snippet) {
        Map<String, Set<String>> byAdvice = new LinkedHashMap<>();
        for (Directive directive : Snippet.parse(snippet).directives()) {
            byAdvice.computeIfAbsent(instead(directive), _ -> new LinkedHashSet<>())
                    .add(directive.name().orElse("text that is no directive"));
        }
        if (byAdvice.isEmpty()) {
            return "leave it out, for no directive stands in it";
        }
        String told = byAdvice.entrySet().stream()
                .limit(MOST)
                .map(it -> it.getValue().stream().limit(MOST).collect(Collectors.joining(", ")) + ": " + it.getKey())
                .collect(Collectors.joining("; "));
        return byAdvice.size() <= MOST ? told : told + "; and " + (byAdvice.size() - MOST) + " more";
    }

    /// The first line counts.
    private static String instead(Directive directive) {
        return LINES.stream()
                .filter(line -> line.covers(directive))
                .findFirst()
                .map(Line::instead)
                .orElse(NO_COUNTERPART);
    }

    /// For a test that looks at each of them.
    static Optional<String> instead(String directive, List<String> words) {
        return Optional.of(instead(new Directive(Optional.of(directive), words)))
                .filter(it -> !it.equals(NO_COUNTERPART));
    }
}
