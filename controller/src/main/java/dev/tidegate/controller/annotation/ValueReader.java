package dev.tidegate.controller.annotation;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.gateway.table.ResourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The named texts of one object, read as typed values; what cannot be read is noted, and its default stands.
///
/// Threads: one; made for one reading and dropped after it. An empty text counts as absent, as with ingress-nginx.
final class ValueReader {

    /// A value and the field it stands in.
    record Entry(String field, String text) {}

    private static final int LONGEST = 1000;

    private final ResourceRef source;
    private final DiagnosticReason invalid;
    private final Map<String, Entry> entries;
    private final List<Diagnostic> findings = new ArrayList<>();

    private ValueReader(ResourceRef source, DiagnosticReason invalid, Map<String, Entry> entries) {
        this.source = source;
        this.invalid = invalid;
        this.entries = entries;
    }

    /// The annotations under any of the prefixes; under two of them, the stronger prefix (the earlier) counts.
    static ValueReader ofAnnotations(ResourceRef source, Map<String, String> annotations, List<String> prefixes) {
        Map<String, Entry> entries = new HashMap<>();
        List<Diagnostic> overruled = new ArrayList<>();
        for (String prefix : prefixes) {
            annotations.forEach((key, value) -> {
                if (key.startsWith(prefix) && key.startsWith("/", prefix.length()) && !isBlank(value)) {
                    Entry entry = new Entry("metadata.annotations[" + key + "]", value.trim());
                    Entry stronger = entries.putIfAbsent(key.substring(prefix.length() + 1), entry);
                    if (stronger != null && !stronger.text().equals(entry.text())) {
                        overruled.add(Diagnostic.warning(
                                source,
                                entry.field(),
                                DiagnosticReason.INVALID_ANNOTATION,
                                entry.text() + " (overruled by " + stronger.field() + ": " + stronger.text() + ")"));
                    }
                }
            });
        }
        ValueReader reader = new ValueReader(source, DiagnosticReason.INVALID_ANNOTATION, entries);
        reader.findings.addAll(overruled);
        return reader;
    }

    static ValueReader ofConfigMap(ResourceRef source, Map<String, String> data) {
        Map<String, Entry> entries = new HashMap<>();
        data.forEach((key, value) -> {
            if (!isBlank(value)) {
                entries.put(key, new Entry("data[" + key + "]", value.trim()));
            }
        });
        return new ValueReader(source, DiagnosticReason.INVALID_SETTING, entries);
    }

    /// Whose values they are.
    ResourceRef source() {
        return source;
    }

    /// The names that are set, in order.
    Set<String> names() {
        return new TreeSet<>(entries.keySet());
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(entries.get(name)).map(Entry::text);
    }

    /// The value, or empty where it is absent or (noted) cannot be read.
    <T> Optional<T> read(String name, ValueType<T> type) {
        Entry entry = entries.get(name);
        if (entry == null) {
            return Optional.empty();
        }
        Optional<T> value = type.parse(entry.text());
        if (value.isEmpty()) {
            error(name, invalid, shorten(entry.text()) + " (expected: " + type.expected() + ")");
        }
        return value;
    }

    void error(String name, DiagnosticReason reason, String message) {
        findings.add(Diagnostic.error(source, field(name), reason, bounded(message)));
    }

    void warning(String name, DiagnosticReason reason, String message) {
        findings.add(Diagnostic.warning(source, field(name), reason, bounded(message)));
    }

    List<Diagnostic> findings() {
        return List.copyOf(findings);
    }

    private String field(String name) {
        Entry entry = entries.get(name);
        return entry == null ? name : entry.field();
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }

    /// A value may have as many characters as the API server lets an object have; a line of a log may not.
    private static String bounded(String message) {
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
    }

    static String shorten(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() == text.length() && line.length() <= 80
                ? line
                : line.substring(0, Math.min(line.length(), 80)) + "…";
    }
}
