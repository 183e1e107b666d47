package dev.tidegate.controller.lastgood;

import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

/// All objects of one kind in the file.
///
/// Threads: one.
final class KeptKind<K, V> {

    /// Which part of a snapshot, and how its keys and values are written.
    record Shape<K, V>(
            String name,
            Function<Snapshot, PersistentMap<K, V>> part,
            Function<K, String> keyText,
            Function<String, K> key,
            ObjectText<V> text) {}

    private final Shape<K, V> shape;
    private final MVMap<String, byte[]> stored;
    private PersistentMap<K, V> kept;

    private KeptKind(Shape<K, V> shape, MVMap<String, byte[]> stored, PersistentMap<K, V> kept) {
        this.shape = shape;
        this.stored = stored;
        this.kept = kept;
    }

    static <K, V> KeptKind<K, V> open(MVStore store, Shape<K, V> shape) {
        MVMap<String, byte[]> stored = store.openMap(
                shape.name(),
                new MVMap.Builder<String, byte[]>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
        PersistentMap<K, V> kept = PersistentMap.empty();
        for (var cursor = stored.cursor(null); cursor.hasNext(); ) {
            String key = cursor.next();
            kept = kept.with(shape.key().apply(key), shape.text().read(cursor.getValue()));
        }
        return new KeptKind<>(shape, stored, kept);
    }

    static <V> KeptKind<ObjectKey, V> byKey(
            MVStore store, String name, Function<Snapshot, PersistentMap<ObjectKey, V>> part, ObjectText<V> text) {
        return open(store, new Shape<>(name, part, ObjectKey::path, ObjectKey::parse, text));
    }

    PersistentMap<K, V> kept() {
        return kept;
    }

    /// Writes what differs. What is written is in the file once the store commits.
    void keep(Snapshot snapshot) {
        PersistentMap<K, V> now = shape.part().apply(snapshot);
        now.changesSince(kept, (key, was, is) -> {
            if (was == null || is == null || !isSameVersion(was, is)) {
                write(shape.keyText().apply(key), is);
            }
        });
        kept = now;
    }

    private void write(String key, @Nullable V value) {
        byte @Nullable [] next =
                value == null ? null : shape.text().write(value).orElse(null);
        if (next == null) {
            stored.remove(key);
        } else if (!Arrays.equals(next, stored.get(key))) {
            stored.put(key, next);
        }
    }

    /// After a restart every object is another instance, and nearly every one of a version that is in the file.
    private static boolean isSameVersion(Object one, Object other) {
        return one instanceof HasMetadata a
                && other instanceof HasMetadata b
                && a.getMetadata().getResourceVersion() != null
                && a.getMetadata().getResourceVersion().equals(b.getMetadata().getResourceVersion())
                && Objects.equals(a.getMetadata().getUid(), b.getMetadata().getUid());
    }
}
