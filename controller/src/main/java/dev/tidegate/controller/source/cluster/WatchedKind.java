package dev.tidegate.controller.source.cluster;

import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// All objects of one kind, from one watch of the whole cluster or from one for each namespace asked for.
///
/// Threads: [#byKey] by one, the rest by any.
final class WatchedKind<T extends HasMetadata> implements AutoCloseable {

    private final List<WatchedObjects<T>> watches;
    private List<PersistentMap<ObjectKey, T>> lastObjects;
    private Optional<PersistentMap<String, Namespace>> lastNamespaces = Optional.empty();
    private PersistentMap<ObjectKey, T> last = PersistentMap.empty();

    private WatchedKind(List<WatchedObjects<T>> watches) {
        this.watches = List.copyOf(watches);
        this.lastObjects = Collections.nCopies(watches.size(), PersistentMap.empty());
    }

    /// `namespaces`: only these, or all if empty.
    static <T extends HasMetadata> WatchedKind<T> namespaced(
            Class<T> type, Set<String> namespaces, ApiServer server, Runnable changed) {
        return of(in(type, namespaces), server, changed);
    }

    /// The same where nothing is wrong if the server does not have it, or does not show it to us.
    static <T extends HasMetadata> WatchedKind<T> namespacedIfThere(
            Class<T> type, Set<String> namespaces, ApiServer server, Runnable changed) {
        return of(in(type, namespaces).map(Resource::ifThere), server, changed);
    }

    private static <T extends HasMetadata> Stream<Resource<T>> in(Class<T> type, Set<String> namespaces) {
        return namespaces.isEmpty()
                ? Stream.of(Resource.all(type, Optional.empty()))
                : namespaces.stream().map(namespace -> Resource.all(type, Optional.of(namespace)));
    }

    private static <T extends HasMetadata> WatchedKind<T> of(
            Stream<Resource<T>> resources, ApiServer server, Runnable changed) {
        return new WatchedKind<>(resources
                .map(resource -> new WatchedObjects<>(resource, server, changed))
                .toList());
    }

    static <T extends HasMetadata> WatchedKind<T> one(Resource<T> resource, ApiServer server, Runnable changed) {
        return of(Stream.of(resource), server, changed);
    }

    static <T extends HasMetadata> WatchedKind<T> none() {
        return new WatchedKind<>(List.of());
    }

    void start() {
        watches.forEach(WatchedObjects::start);
    }

    boolean listed() {
        return watches.stream().allMatch(WatchedObjects::listed);
    }

    boolean answered(long sinceNs) {
        return watches.stream().allMatch(watch -> watch.answered(sinceNs));
    }

    List<WatchedObjects<T>> watches() {
        return watches;
    }

    /// `namespaces`: which ones to keep, or all. The same map as before if nothing has changed.
    PersistentMap<ObjectKey, T> byKey(Optional<PersistentMap<String, Namespace>> namespaces) {
        List<PersistentMap<ObjectKey, T>> objects =
                watches.stream().map(WatchedObjects::objects).toList();
        if (objects.size() == 1 && namespaces.isEmpty()) {
            return objects.getFirst();
        }
        boolean keptAlike = namespaces.equals(lastNamespaces);
        if (!keptAlike) {
            last.keySet().stream()
                    .filter(key -> !keeps(namespaces, key) || objects.stream().noneMatch(map -> map.containsKey(key)))
                    .forEach(key -> last = last.without(key));
        }
        for (int i = 0; i < objects.size(); i++) {
            objects.get(i).changesSince(keptAlike ? lastObjects.get(i) : PersistentMap.empty(), (key, _, object) -> {
                last = object != null && keeps(namespaces, key) ? last.with(key, object) : last.without(key);
            });
        }
        lastObjects = objects;
        lastNamespaces = namespaces;
        return last;
    }

    private static boolean keeps(Optional<PersistentMap<String, Namespace>> namespaces, ObjectKey key) {
        return namespaces.isEmpty() || namespaces.get().containsKey(key.namespace());
    }

    @Override
    public void close() {
        watches.forEach(WatchedObjects::close);
    }
}
