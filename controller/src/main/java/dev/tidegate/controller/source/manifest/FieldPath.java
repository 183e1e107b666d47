package dev.tidegate.controller.source.manifest;

import java.util.ArrayList;
import java.util.List;

/// Where a field stands in its object: a `String` for each field, an `Integer` for each item of a list.
///
/// Written as Kubernetes writes it: `spec.rules[0].host`, and `metadata.annotations[example.org/a]` for a key that
/// would be read wrongly otherwise.
record FieldPath(List<Object> steps) {

    static final FieldPath ROOT = new FieldPath(List.of());

    FieldPath {
        steps = List.copyOf(steps);
    }

    FieldPath field(String name) {
        return then(name);
    }

    FieldPath item(int index) {
        return then(index);
    }

    /// The path that leads on from here.
    FieldPath join(FieldPath onwards) {
        List<Object> longer = new ArrayList<>(steps);
        longer.addAll(onwards.steps);
        return new FieldPath(longer);
    }

    private FieldPath then(Object step) {
        List<Object> longer = new ArrayList<>(steps);
        longer.add(step);
        return new FieldPath(longer);
    }

    String text() {
        StringBuilder out = new StringBuilder();
        for (Object step : steps) {
            if (step instanceof String name && name.chars().allMatch(c -> c == '_' || c == '-' || isLetterOrDigit(c))) {
                out.append(out.isEmpty() ? "" : ".").append(name);
            } else {
                out.append('[').append(step).append(']');
            }
        }
        return out.toString();
    }

    private static boolean isLetterOrDigit(int c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }
}
