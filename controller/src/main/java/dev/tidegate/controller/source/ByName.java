package dev.tidegate.controller.source;

import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.persistent.PersistentMap;
import org.jspecify.annotations.Nullable;

/// Objects that stand in no namespace, by their name alone.
public record ByName<T>(PersistentMap<ObjectKey, T> objects, PersistentMap<String, T> byName) {

    public static <T> ByName<T> none() {
        return new ByName<>(PersistentMap.empty(), PersistentMap.empty());
    }

    /// Shape: the objects as they are now → the same by name, made from these.
    public ByName<T> next(PersistentMap<ObjectKey, T> now) {
        Renaming<T> renaming = new Renaming<>(byName);
        now.changesSince(objects, (key, _, is) -> renaming.at(key.name(), is));
        return new ByName<>(now, renaming.byName);
    }

    private static final class Renaming<T> {
        private PersistentMap<String, T> byName;

        Renaming(PersistentMap<String, T> byName) {
            this.byName = byName;
        }

        void at(String name, @Nullable T object) {
            byName = object == null ? byName.without(name) : byName.with(name, object);
        }
    }
}
