package dev.tidegate.controller.diff;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.diff.Thing.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A difference as JSON. `moves`: does anything? `counts`: how many things of each kind do.
public record DifferenceView(boolean moves, Map<String, Integer> counts, List<Item> things) {

    /// `change`: `comes`, `goes` or `changes`; `was` and `is`: absent where it was not, or is not.
    public record Item(
            String change,
            String kind,
            String name,
            @Nullable String was,
            @Nullable String is) {
        public Item {
            requireNonNull(change);
            requireNonNull(kind);
            requireNonNull(name);
        }

        private static Item of(Move move) {
            String change =
                    switch (move.sign()) {
                        case '+' -> "comes";
                        case '-' -> "goes";
                        default -> "changes";
                    };
            return new Item(
                    change,
                    move.thing().kind().word(),
                    move.thing().name(),
                    move.was().orElse(null),
                    move.is().orElse(null));
        }
    }

    public DifferenceView {
        things = List.copyOf(things);
    }

    public static DifferenceView of(Difference difference) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        difference.counts().forEach((Kind kind, Integer count) -> counts.put(kind.word(), count));
        return new DifferenceView(
                !difference.isEmpty(),
                counts,
                difference.moves().stream().map(Item::of).toList());
    }
}
