package dev.tidegate.controller.annotation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is said of names that are not honoured. See `annotations.advice`.
///
/// A line of a name that a family reads meanwhile is not looked at.
final class AdviceBook {

    static final AdviceBook NONE = new AdviceBook(Map.of());
    static final AdviceBook ANNOTATIONS = load("annotations.advice");

    private final Map<String, Advice> byName;

    private AdviceBook(Map<String, Advice> byName) {
        this.byName = Map.copyOf(byName);
    }

    Optional<Advice> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static AdviceBook load(String resource) {
        Map<String, Advice> byName = new HashMap<>();
        for (List<String> row : DataFile.rows(resource, 3)) {
            Advice advice = new Advice(row.get(1), NamedSettings.spelledOut(row.get(2)));
            if (byName.put(row.getFirst(), advice) != null) {
                throw new IllegalStateException(resource + ": " + row.getFirst() + " stands there twice");
            }
        }
        return new AdviceBook(byName);
    }
}
