package dev.tidegate.controller.source.cluster;

import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/// What is known of a collection: a persistent map, so that what is known at a moment is there for the asking.
///
/// After a lost watch everything is listed anew, as new instances; one that is still of the same version stays the
/// instance that it was. So does one that is kept without its version, and has changed in nothing that is kept of it.
///
/// Threads: written by one, read by any.
final class VersionedStore<T extends HasMetadata> {

    private final Predicate<T> belongs;
    private volatile PersistentMap<ObjectKey, T> objects = PersistentMap.empty();

    /// `belongs`: what is kept.
    VersionedStore(Predicate<T> belongs) {
        this.belongs = belongs;
    }

    PersistentMap<ObjectKey, T> objects() {
        return objects;
    }

    void put(ObjectKey key, T object) {
        T known = objects.get(key);
        if (belongs.test(object) && (known == null || !same(known, object))) {
            objects = objects.with(key, object);
        }
    }

    void remove(ObjectKey key) {
        objects = objects.without(key);
    }

    /// What is not among these is gone.
    void retain(Set<ObjectKey> present) {
        PersistentMap<ObjectKey, T> retained = objects;
        for (ObjectKey key : objects.keySet()) {
            retained = present.contains(key) ? retained : retained.without(key);
        }
        objects = retained;
    }

    private static boolean same(HasMetadata known, HasMetadata object) {
        ObjectMeta of = known.getMetadata();
        return of.getResourceVersion() == null
                ? known.equals(object)
                : of.getResourceVersion().equals(object.getMetadata().getResourceVersion())
                        && Objects.equals(of.getUid(), object.getMetadata().getUid());
    }
}
