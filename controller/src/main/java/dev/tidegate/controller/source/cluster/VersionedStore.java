package dev.tidegate.controller.source.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.informers.cache.BasicItemStore;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where an informer keeps its objects.
///
/// After a lost watch everything is listed anew, as new instances; one that is still of the same version stays the
/// instance that it was. Field management, often half of an object and never read, is dropped.
final class VersionedStore<T extends HasMetadata> extends BasicItemStore<T> {

    private final Runnable changed;

    /// `changed`: told after each change. The informer's own events are not enough: they compare versions only, which
    /// begin anew when a cluster is restored from a backup.
    VersionedStore(Runnable changed) {
        super(Cache::metaNamespaceKeyFunc);
        this.changed = changed;
    }

    @Override
    public @Nullable T put(String key, T object) {
        T known = get(key);
        if (known != null && sameVersion(known.getMetadata(), object.getMetadata())) {
            return known;
        }
        object.getMetadata().setManagedFields(List.of());
        T replaced = super.put(key, object);
        changed.run();
        return replaced;
    }

    @Override
    public @Nullable T remove(String key) {
        T removed = super.remove(key);
        changed.run();
        return removed;
    }

    private static boolean sameVersion(ObjectMeta known, ObjectMeta object) {
        return known.getResourceVersion() != null
                && known.getResourceVersion().equals(object.getResourceVersion())
                && Objects.equals(known.getUid(), object.getUid());
    }
}
