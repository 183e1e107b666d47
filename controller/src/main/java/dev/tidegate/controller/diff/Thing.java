package dev.tidegate.controller.diff;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.Locale;

/// Something that can come, go or change. `name`: as people know it, `shop.example Prefix /cart`.
public record Thing(Kind kind, String name) implements Comparable<Thing> {

    private static final Comparator<Thing> ORDER =
            Comparator.comparing(Thing::kind).thenComparing(Thing::name);

    /// In the order in which they are told.
    public enum Kind {
        HOST,
        PATH,
        POLICY,
        BACKEND,
        CERTIFICATE,
        SETTING,
        DIAGNOSTIC;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Thing {
        requireNonNull(kind);
        requireNonNull(name);
    }

    @Override
    public int compareTo(Thing other) {
        return ORDER.compare(this, other);
    }
}
