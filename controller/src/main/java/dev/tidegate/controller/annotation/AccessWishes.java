package dev.tidegate.controller.annotation;

import dev.tidegate.gateway.table.ResourceRef;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What an Ingress says about who may come in: its annotations that decide access, by name, whether they are
/// honoured, closed for, or malformed. Two versions of an Ingress with equal wishes mean the same people.
public record AccessWishes(Map<String, String> byName) {

    private static final ResourceRef NOBODY = ResourceRef.of("", "", "");

    public AccessWishes {
        byName = Map.copyOf(byName);
    }

    /// Shape: annotations, and the prefixes that count, the stronger first → the wishes. Pure and total.
    public static AccessWishes of(Map<String, String> annotations, List<String> prefixes) {
        ValueReader reader = ValueReader.ofAnnotations(NOBODY, annotations, prefixes);
        Map<String, String> wishes = new TreeMap<>();
        for (String name : reader.names()) {
            reader.text(name)
                    .filter(value -> AnnotationFamilies.decidesAccess(name, value))
                    .ifPresent(value -> wishes.put(name, value));
        }
        return new AccessWishes(wishes);
    }
}
