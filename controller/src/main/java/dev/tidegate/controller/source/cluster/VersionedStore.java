package dev.tidegate.controller.source.cluster;

import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where an informer keeps its objects: a persistent map, so that what is known at a moment is there for the asking.
///
/// After a lost watch everything is listed anew, as new instances; one that is still of the same version stays the
/// instance that it was. Field management, often half of an object and never read, is dropped.
///
/// Threads: any.
final class VersionedStore<T extends HasMetadata> implements ItemStore<T> {

    private final Predicate<T> belongs;
    private final Runnable changed;
    private volatile PersistentMap<ObjectKey, T> objects = PersistentMap.empty();

    /// `belongs`: what is kept. `changed`: told after each change. The informer's own events are not enough: they
    /// compare versions only, which begin anew when a cluster is restored from a backup.
    VersionedStore(Predicate<T> belongs, Runnable changed) {
        this.belongs = belongs;
        this.changed = changed;
    }

    PersistentMap<ObjectKey, T> objects() {
        return objects;
    }

    @Override
    public String getKey(T object) {
        return Cache.metaNamespaceKeyFunc(object);
    }

    @Override
    public @Nullable T put(String key, T object) {
        T known = get(key);
        if (!belongs.test(object) || (known != null && sameVersion(known.getMetadata(), object.getMetadata()))) {
            return known;
        }
        object.getMetadata().setManagedFields(List.of());
        synchronized (this) {
            objects = objects.with(ObjectKey.parse(key), object);
        }
        changed.run();
        return known;
    }

    @Override
    public @Nullable T remove(String key) {
        T removed = get(key);
        synchronized (this) {
            objects = objects.without(ObjectKey.parse(key));
        }
        changed.run();
        return removed;
    }

    @Override
    public Stream<String> keySet() {
        return objects.values().stream().map(this::getKey);
    }

    @Override
    public Stream<T> values() {
        return objects.values().stream();
    }

    @Override
    public int size() {
        return objects.size();
    }

    @Override
    public @Nullable T get(String key) {
        return objects.get(ObjectKey.parse(key));
    }

    private static boolean sameVersion(ObjectMeta known, ObjectMeta object) {
        return known.getResourceVersion() != null
                && known.getResourceVersion().equals(object.getResourceVersion())
                && Objects.equals(known.getUid(), object.getUid());
    }
}
