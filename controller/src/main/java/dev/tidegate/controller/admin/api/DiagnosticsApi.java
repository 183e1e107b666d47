package dev.tidegate.controller.admin.api;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.Severity;
import dev.tidegate.controller.view.DiagnosticView;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// `/api/diagnostics`, of some objects or of all.
final class DiagnosticsApi {

    /// `count`: how many there are in all parts.
    record DiagnosticsPage(
            int count,
            List<DiagnosticView> diagnostics,
            @Nullable String next) {}

    private record Numbered(int number, Diagnostic diagnostic) {
        String key() {
            return "%09d".formatted(number);
        }
    }

    private DiagnosticsApi() {}

    static DiagnosticsPage page(Moment moment, MultiMap query, Page.Asked asked) {
        Optional<Severity> severity = Optional.ofNullable(query.get("severity")).map(DiagnosticsApi::severity);
        List<Diagnostic> all = moment.diagnostics().stream()
                .filter(it -> severity.isEmpty() || severity.get() == it.severity())
                .filter(it -> is(query.get("kind"), it.source().kind()))
                .filter(it -> is(query.get("namespace"), it.source().namespace()))
                .filter(it -> is(query.get("name"), it.source().name()))
                .filter(it -> is(query.get("reason"), it.reason().camelCase()))
                .toList();
        List<Numbered> numbered = IntStream.range(0, all.size())
                .mapToObj(i -> new Numbered(i, all.get(i)))
                .toList();
        Page<Numbered> page = Page.of(numbered, Numbered::key, asked);
        return new DiagnosticsPage(
                all.size(),
                page.items().stream()
                        .map(it -> DiagnosticView.of(it.diagnostic(), Optional.empty()))
                        .toList(),
                page.next());
    }

    private static boolean is(@Nullable String asked, String value) {
        return asked == null || asked.equals(value);
    }

    private static Severity severity(String text) {
        for (Severity each : Severity.values()) {
            if (each.name().equalsIgnoreCase(text)) {
                return each;
            }
        }
        throw ApiRefused.of(400, "BadRequest", "severity: " + text + " (expected: error or warning)");
    }
}
