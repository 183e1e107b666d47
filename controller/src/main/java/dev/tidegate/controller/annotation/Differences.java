package dev.tidegate.controller.annotation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// How an annotation that is in effect differs from ingress-nginx's. See `annotations.differences`.
final class Differences {

    private record Line(boolean always, String how) {}

    private static final Map<String, Line> BY_NAME = DataFile.rows("annotations.differences", 3).stream()
            .collect(Collectors.toUnmodifiableMap(List::getFirst, Differences::line));

    private Differences() {}

    private static Line line(List<String> row) {
        return switch (row.get(1)) {
            case "always" -> new Line(true, row.getLast());
            case "said" -> new Line(false, row.getLast());
            default -> throw new IllegalStateException(row + " (expected: always or said)");
        };
    }

    static Optional<String> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name)).map(Line::how);
    }

    /// For a value of which no diagnostic says anything.
    static Optional<String> ofUntold(String name) {
        return Optional.ofNullable(BY_NAME.get(name)).filter(Line::always).map(Line::how);
    }

    static Set<String> names() {
        return BY_NAME.keySet();
    }
}
